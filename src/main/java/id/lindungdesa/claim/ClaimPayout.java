package id.lindungdesa.claim;

import id.lindungdesa.claim.Benefits.Line;
import id.lindungdesa.enrolment.Enrolment;
import id.lindungdesa.identity.Official;
import id.lindungdesa.identity.Role;
import id.lindungdesa.ledger.Account;
import id.lindungdesa.ledger.Ledger;
import id.lindungdesa.ledger.Transfer;
import id.lindungdesa.refusal.Refusal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The money's way to the payees, once and with every amount on its own article, and the letters about it. */
@Service
class ClaimPayout {

    private static final Pattern REFERENCE = Pattern.compile("[A-Za-z0-9./_ -]{3,64}");

    private final Claims claims;
    private final ClaimFiles files;
    private final Benefits benefits;
    private final ClaimSteps steps;
    private final Ledger ledger;
    private final Letters letters;
    private final Enrolment enrolment;

    ClaimPayout(Claims claims, ClaimFiles files, Benefits benefits, ClaimSteps steps, Ledger ledger, Letters letters,
            Enrolment enrolment) {
        this.claims = claims;
        this.files = files;
        this.benefits = benefits;
        this.steps = steps;
        this.ledger = ledger;
        this.letters = letters;
        this.enrolment = enrolment;
    }

    /** Finance orders the payment under the bank's reference. Nothing has moved yet. */
    @Transactional
    public void order(UUID claimId, String bankReference) {
        Claim claim = claims.lock(claimId);
        Official finance = steps.officer(claim, Step.ORDER_PAYMENT, Role.BPJS_KEUANGAN);
        steps.done(claim, claim.paymentOrdered(reference(bankReference)), Step.ORDER_PAYMENT, Outcome.ORDERED, null, finance);
    }

    /** @throws Refusal BANK_REFERENCE_REQUIRED */
    static String reference(String bankReference) {
        if (bankReference == null || !REFERENCE.matcher(bankReference.strip()).matches()) {
            throw Refusal.invalid("BANK_REFERENCE_REQUIRED",
                    "Nomor referensi bank wajib diisi (3-64 huruf, angka, titik, garis).");
        }
        return bankReference.strip();
    }

    /** Moves every amount to its payee. Repeated after it is done, it changes nothing. */
    @Transactional
    public void pay(UUID claimId) {
        Claim claim = claims.lock(claimId);
        if (claim.state() == ClaimState.PAID) {
            return;
        }
        Claim paid = claim.paid();
        Instant at = steps.instant();
        Map<Line, Transfer> transfers = new LinkedHashMap<>();
        for (Line line : benefits.lines(claimId)) {
            transfers.put(line, Transfer.of("BENEFIT_PAID", Account.insurerBenefit(claim.programme().name()),
                    Account.payee(claimId, line.payee()), line.rupiah(), claim.number(), line.legalBasis(), at,
                    claimId, line.payee(), line.code()));
        }
        ledger.postAll(List.copyOf(transfers.values()));
        transfers.forEach((line, transfer) -> benefits.paid(claimId, line, transfer, claim.bankReference()));
        steps.done(claim, paid, Step.PAY, Outcome.PAID);
    }

    /** Tells the family what was paid to whom and on which article. */
    @Transactional
    public void writeLetter(UUID claimId) {
        Claim claim = claims.lock(claimId);
        files.write(claim, "PAYMENT", letters.payment(claim, enrolment.worker(claim.workerId()),
                benefits.verdict(claimId).orElseThrow(), files.heirs(claimId), benefits.lines(claimId)), steps.instant());
    }

    /** Tells the family why not, and where to complain. */
    @Transactional
    public void writeRejection(UUID claimId) {
        Claim claim = claims.lock(claimId);
        files.write(claim, "REJECTION", letters.rejection(claim, enrolment.worker(claim.workerId()),
                benefits.verdict(claimId).orElseThrow()), steps.instant());
    }
}
