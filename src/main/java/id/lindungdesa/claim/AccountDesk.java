package id.lindungdesa.claim;

import id.lindungdesa.benefit.Shares;
import id.lindungdesa.claim.AccountCheck.State;
import id.lindungdesa.document.Documents;
import id.lindungdesa.identity.CurrentUser;
import id.lindungdesa.identity.Official;
import id.lindungdesa.identity.Role;
import id.lindungdesa.refusal.Refusal;
import id.lindungdesa.workflow.Workflow;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Whose account is it? No payment is ordered to an account before the bank has said who holds it; another name than the
 * receiver's is cleared by people, in the process {@code account-clearance}.
 */
@Service
class AccountDesk {

    static final String CLEARANCE = "account-clearance";

    private static final Pattern ACCOUNT = Pattern.compile("[A-Za-z0-9 ./-]{5,60}");
    private static final int LONGEST_NAME = 120;

    private final Claims claims;
    private final ClaimFiles files;
    private final Payees payees;
    private final AccountChecks checks;
    private final Interims interims;
    private final Supplements supplements;
    private final List<OtherPayees> others;
    private final ClaimSteps steps;
    private final Documents documents;
    private final CurrentUser currentUser;
    private final Workflow workflow;

    AccountDesk(Claims claims, ClaimFiles files, Payees payees, AccountChecks checks, Interims interims, Supplements supplements,
            List<OtherPayees> others, ClaimSteps steps, Documents documents, CurrentUser currentUser, Workflow workflow) {
        this.claims = claims;
        this.files = files;
        this.payees = payees;
        this.checks = checks;
        this.interims = interims;
        this.supplements = supplements;
        this.others = others;
        this.steps = steps;
        this.documents = documents;
        this.currentUser = currentUser;
        this.workflow = workflow;
    }

    /** An account that the bank has been asked about and has not answered. */
    record Question(String claim, int payee, String account) {}

    record Answered(AccountCheck check, boolean isNew) {}

    /** What the bank is waited for: every account of a claim under decision whose holder nobody has told yet. */
    @Transactional(readOnly = true)
    public List<Question> questions() {
        currentUser.require(Role.BANK);
        Stream<Question> ofClaims = claims.awaitingAccounts().stream().flatMap(claim -> questions(claim, payees.of(claim.id())));
        Stream<Question> beside = claims.awaitingBeside().stream().flatMap(claim -> questions(claim, beside(claim.id())));
        Stream<Question> ofOthers = others.stream().flatMap(module -> module.awaiting().stream()).flatMap(other ->
                questions(claims.get(other.claimId()), List.of(Payees.payee(other))));
        return Stream.of(ofClaims, beside, ofOthers).flatMap(one -> one).distinct().toList();
    }

    private Stream<Question> questions(Claim claim, List<Payee> receiving) {
        return receiving.stream().filter(Payee::isPerson).filter(payee -> payee.account() != null && known(claim, payee).isEmpty())
                .map(payee -> new Question(claim.number(), payee.place(), payee.account()));
    }

    /** Who is paid apart from the claim itself: the worker for his months, whoever gets a difference. */
    private List<Payee> beside(UUID claimId) {
        Stream<Payee> months = interims.of(claimId).stream().filter(one -> !one.state().isOver())
                .flatMap(one -> payees.person(claimId, Shares.WORKER).stream());
        Stream<Payee> difference = supplements.open(claimId).stream().flatMap(one -> payees.of(claimId, supplements.lines(one.id())).stream());
        return Stream.concat(months, difference).toList();
    }

    /**
     * The bank answers by itself, naming the account or its SHA-256.
     *
     * @throws Refusal CLAIM_UNKNOWN, PAYEE_UNKNOWN, ACCOUNT_MISMATCH where it speaks of another account than ours
     */
    @Transactional
    public Answered bankAnswers(String claimNumber, int place, String account, String accountHash, String holder) {
        currentUser.require(Role.BANK);
        Claim claim = claims.lock(claims.requireId(claimNumber));
        Payee payee = payee(claim, place);
        boolean same = account != null ? bare(account).equals(bare(payee.account())) : hash(payee.account()).equalsIgnoreCase(accountHash);
        if (!same) {
            throw Refusal.invalid("ACCOUNT_MISMATCH", "Rekening itu bukan rekening penerima nomor %d pada klaim %s."
                    .formatted(place, claim.number()));
        }
        return answered(claim, payee, holder, "bank");
    }

    /** Finance writes down what the bank said by telephone or on its screen. */
    @Transactional
    public Answered financeRecords(Claim claim, int place, String holder) {
        return answered(claim, payee(claim, place), holder, currentUser.get().user());
    }

    private Answered answered(Claim claim, Payee payee, String holder, String by) {
        if (holder == null || holder.isBlank() || holder.length() > LONGEST_NAME) {
            throw Refusal.invalid("HOLDER_REQUIRED", "Nama pemilik rekening menurut bank wajib diisi.");
        }
        Optional<AccountCheck> before = known(claim, payee);
        if (before.filter(known -> HolderName.same(known.holder(), holder)).isPresent()) {
            return new Answered(before.get(), false);
        }
        if (before.filter(known -> known.state() == State.DIFFERENT).isPresent()) {
            throw Refusal.conflict("ACCOUNT_CHECK_OPEN", "Perbedaan nama pada rekening ini sedang diselesaikan petugas.");
        }
        AccountCheck check = AccountCheck.answered(claim.id(), payee, holder.strip());
        checks.add(check, by, steps.instant());
        if (check.state() == State.DIFFERENT) {
            workflow.start(CLEARANCE, check.id(), Map.of("checkId", check.id().toString()));
        }
        return new Answered(check, true);
    }

    /** @throws Refusal ACCOUNT_MISSING, ACCOUNT_NOT_CHECKED or ACCOUNT_HOLDER_DIFFERS, naming the payee */
    void requireChecked(Claim claim, List<Payee> receiving) {
        for (Payee payee : receiving) {
            if (!payee.isPerson()) {
                continue;
            }
            requireAccount(payee);
            AccountCheck check = known(claim, payee).orElse(null);
            if (check == null) {
                throw Refusal.conflict("ACCOUNT_NOT_CHECKED", ("Rekening %s belum diperiksa. Isi nama pemilik rekening menurut "
                        + "bank, lalu ulangi.").formatted(payee.entitled()));
            }
            if (!check.lets()) {
                throw Refusal.conflict("ACCOUNT_HOLDER_DIFFERS", ("Menurut bank rekening %s atas nama \"%s\", bukan \"%s\". "
                        + "Pembayaran menunggu: petugas memperbaiki rekening, atau Kepala Bidang menerima perbedaan itu dengan "
                        + "alasan dan dokumen.").formatted(payee.entitled(), check.holder(), payee.receiver()));
            }
        }
    }

    /** @throws Refusal ACCOUNT_MISSING, saying who brings it */
    static void requireAccount(Payee payee) {
        if (payee.account() == null) {
            throw Refusal.conflict("ACCOUNT_MISSING", ("%s belum mempunyai rekening dalam berkas. Petugas klaim meminta nomor rekening dan foto "
                    + "buku tabungan atas nama %s kepada keluarga atau operator desa, lalu mencatatnya; sesudah itu pembayaran dapat dilanjutkan.")
                            .formatted(payee.entitled(), payee.receiver()));
        }
    }

    /** The newest answer about his account; none where it was compared with somebody who received before him. */
    private Optional<AccountCheck> known(Claim claim, Payee payee) {
        return checks.latest(claim.id(), payee.place(), payee.account())
                .filter(check -> HolderName.same(check.expected(), payee.receiver()));
    }

    /** Another account of the same payee, on a paper of the family; whoever holds it is asked anew. */
    void change(Claim claim, int place, String account, String reason, UUID document, Official by) {
        requireShape(account);
        checks.change(claim.id(), place, account.strip(), reason, document, by.user(), steps.instant());
        if (place <= OtherPayees.HIGHEST_PLACE) {
            others.forEach(module -> module.changeAccount(claim.id(), place, account.strip()));
        }
    }

    /**
     * The officer says what is to be done about another name: the family's other account, or to accept this one.
     *
     * @param account null to ask the head of service to accept
     */
    @Transactional
    public void propose(UUID checkId, String account, String reason, List<UUID> papers) {
        AccountCheck check = checks.get(checkId);
        Claim claim = claims.lock(check.claimId());
        Official officer = steps.officer(claim, Step.REVIEW_ACCOUNT, Role.BPJS_VERIFIKATOR);
        steps.requireNote(reason, "Tuliskan alasan perbaikan atau penerimaan rekening.");
        if (papers.isEmpty()) {
            throw Refusal.invalid("DOCUMENT_REQUIRED", "Unggah dokumen keluarga, misalnya buku tabungan.");
        }
        if (account != null) {
            requireShape(account);
            if (bare(account).equals(bare(check.account()))) {
                throw ClaimForm.refused("account", "ACCOUNT_UNCHANGED", "Rekening ini sama dengan yang berbeda namanya.");
            }
        }
        documents.requireForAttaching(papers);
        files.attach(claim.id(), papers, officer.user(), steps.instant());
        checks.propose(check, account, reason.strip(), papers.get(0), officer.user());
    }

    /** @return whether the account was replaced; otherwise the head of service is asked to accept it */
    @Transactional
    public boolean review(UUID checkId) {
        AccountCheck check = checks.get(checkId);
        Claim claim = claims.lock(check.claimId());
        Official officer = steps.officer(claim, Step.REVIEW_ACCOUNT, Role.BPJS_VERIFIKATOR);
        if (check.proposedBy() == null) {
            throw Refusal.invalid("PROPOSAL_REQUIRED", "Isi dahulu rekening yang benar atau alasan menerima perbedaan nama.");
        }
        boolean replaced = check.proposedAccount() != null;
        if (replaced) {
            change(claim, check.payee(), check.proposedAccount(), check.reason(), check.document(), officer);
            checks.settle(check, State.REPLACED, check.reason());
        }
        steps.done(claim, Step.REVIEW_ACCOUNT, replaced ? Outcome.ACCOUNT_REPLACED : Outcome.ACCEPTANCE_PROPOSED, check.reason(), officer);
        return replaced;
    }

    /** The head of service lets the money go to an account of another name, or not. */
    @Transactional
    public void accept(UUID checkId, boolean accepted, String note) {
        AccountCheck check = checks.get(checkId);
        Claim claim = claims.lock(check.claimId());
        Official head = steps.officer(claim, Step.ACCEPT_ACCOUNT, Role.BPJS_KABID);
        steps.requireNote(note, "Tuliskan alasan Anda menerima atau menolak perbedaan nama.");
        if (accepted) {
            checks.settle(check, State.ACCEPTED, note.strip());
        }
        steps.done(claim, Step.ACCEPT_ACCOUNT, accepted ? Outcome.APPROVED : Outcome.RETURNED, note, head);
    }

    private Payee payee(Claim claim, int place) {
        return payees.person(claim.id(), place).filter(payee -> payee.account() != null)
                .orElseThrow(() -> Refusal.invalid("PAYEE_UNKNOWN", "Klaim %s tidak mempunyai penerima nomor %d."
                        .formatted(claim.number(), place)));
    }

    static void requireShape(String account) {
        if (account == null || !ACCOUNT.matcher(account.strip()).matches()) {
            throw ClaimForm.refused("account", "ACCOUNT_SHAPE", "Nomor rekening wajib diisi (5-60 huruf atau angka).");
        }
    }

    private static String bare(String account) {
        return account.replaceAll("[^A-Za-z0-9]", "");
    }

    /** SHA-256 of the account's letters and digits, in hexadecimal. */
    static String hash(String account) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bare(account).getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
