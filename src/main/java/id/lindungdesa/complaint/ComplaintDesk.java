package id.lindungdesa.complaint;

import id.lindungdesa.claim.ClaimBrief;
import id.lindungdesa.claim.ClaimRegister;
import id.lindungdesa.complaint.Complaint.Term;
import id.lindungdesa.complaint.ComplaintTerms.Stage;
import id.lindungdesa.document.Documents;
import id.lindungdesa.identity.CurrentUser;
import id.lindungdesa.identity.Official;
import id.lindungdesa.refusal.Refusal;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Where complaints come in, through the village or at the counter, and where a family takes its own back. */
@Service
class ComplaintDesk {

    private final Complaints complaints;
    private final ComplaintSteps steps;
    private final ComplaintTerms terms;
    private final ComplaintLetters letters;
    private final ComplaintProcess process;
    private final ClaimRegister claims;
    private final Documents documents;
    private final CurrentUser currentUser;

    ComplaintDesk(Complaints complaints, ComplaintSteps steps, ComplaintTerms terms, ComplaintLetters letters,
            ComplaintProcess process, ClaimRegister claims, Documents documents, CurrentUser currentUser) {
        this.complaints = complaints;
        this.steps = steps;
        this.terms = terms;
        this.letters = letters;
        this.process = process;
        this.claims = claims;
        this.documents = documents;
        this.currentUser = currentUser;
    }

    /**
     * Takes a complaint for the current official; a draft waits for him to start its process, any other starts at once.
     *
     * @throws Refusal CLAIM_UNKNOWN, NOT_REJECTED, NOT_REDUCED, COMPLAINT_EXISTS with the number, or NOT_YOUR_OFFICE
     */
    @Transactional
    public Complaint file(ComplaintForm form, boolean draft) {
        if (!ComplaintAccess.takes(currentUser.get())) {
            throw ComplaintSteps.notYours();
        }
        ComplaintForm.Read read = form.read();
        ClaimBrief claim = claims.byNumber(read.claimNumber());
        Official official = currentUser.acting(who -> ComplaintAccess.mayTake(who, claim.villageCode(), claim.branch()));
        if (!ComplaintAccess.mayTake(official, claim.villageCode(), claim.branch())) {
            throw ComplaintSteps.notYours();
        }
        requireFitting(read.subject(), claim);
        documents.requireForAttaching(read.documents());
        return filed(read, claim, draft, official, null);
    }

    /** The same by the family itself, with a letter in its hand: it begins at once. */
    @Transactional
    public Complaint fileByFamily(ComplaintForm form, UUID letterId) {
        ComplaintForm.Read read = form.read();
        ClaimBrief claim = claims.byNumber(read.claimNumber());
        requireFitting(read.subject(), claim);
        return filed(read, claim, false, ComplaintSteps.FAMILY, letterId);
    }

    private Complaint filed(ComplaintForm.Read read, ClaimBrief claim, boolean draft, Official official, UUID letterId) {
        complaints.lockClaim(claim.id());
        requireOnlyOne(claim.id());
        UUID id = UUID.randomUUID();
        Complaint complaint = Complaint.draft(id, complaints.nextNumber(steps.today().getYear()), claim.id(), read.subject(),
                claim.villageCode(), claim.branch(), steps.instant());
        complaints.add(complaint, read.story(), letterId);
        complaints.attach(id, read.documents(), official.user(), steps.instant());
        steps.done(complaint, ComplaintStep.FILE, ComplaintOutcome.FILED, null, official);
        if (!draft) {
            process.start(id);
        }
        return complaints.get(id);
    }

    /**
     * The process of a complaint has begun: the days for its answer run.
     *
     * @return whether the branch head answers; where a branch head decided the claim himself, the regional office does
     */
    @Transactional
    public boolean submit(UUID id) {
        Complaint draft = complaints.get(id);
        boolean byFamily = complaints.isByFamily(id);
        Official official = byFamily ? ComplaintSteps.FAMILY
                : currentUser.acting(who -> ComplaintAccess.mayTake(who, draft.villageCode(), draft.branch()));
        if (!byFamily && !ComplaintAccess.mayTake(official, draft.villageCode(), draft.branch())) {
            throw ComplaintSteps.notYours();
        }
        complaints.lockClaim(draft.claimId());
        Complaint complaint = complaints.lock(id);
        ClaimBrief claim = claims.get(complaint.claimId());
        requireFitting(complaint.subject(), claim);
        Term answer = terms.of(Stage.ANSWER, steps.today());
        boolean byBranch = !claim.branchHeadDecided();
        Complaint submitted = complaint.submitted(byBranch, answer);
        requireOnlyOne(complaint.claimId());
        steps.done(submitted, ComplaintStep.SUBMIT, ComplaintOutcome.SUBMITTED, null, official);
        letters.received(submitted);
        return byBranch;
    }

    /** The village has been with a family that complained by itself, and writes down what it was told. */
    @Transactional
    public void visited(UUID id, String note) {
        Complaint complaint = complaints.lock(id);
        Official official = currentUser.acting(who -> ComplaintAccess.mayWithdraw(who, complaint.villageCode()));
        if (!ComplaintAccess.mayWithdraw(official, complaint.villageCode())) {
            throw ComplaintSteps.notYours();
        }
        steps.requireOtherPerson(complaint, ComplaintStep.VISIT, official);
        steps.requireNote(note, "Tuliskan kapan keluarga dihubungi dan apa yang disampaikan.");
        steps.done(complaint, ComplaintStep.VISIT, ComplaintOutcome.VISITED, note, official);
    }

    /** The family does not want to go on; its process comes to its end. */
    @Transactional
    public Complaint withdraw(UUID id, String note) {
        Complaint complaint = complaints.lock(id);
        Official official = currentUser.acting(who -> ComplaintAccess.mayWithdraw(who, complaint.villageCode()));
        if (!ComplaintAccess.mayWithdraw(official, complaint.villageCode())) {
            throw ComplaintSteps.notYours();
        }
        steps.requireNote(note, "Tuliskan alasan keluarga mencabut pengaduan.");
        steps.done(complaint.withdrawn(), ComplaintStep.WITHDRAW, ComplaintOutcome.WITHDRAWN, note, official);
        process.withdrawn(id);
        return complaints.get(id);
    }

    private static void requireFitting(ComplaintSubject subject, ClaimBrief claim) {
        if (!subject.fits(claim)) {
            throw ComplaintForm.refused("subject", subject.code(), subject.misfit());
        }
    }

    private void requireOnlyOne(UUID claimId) {
        complaints.openAbout(claimId).ifPresent(number -> {
            throw Refusal.conflict("COMPLAINT_EXISTS", "Klaim ini masih mempunyai pengaduan %s yang belum selesai."
                    .formatted(number));
        });
    }
}
