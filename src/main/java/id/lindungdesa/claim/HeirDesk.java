package id.lindungdesa.claim;

import id.lindungdesa.benefit.Heir;
import id.lindungdesa.claim.Dispute.Holder;
import id.lindungdesa.claim.Dispute.Settlement;
import id.lindungdesa.document.Documents;
import id.lindungdesa.identity.Official;
import id.lindungdesa.identity.Role;
import id.lindungdesa.refusal.Refusal;
import id.lindungdesa.workflow.Workflow;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What happens among the heirs while a claim is on its way: the list is corrected, one of them dies, they quarrel and agree.
 * Nothing changes under an approval: what was approved goes back to the officer.
 */
@Service
class HeirDesk {

    static final String CORRECTION = "heir-correction";
    static final String DISPUTE = "heir-dispute";

    private static final String CORRECTED = "HeirsCorrected";
    private static final Set<ClaimState> AT_THE_HEADS = EnumSet.of(ClaimState.PROPOSED, ClaimState.ENDORSED);
    private static final Set<ClaimState> OVER = EnumSet.of(ClaimState.DRAFT, ClaimState.PAYMENT_ORDERED, ClaimState.PAID, ClaimState.REJECTED);

    private final Claims claims;
    private final ClaimFiles files;
    private final Circumstances circumstances;
    private final HeirCorrections corrections;
    private final Disputes disputes;
    private final AccountChecks accounts;
    private final ClaimReview review;
    private final ClaimSteps steps;
    private final Documents documents;
    private final ClaimPauses pauses;
    private final Workflow workflow;

    HeirDesk(Claims claims, ClaimFiles files, Circumstances circumstances, HeirCorrections corrections, Disputes disputes,
            AccountChecks accounts, ClaimReview review, ClaimSteps steps, Documents documents, ClaimPauses pauses,
            Workflow workflow) {
        this.claims = claims;
        this.files = files;
        this.circumstances = circumstances;
        this.corrections = corrections;
        this.disputes = disputes;
        this.accounts = accounts;
        this.review = review;
        this.steps = steps;
        this.documents = documents;
        this.pauses = pauses;
        this.workflow = workflow;
    }

    /** The officer drafts another list; it is applied when its process is started. */
    @Transactional
    public UUID draftCorrection(UUID claimId, List<Heir> heirs, String reason, List<UUID> papers) {
        Claim claim = claims.lock(claimId);
        Official officer = steps.officer(claim, Step.CORRECT_HEIRS, Role.BPJS_VERIFIKATOR);
        steps.requireNote(reason, "Tuliskan mengapa daftar ahli waris diperbaiki.");
        UUID paper = attached(claim, papers, officer);
        HeirCorrection draft = new HeirCorrection(UUID.randomUUID(), claimId, reason.strip(), paper, HeirCorrection.State.DRAFT);
        corrections.add(draft, heirs, officer.user(), steps.instant());
        return draft.id();
    }

    /** The new list counts. What was calculated is calculated anew; what was approved goes back to the officer. */
    @Transactional
    public void correct(UUID correctionId) {
        HeirCorrection correction = corrections.get(correctionId);
        Claim claim = claims.lock(correction.claimId());
        Official officer = steps.officer(claim, Step.CORRECT_HEIRS, Role.BPJS_VERIFIKATOR);
        requireChangeable(claim);
        corrections.applied(correctionId);
        corrections.keep(correctionId, true, files.heirs(claim.id()));
        List<Heir> heirs = corrections.heirs(correctionId);
        files.replaceHeirs(claim.id(), heirs);
        circumstances.replaceParts(claim.id(), Map.of(), "");
        // an account that was corrected for whoever stood in that place before is nobody's any more
        heirs.stream().filter(heir -> accounts.changed(claim.id(), heir.place()).isPresent()).forEach(heir ->
                accounts.change(claim.id(), heir.place(), heir.account(), correction.reason(), correction.document(), officer.user(), steps.instant()));
        steps.done(claim, Step.CORRECT_HEIRS, Outcome.CORRECTED, correction.reason(), officer);
        assessAnew(claim);
    }

    private static void requireChangeable(Claim claim) {
        if (AT_THE_HEADS.contains(claim.state())) {
            throw Refusal.conflict("CLAIM_AT_HEAD", ("Klaim %s sedang diputuskan pimpinan. Mintalah agar dikembalikan, lalu "
                    + "perbaiki ahli warisnya.").formatted(claim.number()));
        }
        if (OVER.contains(claim.state())) {
            throw Refusal.conflict("CLAIM_STATE", "Klaim %s sedang dalam keadaan \"%s\"; ahli warisnya tidak dapat diubah lagi."
                    .formatted(claim.number(), claim.state().label()));
        }
    }

    private void assessAnew(Claim claim) {
        if (claim.state() == ClaimState.ASSESSED) {
            review.assess(claim.id());
        } else if (claim.state() == ClaimState.APPROVED) {
            claims.update(claim, claim.reopened());
            workflow.correlate(CORRECTED, ClaimProcess.KEY, claim.id(), Map.of());
        }
    }

    @Transactional
    public UUID draftDispute(UUID claimId, Holder holder, String reason) {
        Claim claim = claims.lock(claimId);
        Official officer = steps.officer(claim, Step.HOLD_FOR_DISPUTE, Role.BPJS_VERIFIKATOR);
        steps.requireNote(reason, "Tuliskan siapa yang menyengketakan apa.");
        Dispute draft = new Dispute(UUID.randomUUID(), claimId, reason.strip(), holder, Dispute.State.DRAFT, null, null, null);
        disputes.add(draft, officer.user(), steps.instant());
        return draft.id();
    }

    /** From now on the claim is neither proposed for payment nor paid. */
    @Transactional
    public void hold(UUID disputeId) {
        Dispute dispute = disputes.get(disputeId);
        Claim claim = claims.lock(dispute.claimId());
        Official officer = steps.officer(claim, Step.HOLD_FOR_DISPUTE, Role.BPJS_VERIFIKATOR);
        if (OVER.contains(claim.state())) {
            throw Refusal.conflict("CLAIM_STATE", "Klaim %s sedang dalam keadaan \"%s\" dan tidak dapat ditahan."
                    .formatted(claim.number(), claim.state().label()));
        }
        disputes.open(claim.id()).ifPresent(open -> {
            throw Refusal.conflict("DISPUTE_OPEN", "Klaim %s sudah ditahan karena sengketa.".formatted(claim.number()));
        });
        disputes.opened(disputeId);
        steps.done(claim, Step.HOLD_FOR_DISPUTE, Outcome.HELD, dispute.reason(), officer);
        pauses.pauseFor(dispute);
    }

    /** @param parts what each heir gets of their sum, by place; empty to leave it to the law */
    record Settled(Settlement settlement, String number, Map<Integer, Integer> parts, List<UUID> papers) {}

    @Transactional
    public void prepareSettlement(UUID disputeId, Settled settled) {
        Dispute dispute = disputes.get(disputeId);
        Claim claim = claims.lock(dispute.claimId());
        Official officer = steps.officer(claim, Step.SETTLE_DISPUTE, Role.BPJS_VERIFIKATOR);
        if (settled.settlement() == null) {
            throw Refusal.invalid("SETTLEMENT_REQUIRED", "Pilih kesepakatan tertulis atau putusan pengadilan.");
        }
        if (settled.settlement() == Settlement.COURT_DECISION && (settled.number() == null || settled.number().isBlank())) {
            throw ClaimForm.refused("number", "DECISION_NUMBER_REQUIRED", "Nomor putusan atau penetapan pengadilan wajib diisi.");
        }
        List<Integer> places = files.heirs(claim.id()).stream().map(Heir::place).toList();
        settled.parts().forEach((place, part) -> {
            if (!places.contains(place) || part == null || part < 1 || part > 1_000_000) {
                throw ClaimForm.refused("parts", "PARTS_INVALID", "Bagian harus bilangan bulat lebih dari nol untuk ahli waris dalam daftar.");
            }
        });
        disputes.prepare(disputeId, settled.settlement(), settled.number(), attached(claim, settled.papers(), officer));
        circumstances.replaceParts(claim.id(), settled.parts(), settled.settlement().label() + (settled.number() == null ? "" : " " + settled.number()));
    }

    /** The claim goes on. Where parts were named, they are calculated before anybody decides. */
    @Transactional
    public void settle(UUID disputeId) {
        Dispute dispute = disputes.get(disputeId);
        Claim claim = claims.lock(dispute.claimId());
        Official officer = steps.officer(claim, Step.SETTLE_DISPUTE, Role.BPJS_VERIFIKATOR);
        if (dispute.settlement() == null) {
            throw Refusal.invalid("SETTLEMENT_REQUIRED", "Catat dahulu kesepakatan tertulis atau putusan pengadilan dengan dokumennya.");
        }
        boolean divided = !circumstances.parts(claim.id()).isEmpty();
        if (divided) {
            requireChangeable(claim);
        }
        disputes.settled(disputeId, steps.instant());
        steps.done(claim, Step.SETTLE_DISPUTE, Outcome.SETTLED, dispute.settlement().label()
                + (dispute.number() == null ? "" : " " + dispute.number()), officer);
        pauses.resumeAfter(dispute);
        if (divided) {
            assessAnew(claims.lock(claim.id()));
        }
    }

    private UUID attached(Claim claim, List<UUID> papers, Official officer) {
        if (papers.isEmpty()) {
            throw Refusal.invalid("DOCUMENT_REQUIRED", "Unggah dokumen keluarga atau pengadilan.");
        }
        documents.requireForAttaching(papers);
        files.attach(claim.id(), papers, officer.user(), steps.instant());
        return papers.get(0);
    }
}
