package id.lindungdesa.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Set;

/**
 * The part of an answer that says what became of a call and nothing about a person: what may be kept to answer the same
 * call again. Named fields only; what nobody named is left out.
 */
final class HarmlessAnswer {

    private static final Set<String> FIELDS = Set.of("id", "number", "state", "status", "decision", "kind", "mediaType",
            "sha256", "bytes", "payBy", "due", "dueAt", "from", "until", "edition", "month", "months", "workers", "villages",
            "accepted", "rejected", "warnings", "done", "total", "count", "opened", "matched", "mismatch", "mismatches",
            "findings", "errors", "line", "pointer", "field", "code", "type", "title", "rupiah", "balance", "ceiling",
            "billingCode", "reference", "items", "results", "provinces", "regencies", "districts", "desa", "kelurahan");

    private HarmlessAnswer() {}

    /** The kept part of a JSON answer; null for any other. */
    static String of(ObjectMapper json, byte[] body) {
        try {
            JsonNode answer = body.length == 0 ? null : json.readTree(body);
            return answer == null || !answer.isContainerNode() ? null : json.writeValueAsString(harmless(answer));
        } catch (IOException e) {
            return null;
        }
    }

    private static JsonNode harmless(JsonNode node) {
        if (node instanceof ObjectNode object) {
            ObjectNode kept = object.objectNode();
            object.properties().forEach(field -> {
                if (FIELDS.contains(field.getKey()) || field.getKey().endsWith("Id")) {
                    kept.set(field.getKey(), harmless(field.getValue()));
                }
            });
            return kept;
        }
        if (node instanceof ArrayNode array) {
            ArrayNode kept = array.arrayNode();
            array.forEach(item -> kept.add(harmless(item)));
            return kept;
        }
        return node;
    }
}
