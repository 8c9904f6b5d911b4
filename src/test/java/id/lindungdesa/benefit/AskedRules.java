package id.lindungdesa.benefit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.lindungdesa.regulation.RulesAsTheyLie;

/** The assessor on the tables as they lie, asked with the JSON of the REST contract. */
public final class AskedRules {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** An accident of an insured right-handed worker whose wife lives. */
    private static final String ACCIDENT = """
            {"programme": "JKK", "eventDate": "2025-06-01", "cause": "WORK_ACCIDENT", "outcome": "RECOVERED",
             "incomeBase": 1000000, "cover": [{"from": "2024-06-01", "through": "2025-12-31"}], "dominantHand": "RIGHT",
             "heirs": [{"name": "B", "relation": "SPOUSE"}]}""";

    /** A death by illness after 14 months of cover; his wife lives. */
    private static final String DEATH = """
            {"programme": "JKM", "eventDate": "2024-02-10", "cause": "ILLNESS",
             "cover": [{"from": "2022-12-10", "through": "2024-12-09"}], "heirs": [{"name": "B", "relation": "SPOUSE"}]}""";

    private final Assessor assessor;

    AskedRules(RulesAsTheyLie tables) {
        assessor = new Assessor(tables.ruleBook(), tables.premiumRates());
    }

    Assessment accident(String changes) {
        return assessor.assess(facts(anAccident(changes)));
    }

    Assessment death(String changes) {
        return assessor.assess(facts(aDeath(changes)));
    }

    public static String anAccident(String changes) {
        return changed(ACCIDENT, changes);
    }

    public static String aDeath(String changes) {
        return changed(DEATH, changes);
    }

    public static Facts facts(String json) {
        try {
            return JSON.readValue(json, AssessmentForm.class).read();
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(json, e);
        }
    }

    /** The same with these fields instead; a field that is null there is not sent. */
    private static String changed(String json, String changes) {
        try {
            ObjectNode body = (ObjectNode) JSON.readTree(json);
            ((ObjectNode) JSON.readTree("{" + changes.replace('\'', '"') + "}")).properties().forEach(change -> {
                if (change.getValue().isNull()) {
                    body.remove(change.getKey());
                } else {
                    body.set(change.getKey(), change.getValue());
                }
            });
            return body.toString();
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(changes, e);
        }
    }
}
