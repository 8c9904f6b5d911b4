package id.lindungdesa.claim;

import id.lindungdesa.claim.Benefits.Line;
import id.lindungdesa.claim.Correction.Kind;
import id.lindungdesa.claim.Correction.State;
import id.lindungdesa.document.Documents;
import id.lindungdesa.identity.CurrentUser;
import id.lindungdesa.identity.Official;
import id.lindungdesa.identity.Role;
import id.lindungdesa.ledger.Account;
import id.lindungdesa.ledger.Ledger;
import id.lindungdesa.ledger.Transfer;
import id.lindungdesa.money.Rupiah;
import id.lindungdesa.refusal.Refusal;
import id.lindungdesa.workflow.Workflow;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Puts payments right, in the process {@code payment-correction}: a returned transfer is paid again to an account that was
 * corrected and checked, an overpayment is demanded back or waived. Every rupiah goes by a transfer of its own.
 */
@Service
class CorrectionDesk {

    static final String PROCESS = "payment-correction";

    private final Claims claims;
    private final ClaimFiles files;
    private final Benefits benefits;
    private final Payees payees;
    private final Payouts payouts;
    private final Corrections corrections;
    private final Supplements supplements;
    private final CorrectionLetters letters;
    private final AccountDesk accounts;
    private final ClaimSteps steps;
    private final Ledger ledger;
    private final Documents documents;
    private final CurrentUser currentUser;
    private final Workflow workflow;

    CorrectionDesk(Claims claims, ClaimFiles files, Benefits benefits, Payees payees, Payouts payouts, Corrections corrections,
            Supplements supplements, CorrectionLetters letters, AccountDesk accounts, ClaimSteps steps, Ledger ledger, Documents documents,
            CurrentUser currentUser, Workflow workflow) {
        this.claims = claims;
        this.files = files;
        this.benefits = benefits;
        this.payees = payees;
        this.payouts = payouts;
        this.corrections = corrections;
        this.supplements = supplements;
        this.letters = letters;
        this.accounts = accounts;
        this.steps = steps;
        this.ledger = ledger;
        this.documents = documents;
        this.currentUser = currentUser;
        this.workflow = workflow;
    }

    /** Books what came back: each amount on its own article, into the insurer's returned funds. Whether it is a return. */
    @Transactional
    public boolean open(UUID id) {
        Correction correction = corrections.get(id);
        Claim claim = claims.lock(correction.claimId());
        if (correction.kind() == Kind.OVERPAID || correction.state() != State.OPEN) {
            return correction.kind() == Kind.RETURNED;
        }
        move(claim, correction, "BENEFIT_RETURNED", Account.payee(claim.id(), correction.payee()),
                Account.insurerReturned(claim.programme().name()), correction.payoutId());
        payouts.returned(correction.payoutId());
        corrections.update(correction, correction.booked());
        return true;
    }

    /** What finance found out about the account of a transfer that came back; any of them may be left out. */
    record Found(String account, String holder, String reason, List<UUID> papers) {}

    /** Finance corrects the account on a paper of the family, or leaves it and says why; and writes down the bank's answer. */
    @Transactional
    public void prepare(UUID id, Found found) {
        Correction correction = corrections.get(id);
        Claim claim = claims.lock(correction.claimId());
        Official finance = steps.officer(claim, Step.CORRECT_ACCOUNT, Role.BPJS_KEUANGAN);
        if (correction.state() != State.APPROVED) {
            steps.requireNote(found.reason(), "Tuliskan mengapa transfer kembali dan apa yang diperbaiki.");
            if (found.account() != null) {
                requirePaper(found.papers());
                documents.requireForAttaching(found.papers());
                files.attach(claim.id(), found.papers(), finance.user(), steps.instant());
                accounts.change(claim, correction.payee(), found.account(), found.reason().strip(), found.papers().get(0), finance);
            }
            corrections.update(correction, correction.prepared(found.reason().strip()));
        } else if (found.account() != null) {
            throw Refusal.conflict("CORRECTION_STATE", "Rekening sudah disetujui dan tidak dapat diganti lagi di sini.");
        }
        if (found.holder() != null && !found.holder().isBlank()) {
            accounts.financeRecords(claim, correction.payee(), found.holder());
        }
    }

    private static void requirePaper(List<UUID> papers) {
        if (papers.isEmpty()) {
            throw Refusal.invalid("DOCUMENT_REQUIRED", "Unggah dokumen rekening yang baru, misalnya buku tabungan.");
        }
    }

    @Transactional
    public void recordAccount(UUID id, String note) {
        Correction correction = corrections.get(id);
        Claim claim = claims.lock(correction.claimId());
        Official finance = steps.officer(claim, Step.CORRECT_ACCOUNT, Role.BPJS_KEUANGAN);
        corrections.update(correction, correction.corrected());
        steps.done(claim, Step.CORRECT_ACCOUNT, Outcome.CORRECTED, note == null || note.isBlank() ? correction.prepared() : note, finance);
    }

    @Transactional
    public void approve(UUID id, boolean approved, String note) {
        Correction correction = corrections.get(id);
        Claim claim = claims.lock(correction.claimId());
        Official head = steps.officer(claim, Step.APPROVE_CORRECTION, Role.BPJS_KABID);
        if (!approved) {
            steps.requireNote(note, "Tuliskan apa yang harus diperbaiki.");
        }
        corrections.update(correction, approved ? correction.approved() : correction.sentBack());
        steps.done(claim, Step.APPROVE_CORRECTION, approved ? Outcome.APPROVED : Outcome.RETURNED, note, head);
    }

    /** Finance orders the same amount again, under a reference of its own. Nothing has moved yet. */
    @Transactional
    public void order(UUID id, String bankReference) {
        Correction correction = corrections.get(id);
        Claim claim = claims.lock(correction.claimId());
        Official finance = steps.officer(claim, Step.PAY_AGAIN, Role.BPJS_KEUANGAN);
        Correction ordered = correction.ordered();
        Payee payee = payees.person(claim.id(), correction.payee()).orElseThrow();
        accounts.requireChecked(claim, List.of(payee));
        payouts.order(claim.id(), new Payee(payee.place(), payee.entitled(), payee.receiver(), payee.account(), correction.rupiah()),
                ClaimPayout.reference(bankReference), steps.instant(),
                payouts.get(correction.payoutId()).supplement());
        corrections.update(correction, ordered);
        steps.done(claim, Step.PAY_AGAIN, Outcome.ORDERED, null, finance);
    }

    /** Moves the returned money to the payee again. Repeated after it is done, it changes nothing. */
    @Transactional
    public void payAgain(UUID id) {
        Correction correction = corrections.get(id);
        Claim claim = claims.lock(correction.claimId());
        if (correction.state() == State.PAID_AGAIN) {
            return;
        }
        UUID supplement = payouts.get(correction.payoutId()).supplement();
        Payout payout = payouts.of(claim.id()).stream().filter(one -> one.payee() == correction.payee()
                && one.state() == Payout.State.ORDERED && Objects.equals(one.supplement(), supplement)).findFirst().orElseThrow();
        move(claim, correction, "BENEFIT_PAID_AGAIN", Account.insurerReturned(claim.programme().name()),
                Account.payee(claim.id(), correction.payee()), payout.id());
        payouts.paid(payout.id(), steps.instant());
        corrections.update(correction, correction.paidAgain());
        steps.doneBySystem(claim, Step.PAY_AGAIN, Outcome.PAID);
        files.write(claim, "PAYMENT_AGAIN", letters.paidAgain(claim, correction,
                payees.person(claim.id(), correction.payee()).orElseThrow(), payout), steps.instant());
    }

    /** The payee's amounts, line by line: they add up to his transfer. */
    private void move(Claim claim, Correction correction, String code, Account from, Account to, UUID payoutId) {
        UUID supplement = payouts.get(payoutId).supplement();
        List<Line> all = supplement == null ? benefits.lines(claim.id()) : supplements.lines(supplement);
        List<Line> lines = all.stream().filter(line -> line.payee() == correction.payee()
                && line.transferId() != null).toList();
        Rupiah sum = lines.stream().map(Line::rupiah).reduce(Rupiah.ZERO, Rupiah::plus);
        if (!sum.equals(correction.rupiah())) {
            ledger.post(Transfer.of(code, from, to, correction.rupiah(), claim.number(), lines.get(0).legalBasis(), steps.instant(),
                    payoutId));
            return;
        }
        ledger.postAll(lines.stream().map(line -> Transfer.of(code, from, to, line.rupiah(), claim.number(), line.legalBasis(),
                steps.instant(), payoutId, line.code())).toList());
    }

    /**
     * An officer of the branch or an auditor finds that a payee got too much.
     *
     * @throws Refusal CORRECTION_OPEN with its number, OVERPAYMENT_TOO_LARGE for more than he has received
     */
    @Transactional
    public Correction find(UUID claimId, int payee, long rupiah, String reason, String basis) {
        Claim claim = claims.lock(claimId);
        Official finder = currentUser.acting(who -> who.is(Role.INSPEKTORAT) || who.holds(Role.BPJS_VERIFIKATOR, claim.branch()));
        if (!finder.is(Role.INSPEKTORAT) && !finder.holds(Role.BPJS_VERIFIKATOR, claim.branch())) {
            throw ClaimSteps.notYours();
        }
        steps.requireOtherPerson(claim, Step.FIND_OVERPAYMENT, finder);
        steps.requireNote(reason, "Tuliskan mengapa pembayaran itu berlebih.");
        steps.requireNote(basis, "Sebutkan dasar temuan: peraturan, putusan, atau laporan pemeriksaan.");
        corrections.open(claimId, payee).ifPresent(open -> {
            throw Refusal.conflict("CORRECTION_OPEN", "Koreksi %s untuk penerima ini belum selesai.".formatted(open.number()));
        });
        long received = ledger.balance(Account.payee(claimId, payee));
        if (rupiah <= 0 || rupiah > received) {
            throw ClaimForm.refused("rupiah", "OVERPAYMENT_TOO_LARGE", "Kelebihan bayar harus lebih dari nol dan paling banyak "
                    + "%s yang diterima orang ini.".formatted(Rupiah.of(received)));
        }
        Correction correction = Correction.ofOverpayment(UUID.randomUUID(), corrections.nextNumber(claim), claimId, payee,
                Rupiah.of(rupiah), reason.strip(), basis.strip());
        corrections.add(correction, null, finder.user(), steps.instant());
        steps.done(claim, Step.FIND_OVERPAYMENT, Outcome.FOUND, reason, finder);
        workflow.start(PROCESS, correction.id(), Map.of("correctionId", correction.id().toString()));
        return correction;
    }

    /** The head of service says whether the finding holds; only then is anybody written to. */
    @Transactional
    public void confirm(UUID id, boolean approved, String note) {
        Correction correction = corrections.get(id);
        Claim claim = claims.lock(correction.claimId());
        Official head = steps.officer(claim, Step.CONFIRM_OVERPAYMENT, Role.BPJS_KABID);
        if (approved) {
            correction.requireState(State.OPEN);
        } else {
            steps.requireNote(note, "Tuliskan mengapa temuan itu tidak terbukti.");
            corrections.update(correction, correction.dismissed());
        }
        steps.done(claim, Step.CONFIRM_OVERPAYMENT, approved ? Outcome.PROVEN : Outcome.DISMISSED, note, head);
    }

    /** What the payee has too much is set apart from what is his, and he is asked for it. */
    @Transactional
    public void demand(UUID id) {
        Correction correction = corrections.get(id);
        Claim claim = claims.lock(correction.claimId());
        if (correction.state() != State.OPEN) {
            return;
        }
        ledger.post(Transfer.of("OVERPAYMENT_FOUND", Account.payee(claim.id(), correction.payee()),
                Account.overpaid(claim.id(), correction.payee()), correction.rupiah(), claim.number(), correction.basis(),
                steps.instant(), id));
        corrections.update(correction, correction.demanded());
        files.write(claim, "OVERPAYMENT", letters.demand(claim, correction,
                payees.person(claim.id(), correction.payee()).orElseThrow()), steps.instant());
    }

    /** The branch head alone lets the payee keep what is not repaid yet, and says why. Whether he does. */
    @Transactional
    public boolean decideRecovery(UUID id, boolean waived, String note) {
        Correction correction = corrections.get(id);
        Claim claim = claims.lock(correction.claimId());
        Official head = steps.officer(claim, Step.DECIDE_RECOVERY, Role.BPJS_KACAB);
        correction.requireState(State.DEMANDED);
        steps.requireNote(note, "Tuliskan alasan penghapusan, atau mengapa penagihan dilanjutkan.");
        if (waived) {
            ledger.post(Transfer.of("OVERPAYMENT_WAIVED", Account.overpaid(claim.id(), correction.payee()),
                    Account.payee(claim.id(), correction.payee()), corrections.outstanding(correction), claim.number(),
                    "Keputusan Kepala Cabang atas " + correction.number(), steps.instant(), id));
            corrections.update(correction, correction.waived());
        }
        steps.done(claim, Step.DECIDE_RECOVERY, waived ? Outcome.WAIVED : Outcome.CONTINUED, note, head);
        return waived;
    }
}
