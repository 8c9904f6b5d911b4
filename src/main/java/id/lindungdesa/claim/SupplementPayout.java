package id.lindungdesa.claim;

import id.lindungdesa.claim.Benefits.Line;
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
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The difference's way to the payees: once, line by line on its article, to accounts whose holders the bank has named. */
@Service
class SupplementPayout {

    private final Claims claims;
    private final ClaimFiles files;
    private final Supplements supplements;
    private final SupplementDesk desk;
    private final SupplementLetters letters;
    private final Payees payees;
    private final Payouts payouts;
    private final AccountDesk accounts;
    private final ClaimSteps steps;
    private final Ledger ledger;

    SupplementPayout(Claims claims, ClaimFiles files, Supplements supplements, SupplementDesk desk, SupplementLetters letters, Payees payees,
            Payouts payouts, AccountDesk accounts, ClaimSteps steps, Ledger ledger) {
        this.claims = claims;
        this.files = files;
        this.supplements = supplements;
        this.desk = desk;
        this.letters = letters;
        this.payees = payees;
        this.payouts = payouts;
        this.accounts = accounts;
        this.steps = steps;
        this.ledger = ledger;
    }

    /** Finance writes down the bank's answers and references, payee by payee. Nothing is ordered yet. */
    @Transactional
    public void tell(UUID id, List<ClaimPayout.Told> told) {
        Supplement supplement = supplements.get(id);
        Claim claim = claims.lock(supplement.claimId());
        steps.officer(claim, Step.ORDER_SUPPLEMENT, Role.BPJS_KEUANGAN);
        supplement.requireState(Supplement.State.APPROVED);
        for (ClaimPayout.Told one : told) {
            if (one.holder() != null && !one.holder().isBlank()) {
                accounts.financeRecords(claim, one.payee(), one.holder());
            }
            if (one.reference() != null && !one.reference().isBlank()) {
                payouts.plan(claim.id(), one.payee(), ClaimPayout.reference(one.reference()));
            }
        }
    }

    /** @throws Refusal BANK_REFERENCE_REQUIRED, BANK_REFERENCE_USED, ACCOUNT_NOT_CHECKED, ACCOUNT_HOLDER_DIFFERS, CORRECTION_OPEN */
    @Transactional
    public void order(UUID id, String bankReference) {
        Supplement supplement = supplements.get(id);
        Claim claim = claims.lock(supplement.claimId());
        Official finance = steps.officer(claim, Step.ORDER_SUPPLEMENT, Role.BPJS_KEUANGAN);
        Supplement ordered = supplement.ordered();
        desk.requireNothingUnderWay(claim);
        List<Payee> receiving = payees.of(claim.id(), supplements.lines(id));
        Map<Integer, String> references = ClaimPayout.references(receiving, payouts.planned(claim.id()), bankReference);
        accounts.requireChecked(claim, receiving);
        receiving.forEach(payee -> payouts.order(claim.id(), payee, references.get(payee.place()), steps.instant(), id));
        payouts.forgetPlans(claim.id());
        supplements.update(supplement, ordered);
        steps.done(claim, Step.ORDER_SUPPLEMENT, Outcome.ORDERED, null, finance);
    }

    /** Moves every difference to its payee and tells the family. Repeated after it is done, it changes nothing. */
    @Transactional
    public void pay(UUID id) {
        Supplement supplement = supplements.get(id);
        Claim claim = claims.lock(supplement.claimId());
        supplement = supplements.get(id);
        if (supplement.state() == Supplement.State.PAID) {
            return;
        }
        Supplement paid = supplement.wasPaid();
        Instant at = steps.instant();
        Map<Integer, Payout> ordered = payouts.of(claim.id()).stream().filter(payout -> id.equals(payout.supplement())
                && payout.state() == Payout.State.ORDERED).collect(Collectors.toMap(Payout::payee, Function.identity()));
        Map<Line, Transfer> transfers = new LinkedHashMap<>();
        supplements.lines(id).forEach(line -> transfers.put(line, Transfer.of("SUPPLEMENT_PAID", Account.insurerBenefit(claim.programme().name()),
                Account.payee(claim.id(), line.payee()), line.rupiah(), claim.number(), line.legalBasis(), at, id, line.payee(), line.code())));
        ledger.postAll(List.copyOf(transfers.values()));
        transfers.forEach((line, transfer) -> supplements.paid(id, line, transfer, ordered.get(line.payee()).reference()));
        ordered.values().forEach(payout -> payouts.paid(payout.id(), at));
        supplements.update(supplement, paid);
        steps.doneBySystem(claim, Step.PAY_SUPPLEMENT, Outcome.PAID);
        files.write(claim, "SUPPLEMENT", letters.paid(claim, paid, supplements.lines(id), files.heirs(claim.id())), at);
    }
}
