package id.lindungdesa.claim;

import id.lindungdesa.calendar.WorkingDays;
import id.lindungdesa.claim.Correction.State;
import id.lindungdesa.claim.Corrections.Repayment;
import id.lindungdesa.identity.CurrentUser;
import id.lindungdesa.identity.Official;
import id.lindungdesa.identity.Role;
import id.lindungdesa.ledger.Account;
import id.lindungdesa.ledger.Ledger;
import id.lindungdesa.ledger.Transfer;
import id.lindungdesa.money.Rupiah;
import id.lindungdesa.refusal.Refusal;
import id.lindungdesa.workflow.Workflow;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What the bank reports of money that goes the other way: transfers that came back, overpayments that were repaid. What does
 * not fit is refused by name and kept, so that somebody can ask the bank; the same report again is answered as before.
 */
@Service
class BankReports {

    static final String REPAID = "OverpaymentRepaid";

    record Reported(UUID id, String number, boolean isNew) {}

    /** One that fits, or why not and what was expected (null where nothing is). */
    private record Answer(Reported reported, Refusal refusal, Rupiah expected) {

        static Answer fits(Correction correction, boolean isNew) {
            return new Answer(new Reported(correction.id(), correction.number(), isNew), null, null);
        }

        static Answer fits(Debts.Repaid repaid) {
            return new Answer(new Reported(repaid.id(), repaid.number(), repaid.isNew()), null, null);
        }

        static Answer mismatch(Rupiah expected, Refusal refusal) {
            return new Answer(null, refusal, expected);
        }
    }

    private final Claims claims;
    private final Payouts payouts;
    private final Corrections corrections;
    private final ClaimSteps steps;
    private final Ledger ledger;
    private final Workflow workflow;
    private final ObjectProvider<Debts> debts;
    private final CurrentUser currentUser;
    private final TransactionTemplate together;
    private final TransactionTemplate apart;

    BankReports(Claims claims, Payouts payouts, Corrections corrections, ClaimSteps steps, Ledger ledger, Workflow workflow,
            ObjectProvider<Debts> debts, CurrentUser currentUser, PlatformTransactionManager transactions) {
        this.claims = claims;
        this.payouts = payouts;
        this.corrections = corrections;
        this.steps = steps;
        this.ledger = ledger;
        this.workflow = workflow;
        this.debts = debts;
        this.currentUser = currentUser;
        this.together = new TransactionTemplate(transactions);
        this.apart = new TransactionTemplate(transactions);
        this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /**
     * A transfer to a payee came back, whole.
     *
     * @throws Refusal UNKNOWN_REFERENCE, AMOUNT_MISMATCH, VALUE_DATE_IN_FUTURE, NOT_EXPECTED_YET before it was paid,
     *     ALREADY_RETURNED with other content, RECOVERY_OPEN while an overpayment of the payee is demanded,
     *     ALREADY_RECOVERED where he has repaid some of it
     */
    Reported returned(String reference, Rupiah rupiah, String reason, LocalDate valueDate) {
        Official bank = currentUser.require(Role.BANK);
        return taken("RETURN", reference, rupiah, valueDate, bank, () -> matchReturn(reference, rupiah, reason, valueDate, bank));
    }

    private Answer matchReturn(String reference, Rupiah rupiah, String reason, LocalDate valueDate, Official bank) {
        Optional<Payout> known = payouts.byReference(reference);
        if (known.isEmpty()) {
            return Answer.mismatch(null, Refusal.invalid("UNKNOWN_REFERENCE",
                    "Nomor referensi tidak dikenal; periksa kembali nomor transfer manfaat."));
        }
        Claim claim = claims.lock(known.get().claimId());
        Payout payout = payouts.get(known.get().id());
        if (payout.state() == Payout.State.ORDERED) {
            return Answer.mismatch(payout.rupiah(), Refusal.conflict("NOT_EXPECTED_YET", "Transfer ini belum dibukukan."));
        }
        Optional<Correction> before = corrections.ofPayout(payout.id());
        if (before.isPresent()) {
            boolean same = before.get().rupiah().equals(rupiah) && corrections.valueDate(before.get().id()).equals(valueDate);
            return same ? Answer.fits(before.get(), false) : Answer.mismatch(payout.rupiah(), Refusal.conflict("ALREADY_RETURNED",
                    "Transfer ini sudah dilaporkan kembali dengan jumlah atau tanggal valuta lain."));
        }
        if (!payout.rupiah().equals(rupiah)) {
            return Answer.mismatch(payout.rupiah(), Refusal.invalid("AMOUNT_MISMATCH",
                    "Jumlah yang kembali %s tidak sesuai; transfernya %s.".formatted(rupiah, payout.rupiah())));
        }
        Optional<Correction> open = corrections.open(claim.id(), payout.payee());
        if (open.isPresent()) {
            return Answer.mismatch(payout.rupiah(), Refusal.conflict("RECOVERY_OPEN",
                    "Koreksi %s untuk penerima ini belum selesai; hubungi kantor cabang.".formatted(open.get().number())));
        }
        if (ledger.balance(Account.payee(claim.id(), payout.payee())) < rupiah.amount()) {
            return Answer.mismatch(payout.rupiah(), Refusal.conflict("ALREADY_RECOVERED",
                    "Sebagian dari transfer ini sudah dikembalikan penerima; hubungi kantor cabang."));
        }
        Correction correction = Correction.ofReturn(UUID.randomUUID(), corrections.nextNumber(claim), payout, reason);
        corrections.add(correction, valueDate, bank.user(), steps.instant());
        steps.done(claim, Step.RETURN_PAYMENT, Outcome.PAYMENT_RETURNED, reason, bank);
        workflow.start(CorrectionDesk.PROCESS, correction.id(), Map.of("correctionId", correction.id().toString()));
        return Answer.fits(correction, true);
    }

    /**
     * A payee repaid an overpayment or a part of it.
     *
     * @param number the correction's, as the letter to him says
     * @param reference the bank's of this payment
     * @throws Refusal UNKNOWN_REFERENCE, NOT_EXPECTED where nothing is demanded, AMOUNT_MISMATCH for more than is left,
     *     ALREADY_REPORTED with other content
     */
    Reported repaid(String number, String reference, Rupiah rupiah, LocalDate valueDate) {
        Official bank = currentUser.require(Role.BANK);
        return taken("REPAYMENT", reference, rupiah, valueDate, bank, () -> matchRepayment(number, reference, rupiah, valueDate, bank));
    }

    private Answer matchRepayment(String number, String reference, Rupiah rupiah, LocalDate valueDate, Official bank) {
        Optional<Correction> known = corrections.byNumber(number).filter(one -> one.kind() == Correction.Kind.OVERPAID);
        if (known.isEmpty()) {
            Optional<Debts.Answer> elsewhere = debts.stream().map(one -> one.repaid(number, reference, rupiah, valueDate, bank))
                    .flatMap(Optional::stream).findFirst();
            if (elsewhere.isPresent()) {
                Debts.Answer answer = elsewhere.get();
                return answer.refusal() == null ? Answer.fits(answer.repaid()) : Answer.mismatch(answer.expected(), answer.refusal());
            }
            return Answer.mismatch(null, Refusal.invalid("UNKNOWN_REFERENCE", "Nomor penagihan %s tidak dikenal.".formatted(number)));
        }
        Claim claim = claims.lock(known.get().claimId());
        Correction correction = corrections.get(known.get().id());
        Repayment repayment = new Repayment(correction.id(), reference, rupiah, valueDate);
        Optional<Repayment> before = corrections.repayment(reference);
        if (before.isPresent()) {
            return before.get().equals(repayment) ? Answer.fits(correction, false) : Answer.mismatch(null, Refusal.conflict(
                    "ALREADY_REPORTED", "Pengembalian dengan nomor referensi ini sudah dilaporkan dengan isi lain."));
        }
        Rupiah left = corrections.outstanding(correction);
        if (correction.state() != State.DEMANDED) {
            return Answer.mismatch(null, Refusal.conflict("NOT_EXPECTED",
                    "Koreksi %s tidak sedang ditagih.".formatted(number)));
        }
        if (left.isLessThan(rupiah)) {
            return Answer.mismatch(left, Refusal.invalid("AMOUNT_MISMATCH",
                    "Pengembalian %s melebihi sisa tagihan %s.".formatted(rupiah, left)));
        }
        corrections.add(repayment, bank.user(), steps.instant());
        ledger.post(Transfer.of("OVERPAYMENT_REPAID", Account.overpaid(claim.id(), correction.payee()),
                Account.insurerBenefit(claim.programme().name()), rupiah, claim.number(), correction.basis(), steps.instant(),
                correction.id(), reference));
        if (left.equals(rupiah)) {
            corrections.update(correction, correction.repaid());
            steps.done(claim, Step.DECIDE_RECOVERY, Outcome.REPAID, null, bank);
            workflow.correlate(REPAID, CorrectionDesk.PROCESS, correction.id(), Map.of());
        }
        return Answer.fits(correction, true);
    }

    private interface Match {
        Answer made();
    }

    private Reported taken(String report, String reference, Rupiah rupiah, LocalDate valueDate, Official bank, Match match) {
        if (valueDate.isAfter(LocalDate.ofInstant(steps.instant(), WorkingDays.JAKARTA))) {
            throw Refusal.invalid("VALUE_DATE_IN_FUTURE", "Tanggal valuta belum tiba.");
        }
        Answer answer = together.execute(status -> match.made());
        if (answer.refusal() != null) {
            // apart, since the refusal undoes the request's own transaction, where it came with an Idempotency-Key
            apart.executeWithoutResult(status -> corrections.addMismatch(report, reference, rupiah, valueDate,
                    answer.refusal().code(), answer.expected(), bank.user(), steps.instant()));
            throw answer.refusal();
        }
        return answer.reported();
    }
}
