package id.lindungdesa.supply;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/** A flaw that is known of certain versions of certain parts. */
record Advisory(String id, List<String> aliases, String severity, String summary, String source, List<Affected> affected) {

    /** Of this part (a trailing star stands for all of a group) these ranges. */
    record Affected(String part, List<Range> ranges) {}

    /** From a version on, before one, or through one; the first two words as in OSV's events. Without an end: until today. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Range(String from, String before, String through) {

        boolean holds(Part part) {
            return (from.equals("0") || part.comparedTo(from) >= 0)
                    && (before == null || part.comparedTo(before) < 0)
                    && (through == null || part.comparedTo(through) <= 0);
        }
    }

    /** One database says CVE, another GHSA. */
    boolean isKnownAs(String name) {
        return id.equals(name) || aliases.contains(name);
    }

    boolean concerns(Part part) {
        return affected.stream().anyMatch(one -> part.named(one.part())
                && one.ranges().stream().anyMatch(range -> range.holds(part)));
    }
}
