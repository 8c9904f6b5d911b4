package id.lindungdesa.claim;

import id.lindungdesa.benefit.Heir;
import id.lindungdesa.calendar.DateWords;
import id.lindungdesa.letter.LetterTemplates;
import id.lindungdesa.money.Rupiah;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Tells the family what it is owed for waiting, or why it is owed nothing. */
@Component
class PenaltyLetters {

    private final Clock clock;

    PenaltyLetters(Clock clock) {
        this.clock = clock;
    }

    String letter(Claim claim, Penalty penalty, Map<Integer, Rupiah> shares, List<Heir> heirs) {
        Map<String, Object> values = new HashMap<>(Map.of("claim", claim.number(), "today", DateWords.day(clock.instant()),
                "payBy", DateWords.day(penalty.payBy()), "paidOn", DateWords.day(penalty.paidOn()), "days", penalty.daysLate(),
                "row", LetterTemplates.row(penalty.benefit(), penalty.percentPerDay() + "%", penalty.daysLate() + " hari", penalty.rupiah()),
                "basis", penalty.legalBasis(), "complaint", Letters.COMPLAINT));
        if (penalty.state() == PenaltyState.NOT_OWED) {
            values.put("delayedBy", penalty.delayedBy().label());
            values.put("why", claim.last(Step.DECIDE_PENALTY).map(Deed::note).orElse(""));
            return LetterTemplates.fill("claim-penalty-none", values);
        }
        values.put("payees", shares.entrySet().stream().map(share -> "- %s: %s".formatted(
                Letters.receivedBy(share.getKey(), heirs), share.getValue())).collect(Collectors.joining("\n")));
        values.put("reference", penalty.bankReference());
        return LetterTemplates.fill("claim-penalty", values);
    }
}
