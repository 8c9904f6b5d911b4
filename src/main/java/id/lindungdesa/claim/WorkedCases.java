package id.lindungdesa.claim;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.lindungdesa.benefit.Assessments;
import id.lindungdesa.benefit.AssessmentForm;
import id.lindungdesa.benefit.Assessor;
import id.lindungdesa.benefit.ClaimClock;
import id.lindungdesa.refusal.Refusal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/**
 * The law's worked cases ({@code worked-cases/claims.json}): a question to {@code POST /api/claims/assessment} and what its
 * answer must say, field by field. The tests ask them, and every new version of a table must answer them as before.
 */
@Component
class WorkedCases {

    private final ObjectMapper json;
    private final List<Case> cases;

    /** One case; what its answer says beside the expected fields does not matter. */
    record Case(String code, String title, String source, JsonNode request, JsonNode expect) {

        LocalDate on() {
            JsonNode day = request.has("scholarshipClaimedOn") ? request.get("scholarshipClaimedOn") : request.get("eventDate");
            return LocalDate.parse(day.asText());
        }
    }

    WorkedCases(ObjectMapper json) {
        this.json = json;
        try (var file = new ClassPathResource("worked-cases/claims.json").getInputStream()) {
            this.cases = StreamSupport.stream(json.readTree(file).spliterator(), false).map(one -> new Case(one.get("code").asText(),
                    one.get("title").asText(), one.get("source").asText(), one.get("request"), one.get("expect"))).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<Case> all() {
        return cases;
    }

    /** What comes out otherwise than the case says; empty where nothing does. */
    String otherwise(Case one, Assessor assessor, ClaimClock clock) {
        try {
            return otherwise(one, json.valueToTree(new Assessments(assessor, clock).answer(json.treeToValue(one.request(), AssessmentForm.class))));
        } catch (Refusal refused) {
            return refused.getMessage();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String otherwise(Case one, JsonNode answer) {
        List<String> wrong = new ArrayList<>();
        one.expect().properties().forEach(expected -> {
            JsonNode found = answer.get(expected.getKey());
            if (found == null || !found.toString().equals(expected.getValue().toString())) {
                wrong.add("%s %s, bukan %s".formatted(expected.getKey(), found, expected.getValue()));
            }
        });
        return String.join("; ", wrong);
    }
}
