package id.lindungdesa.supply;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Reads advisories in the open OSV format, one JSON file each, and keeps those about parts that we ship. */
record OsvFiles(Set<String> parts) {

    private static final Map<String, String> ECOSYSTEMS = Map.of("Maven", "maven:", "npm", "npm:");

    List<Advisory> under(Path folder) throws IOException {
        List<Advisory> found = new ArrayList<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(one -> one.toString().endsWith(".json")).sorted().toList()) {
                advisory(AdvisoryList.JSON.readTree(file.toFile())).ifPresent(found::add);
            }
        }
        return found;
    }

    private Optional<Advisory> advisory(JsonNode osv) {
        List<Advisory.Affected> affected = each(osv.path("affected")).map(this::affected).flatMap(Optional::stream).toList();
        if (affected.isEmpty() || osv.has("withdrawn")) {
            return Optional.empty();
        }
        String id = osv.path("id").asText();
        return Optional.of(new Advisory(id, each(osv.path("aliases")).map(JsonNode::asText).toList(),
                osv.at("/database_specific/severity").asText("UNRATED"), osv.path("summary").asText("see the source"),
                "https://osv.dev/vulnerability/" + id, affected));
    }

    private Optional<Advisory.Affected> affected(JsonNode affected) {
        String part = ECOSYSTEMS.getOrDefault(affected.at("/package/ecosystem").asText(), "other:")
                + affected.at("/package/name").asText();
        List<Advisory.Range> ranges = new ArrayList<>();
        each(affected.path("ranges")).filter(range -> !range.path("type").asText().equals("GIT"))
                .forEach(range -> addRanges(range.path("events"), ranges));
        if (ranges.isEmpty()) {
            each(affected.path("versions")).map(JsonNode::asText)
                    .forEach(version -> ranges.add(new Advisory.Range(version, null, version)));
        }
        return parts.contains(part) && !ranges.isEmpty() ? Optional.of(new Advisory.Affected(part, ranges)) : Optional.empty();
    }

    /** Events come in pairs: introduced, then fixed or last affected; the last may be missing. */
    private static void addRanges(JsonNode events, List<Advisory.Range> ranges) {
        String from = null;
        for (JsonNode event : events) {
            if (event.has("introduced")) {
                from = event.get("introduced").asText();
            } else if (from != null && (event.has("fixed") || event.has("last_affected"))) {
                ranges.add(new Advisory.Range(from, text(event, "fixed"), text(event, "last_affected")));
                from = null;
            }
        }
        if (from != null) {
            ranges.add(new Advisory.Range(from, null, null));
        }
    }

    private static String text(JsonNode event, String field) {
        return event.has(field) ? event.get(field).asText() : null;
    }

    private static Stream<JsonNode> each(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
