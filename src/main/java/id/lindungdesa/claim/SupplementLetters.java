package id.lindungdesa.claim;

import id.lindungdesa.benefit.Heir;
import id.lindungdesa.calendar.DateWords;
import id.lindungdesa.claim.Benefits.Line;
import id.lindungdesa.letter.LetterTemplates;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What the family reads after its complaint about the amount: what was wrong, what it should be, what it gets now. */
@Component
class SupplementLetters {

    private final Clock clock;

    SupplementLetters(Clock clock) {
        this.clock = clock;
    }

    String paid(Claim claim, Supplement supplement, List<Line> lines, List<Heir> heirs) {
        return fill("claim-supplement", claim, supplement, Map.of("sum", Letters.sum(lines), "table", Letters.table(lines),
                "payees", Letters.payees(lines, heirs, line -> ", referensi bank " + line.bankReference())));
    }

    String nothingDue(Claim claim, Supplement supplement) {
        return fill("claim-supplement-none", claim, supplement, Map.of());
    }

    private String fill(String template, Claim claim, Supplement supplement, Map<String, ?> more) {
        Map<String, Object> values = new HashMap<>(more);
        values.putAll(Map.of("claim", claim.number(), "today", DateWords.day(clock.instant()), "reason", sentence(supplement.reason()),
                "note", claim.last(Step.PROPOSE_SUPPLEMENT).map(Deed::note).orElse(""), "basis", supplement.legalBasis(),
                "due", supplement.due(), "paid", supplement.paid(), "complaint", Letters.COMPLAINT));
        return LetterTemplates.fill(template, values);
    }

    /** Another sentence follows. */
    private static String sentence(String reason) {
        String text = reason.strip();
        return text.matches("(?s).*[.!?]") ? text : text + ".";
    }
}
