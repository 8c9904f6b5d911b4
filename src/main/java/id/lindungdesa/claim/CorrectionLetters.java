package id.lindungdesa.claim;

import id.lindungdesa.calendar.DateWords;
import id.lindungdesa.letter.LetterTemplates;
import java.time.Clock;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What a payee reads when a payment to him is put right. */
@Component
class CorrectionLetters {

    private final Clock clock;

    CorrectionLetters(Clock clock) {
        this.clock = clock;
    }

    String paidAgain(Claim claim, Correction correction, Payee payee, Payout payout) {
        return LetterTemplates.fill("claim-paid-again", Map.of("claim", claim.number(), "today", today(), "payee", payee.entitled(),
                "to", payee.receiver(),
                "sum", correction.rupiah(), "reason", correction.reason(),
                "row", LetterTemplates.row(payout.receiver(), payout.reference(), correction.rupiah()), "complaint", Letters.COMPLAINT));
    }

    String demand(Claim claim, Correction correction, Payee payee) {
        return LetterTemplates.fill("claim-overpaid", Map.of("claim", claim.number(), "today", today(), "payee", payee.entitled(),
                "to", payee.receiver(),
                "sum", correction.rupiah(), "reason", correction.reason(), "basis", correction.basis(), "number", correction.number(),
                "complaint", Letters.COMPLAINT));
    }

    private String today() {
        return DateWords.day(clock.instant());
    }
}
