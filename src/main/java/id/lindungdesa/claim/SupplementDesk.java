package id.lindungdesa.claim;

import id.lindungdesa.benefit.BenefitRules;
import id.lindungdesa.benefit.ClaimClock;
import id.lindungdesa.calendar.WorkingDays;
import id.lindungdesa.document.Documents;
import id.lindungdesa.identity.Official;
import id.lindungdesa.identity.Role;
import id.lindungdesa.money.Rupiah;
import id.lindungdesa.refusal.Refusal;
import id.lindungdesa.workflow.Workflow;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * A paid claim whose family was right about the amount: the officer corrects the facts, the rules calculate, others approve,
 * in the process {@code claim-supplement}. The claim stays paid; each step is a deed on it, so the same four people are four.
 */
@Service
class SupplementDesk {

    static final String KEY = "claim-supplement";

    private final Claims claims;
    private final ClaimFiles files;
    private final Supplements supplements;
    private final SupplementCalculation calculation;
    private final SupplementLetters letters;
    private final ClaimSteps steps;
    private final ClaimClock clock;
    private final BenefitRules rules;
    private final Corrections corrections;
    private final Documents documents;
    private final Workflow workflow;

    SupplementDesk(Claims claims, ClaimFiles files, Supplements supplements, SupplementCalculation calculation, SupplementLetters letters,
            ClaimSteps steps, ClaimClock clock, BenefitRules rules, Corrections corrections, Documents documents, Workflow workflow) {
        this.claims = claims;
        this.files = files;
        this.supplements = supplements;
        this.calculation = calculation;
        this.letters = letters;
        this.steps = steps;
        this.clock = clock;
        this.rules = rules;
        this.corrections = corrections;
        this.documents = documents;
        this.workflow = workflow;
    }

    /**
     * Opens a paid claim again for the difference, because a complaint, a mediation or a court found for the family. Where
     * that is being done already, nothing is opened a second time.
     *
     * @param by who decided so
     * @throws Refusal CLAIM_STATE unless the claim is paid
     */
    @Transactional
    public void open(UUID claimId, String reason, String legalBasis, Official by) {
        Claim claim = claims.lock(claimId);
        claim.requireState(ClaimState.PAID);
        if (supplements.open(claimId).isPresent()) {
            return;
        }
        LocalDate today = LocalDate.ofInstant(steps.instant(), WorkingDays.JAKARTA);
        Supplement supplement = Supplement.opened(supplements.nextNumber(claim), claimId, reason, legalBasis,
                clock.payBy(today, claim.programme()));
        supplements.add(supplement, by.user(), steps.instant());
        steps.done(claim, Step.REOPEN, Outcome.REOPENED, "%s (%s)".formatted(reason, legalBasis), by);
        workflow.start(KEY, supplement.id(), Map.of("supplementId", supplement.id().toString()));
    }

    /** What the rules make of the corrected facts; sent again before it is proposed, it replaces what was sent before. */
    @Transactional
    public SupplementCalculation.Calculated calculate(UUID id, SupplementFacts found) {
        Supplement supplement = supplements.get(id);
        Claim claim = claims.lock(supplement.claimId());
        steps.officer(claim, Step.PROPOSE_SUPPLEMENT, Role.BPJS_VERIFIKATOR);
        supplement.requireState(Supplement.State.OPEN);
        SupplementCalculation.Calculated calculated = calculation.calculate(claim, found);
        keep(supplement, calculation.text(found), calculated);
        return calculated;
    }

    private Supplement keep(Supplement supplement, String found, SupplementCalculation.Calculated calculated) {
        Supplement after = supplement.calculated(found, calculated.whole().total(), calculated.paid(),
                calculated.difference().ruleVersions().values().stream().sorted().collect(Collectors.joining("; ")));
        supplements.update(supplement, after);
        supplements.replaceLines(supplement.id(), calculated.difference());
        return after;
    }

    /**
     * The officer puts what was calculated before the head of service: the difference, or that there is none.
     *
     * @return whether money is due
     */
    @Transactional
    public boolean propose(UUID id, String note, String documentIds) {
        Supplement supplement = supplements.get(id);
        Claim claim = claims.lock(supplement.claimId());
        Official officer = steps.officer(claim, Step.PROPOSE_SUPPLEMENT, Role.BPJS_VERIFIKATOR);
        if (supplement.facts() == null) {
            throw Refusal.invalid("FACTS_REQUIRED", "Isi dahulu fakta yang diperbaiki, agar selisih dihitung.");
        }
        steps.requireNote(note, "Tuliskan apa yang keliru dan bagaimana diperbaiki; keluarga membacanya dalam surat.");
        SupplementFacts found = calculation.read(supplement.facts());
        List<UUID> papers = Documents.ids(documentIds);
        if (found.correctsAnything() && papers.isEmpty()) {
            throw Refusal.invalid("DOCUMENT_REQUIRED", "Unggah dokumen yang membuktikan fakta yang diperbaiki, misalnya putusan, berita acara, "
                    + "atau keterangan dokter.");
        }
        documents.requireForAttaching(papers);
        files.attach(claim.id(), papers, officer.user(), steps.instant());
        Supplement calculated = keep(supplement, supplement.facts(), calculation.calculate(claim, found));
        supplements.update(calculated, calculated.proposed());
        boolean due = !supplements.difference(id).isZero();
        steps.done(claim, Step.PROPOSE_SUPPLEMENT, due ? Outcome.GRANT_PROPOSED : Outcome.NO_DIFFERENCE, note, officer);
        return due;
    }

    @Transactional
    public void approve(UUID id, boolean approved, String note) {
        decide(id, Step.APPROVE_SUPPLEMENT, Role.BPJS_KABID, approved, note, false);
    }

    @Transactional
    public void approveAboveLimit(UUID id, boolean approved, String note) {
        decide(id, Step.APPROVE_SUPPLEMENT_ABOVE_LIMIT, Role.BPJS_KACAB, approved, note, true);
    }

    private void decide(UUID id, Step step, Role role, boolean approved, String note, boolean last) {
        Supplement supplement = supplements.get(id);
        Claim claim = claims.lock(supplement.claimId());
        Official head = steps.officer(claim, step, role);
        if (!approved) {
            steps.requireNote(note, "Tuliskan apa yang harus diperbaiki petugas.");
            supplements.update(supplement, supplement.returned());
            steps.done(claim, step, Outcome.RETURNED, note, head);
            return;
        }
        requireStillSo(claim, supplement);
        supplements.update(supplement, last ? supplement.approved() : supplement.endorsed());
        steps.done(claim, step, Outcome.APPROVED, note, head);
    }

    /** Days may lie between: what was paid or covered meanwhile must not be paid twice. */
    private void requireStillSo(Claim claim, Supplement supplement) {
        SupplementCalculation.Calculated now = calculation.calculate(claim, calculation.read(supplement.facts()));
        if (!now.difference().total().equals(supplements.difference(supplement.id())) || !now.paid().equals(supplement.paid())) {
            throw Refusal.conflict("SUPPLEMENT_CHANGED", ("Perhitungan selisih %s berubah sejak diusulkan: sekarang %s, dengan %s yang sudah dibayar. "
                    + "Kembalikan kepada petugas agar dihitung lagi.").formatted(supplement.number(), now.difference().total(), now.paid()));
        }
    }

    /** Judged by all that the event has cost and will, so that no limit is got round by paying in parts. */
    @Transactional
    public boolean aboveLimit(UUID id) {
        Supplement supplement = supplements.get(id);
        Claim claim = claims.lock(supplement.claimId());
        LocalDate today = LocalDate.ofInstant(steps.instant(), WorkingDays.JAKARTA);
        Rupiah whole = supplement.paid().plus(supplements.difference(id));
        boolean above = rules.approvalLimit(today, claim.programme()).rupiah().isLessThan(whole);
        if (!above) {
            supplements.update(supplement, supplement.approved());
        }
        return above;
    }

    /** Nothing more is due; the family is told why. Repeated after it is done, it changes nothing. */
    @Transactional
    public void closeWithoutDifference(UUID id) {
        Supplement supplement = supplements.get(id);
        Claim claim = claims.lock(supplement.claimId());
        if (supplement.state() == Supplement.State.NO_DIFFERENCE) {
            return;
        }
        supplements.update(supplement, supplement.withoutDifference());
        files.write(claim, "SUPPLEMENT_NONE", letters.nothingDue(claim, supplement), steps.instant());
    }

    /** @throws Refusal CORRECTION_OPEN while a transfer of the claim that came back waits to be paid again */
    void requireNothingUnderWay(Claim claim) {
        corrections.of(claim.id()).stream().filter(one -> !one.state().isEnd()).findFirst().ifPresent(open -> {
            throw Refusal.conflict("CORRECTION_OPEN", "Koreksi pembayaran %s untuk klaim ini belum selesai; selesaikan lebih dahulu."
                    .formatted(open.number()));
        });
    }
}
