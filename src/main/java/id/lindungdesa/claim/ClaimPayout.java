package id.lindungdesa.claim;

import id.lindungdesa.benefit.Consequence;
import id.lindungdesa.benefit.Programme;
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
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
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
    private final Payees payees;
    private final Payouts payouts;
    private final AccountDesk accounts;
    private final HeirChecks heirs;
    private final Injuries injuries;
    private final ScholarshipRight scholarships;

    ClaimPayout(Claims claims, ClaimFiles files, Benefits benefits, ClaimSteps steps, Ledger ledger, Letters letters,
            Enrolment enrolment, Payees payees, Payouts payouts, AccountDesk accounts, HeirChecks heirs,
            Injuries injuries, ScholarshipRight scholarships) {
        this.claims = claims;
        this.files = files;
        this.benefits = benefits;
        this.steps = steps;
        this.ledger = ledger;
        this.letters = letters;
        this.enrolment = enrolment;
        this.payees = payees;
        this.payouts = payouts;
        this.accounts = accounts;
        this.heirs = heirs;
        this.injuries = injuries;
        this.scholarships = scholarships;
    }

    /** What finance says of one payee before it orders the payment; either may be null. */
    record Told(int payee, String holder, String reference) {}

    /** Finance writes down the bank's answers and references, payee by payee. Nothing is ordered yet. */
    @Transactional
    public void tell(UUID claimId, List<Told> told) {
        Claim claim = claims.lock(claimId);
        steps.officer(claim, Step.ORDER_PAYMENT, Role.BPJS_KEUANGAN);
        claim.requireState(ClaimState.APPROVED);
        for (Told one : told) {
            if (one.holder() != null && !one.holder().isBlank()) {
                accounts.financeRecords(claim, one.payee(), one.holder());
            }
            if (one.reference() != null && !one.reference().isBlank()) {
                payouts.plan(claimId, one.payee(), reference(one.reference()));
            }
        }
    }

    /**
     * Finance orders the payment: one transfer for each payee, under the reference typed for him, otherwise under the one
     * given here. Nothing has moved yet.
     *
     * @throws Refusal BANK_REFERENCE_REQUIRED, BANK_REFERENCE_USED, ACCOUNT_NOT_CHECKED, ACCOUNT_HOLDER_DIFFERS
     */
    @Transactional
    public void order(UUID claimId, String bankReference) {
        Claim claim = claims.lock(claimId);
        Official finance = steps.officer(claim, Step.ORDER_PAYMENT, Role.BPJS_KEUANGAN);
        claim.requireState(ClaimState.APPROVED);
        heirs.requireReady(claim);
        List<Payee> receiving = payees.unpaid(claimId);
        Map<Integer, String> references = references(receiving, payouts.planned(claimId), bankReference);
        accounts.requireChecked(claim, receiving);
        receiving.forEach(payee -> payouts.order(claimId, payee, references.get(payee.place()), steps.instant(), null));
        payouts.forgetPlans(claimId);
        Claim ordered = claim.paymentOrdered(references.isEmpty() ? reference(bankReference) : references.values().iterator().next());
        steps.done(claim, ordered, Step.ORDER_PAYMENT, Outcome.ORDERED, null, finance);
    }

    static Map<Integer, String> references(List<Payee> receiving, Map<Integer, String> planned, String common) {
        Map<Integer, String> references = new LinkedHashMap<>();
        for (Payee payee : receiving) {
            String own = planned.get(payee.place());
            boolean first = references.isEmpty();
            // the bank makes one transfer for each payee: where one number was typed for all, the others are told apart
            references.put(payee.place(), own != null ? own : reference(common) + (first ? "" : "/" + payee.place()));
        }
        return references;
    }

    /** @throws Refusal BANK_REFERENCE_REQUIRED */
    static String reference(String typed) {
        if (typed == null || !REFERENCE.matcher(typed.strip()).matches()) {
            throw Refusal.invalid("BANK_REFERENCE_REQUIRED",
                    "Nomor referensi bank wajib diisi (3-64 huruf, angka, titik, garis).");
        }
        return typed.strip();
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
        Map<Integer, Payout> ordered = payouts.of(claimId).stream().filter(payout -> payout.state() == Payout.State.ORDERED)
                .collect(Collectors.toMap(Payout::payee, Function.identity()));
        Map<Line, Transfer> transfers = new LinkedHashMap<>();
        for (Line line : benefits.lines(claimId)) {
            if (line.transferId() == null) {
                transfers.put(line, Transfer.of("BENEFIT_PAID", Account.insurerBenefit(claim.programme().name()),
                        Account.payee(claimId, line.payee()), line.rupiah(), claim.number(), line.legalBasis(), at,
                        claimId, line.payee(), line.code()));
            }
        }
        ledger.postAll(List.copyOf(transfers.values()));
        transfers.forEach((line, transfer) -> benefits.paid(claimId, line, transfer, ordered.get(line.payee()).reference()));
        ordered.values().forEach(payout -> payouts.paid(payout.id(), at));
        steps.done(claim, paid, Step.PAY, Outcome.PAID);
    }

    /** Tells the family what was paid to whom and on which article. */
    @Transactional
    public void writeLetter(UUID claimId) {
        Claim claim = claims.lock(claimId);
        files.write(claim, "PAYMENT", letters.payment(claim, enrolment.worker(claim.workerId()),
                benefits.verdict(claimId).orElseThrow(), files.heirs(claimId), benefits.lines(claimId),
                scholarships.terms(claimId)), steps.instant());
    }

    /** Tells the family why not, and where to complain. */
    @Transactional
    public void writeRejection(UUID claimId) {
        Claim claim = claims.lock(claimId);
        files.write(claim, "REJECTION", letters.rejection(claim, enrolment.worker(claim.workerId()),
                benefits.verdict(claimId).orElseThrow(), claim.programme() == Programme.JKM
                        || injuries.consequence(claimId).filter(outcome -> outcome == Consequence.DEATH).isPresent()), steps.instant());
    }
}
