package id.lindungdesa.supply;

import id.lindungdesa.supply.AdvisoryList.Accepted;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Compares what we ship with what is known, and what is known with what we have explained. */
record Scan(List<Part> shipped, AdvisoryList known, List<Accepted> accepted) {

    private static final int LIST_IS_OLD_AFTER_DAYS = 60;

    record Finding(Advisory advisory, Part part) {

        @Override
        public String toString() {
            return "%s (%s) in %s %s: %s".formatted(advisory.id(), advisory.severity(), part.name(), part.version(), advisory.summary());
        }
    }

    List<Finding> findings() {
        return known.advisories().stream()
                .flatMap(advisory -> shipped.stream().filter(advisory::concerns).map(part -> new Finding(advisory, part)))
                .toList();
    }

    /** What breaks the build: a finding that nobody has explained, an explanation that explains nothing any more. */
    List<String> faults() {
        List<Finding> findings = findings();
        List<String> faults = new ArrayList<>();
        findings.stream().filter(found -> accepted.stream().noneMatch(one -> found.advisory().isKnownAs(one.advisory())))
                .forEach(found -> faults.add("unexplained: " + found));
        accepted.stream().filter(one -> findings.stream().noneMatch(found -> found.advisory().isKnownAs(one.advisory())))
                .forEach(one -> faults.add("accepted but not found any more, delete it: " + one.advisory()));
        accepted.stream().filter(one -> one.because().isBlank() || one.protection().isBlank() || one.review() == null)
                .forEach(one -> faults.add("accepted without a reason, a protection or a day of review: " + one.advisory()));
        return faults;
    }

    /** What a day that passes brings about. A build does not break by the calendar alone, so these are told only. */
    List<String> warnings(LocalDate today) {
        List<String> warnings = new ArrayList<>();
        if (known.asOf().plusDays(LIST_IS_OLD_AFTER_DAYS).isBefore(today)) {
            warnings.add("docs/security/advisories.json is of %s: refresh it (docs/security/README.md)".formatted(known.asOf()));
        }
        accepted.stream().filter(one -> one.review().isBefore(today)).forEach(one ->
                warnings.add("%s was to be judged again by %s".formatted(one.advisory(), one.review())));
        return warnings;
    }
}
