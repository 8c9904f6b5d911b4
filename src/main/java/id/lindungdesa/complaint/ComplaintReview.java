package id.lindungdesa.complaint;

import id.lindungdesa.claim.ClaimBrief;
import id.lindungdesa.claim.ClaimReopening;
import id.lindungdesa.claim.ClaimRegister;
import id.lindungdesa.complaint.ComplaintTerms.Stage;
import id.lindungdesa.document.Documents;
import id.lindungdesa.identity.CurrentUser;
import id.lindungdesa.identity.Official;
import id.lindungdesa.identity.Role;
import id.lindungdesa.refusal.Refusal;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What is said to a complaint: the answer, the family's reply, the mediation, the court; and what follows from it. */
@Service
class ComplaintReview {

    private static final Pattern DECISION = Pattern.compile("[A-Za-z0-9./_ -]{3,80}");
    private static final String MINUTES = "BERITA_ACARA_MEDIASI";
    private static final String JUDGEMENT = "PUTUSAN_PENGADILAN";

    private final Complaints complaints;
    private final ComplaintSteps steps;
    private final ComplaintTerms terms;
    private final ComplaintLetters letters;
    private final ClaimRegister claims;
    private final ClaimReopening reopening;
    private final Documents documents;
    private final CurrentUser currentUser;

    ComplaintReview(Complaints complaints, ComplaintSteps steps, ComplaintTerms terms, ComplaintLetters letters,
            ClaimRegister claims, ClaimReopening reopening, Documents documents, CurrentUser currentUser) {
        this.complaints = complaints;
        this.steps = steps;
        this.terms = terms;
        this.letters = letters;
        this.claims = claims;
        this.reopening = reopening;
        this.documents = documents;
        this.currentUser = currentUser;
    }

    /** How the court's part ended. */
    enum Court { WON, LOST, NO_SUIT }

    /**
     * The branch head answers, or hands the complaint to the regional office.
     *
     * @return whether he answered
     */
    @Transactional
    public boolean answer(UUID id, boolean upheld, boolean handedOver, String note) {
        Complaint complaint = complaints.lock(id);
        if (handedOver) {
            Official head = currentUser.in(Role.BPJS_KACAB, complaint.branch());
            if (!head.holds(Role.BPJS_KACAB, complaint.branch())) {
                throw ComplaintSteps.notYours();
            }
            steps.requireNote(note, "Tuliskan mengapa pengaduan diserahkan kepada Kantor Wilayah.");
            steps.done(complaint.escalated(), ComplaintStep.ESCALATE, ComplaintOutcome.HANDED_OVER, note, head);
            return false;
        }
        answered(complaint, ComplaintStep.ANSWER, upheld, note, steps.judge(complaint, ComplaintStep.ANSWER, Role.BPJS_KACAB));
        return true;
    }

    @Transactional
    public void answerByRegion(UUID id, boolean upheld, String note) {
        Complaint complaint = complaints.lock(id);
        answered(complaint, ComplaintStep.ANSWER_BY_REGION, upheld, note,
                steps.judge(complaint, ComplaintStep.ANSWER_BY_REGION, Role.BPJS_KANWIL));
    }

    private void answered(Complaint complaint, ComplaintStep step, boolean upheld, String note, Official by) {
        steps.requireNote(note, "Tuliskan alasan jawaban; keluarga membacanya dalam surat.");
        Complaint after = upheld ? complaint.upheld() : complaint.answered(terms.of(Stage.REPLY, steps.today()));
        steps.done(after, step, upheld ? ComplaintOutcome.UPHELD : ComplaintOutcome.DISMISSED, note, by);
    }

    /** The law's days are over and the branch has not answered. */
    @Transactional
    public void escalate(UUID id) {
        Complaint escalated = complaints.lock(id).escalated();
        steps.done(escalated, ComplaintStep.ESCALATE, ComplaintOutcome.OVERDUE);
        letters.overdue(escalated);
    }

    @Transactional
    public void writeDismissal(UUID id) {
        Complaint complaint = complaints.get(id);
        letters.dismissed(complaint, complaint.lastWord().orElseThrow().note());
    }

    @Transactional
    public void reply(UUID id, boolean mediationWanted, String note) {
        Complaint complaint = complaints.lock(id);
        Official official = currentUser.acting(who -> ComplaintAccess.mayReply(who, complaint.villageCode(), complaint.branch()));
        if (!ComplaintAccess.mayReply(official, complaint.villageCode(), complaint.branch())) {
            throw ComplaintSteps.notYours();
        }
        steps.requireOtherPerson(complaint, ComplaintStep.REPLY, official);
        if (mediationWanted) {
            steps.requireNote(note, "Tuliskan mengapa keluarga tidak menerima jawaban.");
        }
        steps.done(mediationWanted ? complaint.toMediation(terms.of(Stage.MEDIATION, steps.today())) : complaint.accepted(),
                ComplaintStep.REPLY, mediationWanted ? ComplaintOutcome.MEDIATION_ASKED : ComplaintOutcome.ACCEPTED, note, official);
    }

    @Transactional
    public void silence(UUID id) {
        steps.done(complaints.lock(id).accepted(), ComplaintStep.REPLY, ComplaintOutcome.SILENT);
    }

    /** The result of the mediation, with the minutes that both sides signed. */
    @Transactional
    public void mediate(UUID id, boolean agreed, String note, String documentIds) {
        Complaint complaint = complaints.lock(id);
        Official mediator = steps.judge(complaint, ComplaintStep.MEDIATE, Role.BPJS_KANWIL);
        steps.requireNote(note, "Tuliskan hasil mediasi; keluarga membacanya dalam surat.");
        attach(complaint, documentIds, MINUTES, "Unggah berita acara mediasi yang ditandatangani.", mediator);
        steps.done(agreed ? complaint.upheld() : complaint.toCourt(terms.of(Stage.COURT, steps.today())), ComplaintStep.MEDIATE,
                agreed ? ComplaintOutcome.AGREED : ComplaintOutcome.NOT_AGREED, note, mediator);
    }

    @Transactional
    public void mediationOverdue(UUID id) {
        Complaint complaint = complaints.lock(id);
        steps.done(complaint, ComplaintStep.MEDIATION_OVERDUE, ComplaintOutcome.NOTED);
        letters.mediationOverdue(complaint);
    }

    /** What the court decided, with its decision; or that the family did not go there. */
    @Transactional
    public void court(UUID id, Court result, String decisionNumber, String note, String documentIds) {
        Complaint complaint = complaints.lock(id);
        Official official = steps.judge(complaint, ComplaintStep.COURT, Role.BPJS_KANWIL);
        steps.requireNote(note, "Tuliskan pokok putusan, atau mengapa perkara tidak diajukan.");
        String decision = null;
        if (result != Court.NO_SUIT) {
            if (decisionNumber == null || !DECISION.matcher(decisionNumber.strip()).matches()) {
                throw Refusal.invalid("DECISION_NUMBER_REQUIRED", "Nomor putusan wajib diisi (3-80 huruf, angka, titik, garis).");
            }
            decision = decisionNumber.strip();
            attach(complaint, documentIds, JUDGEMENT, "Unggah salinan putusan pengadilan.", official);
        }
        steps.done(result == Court.WON ? complaint.won(decision) : complaint.lost(decision), ComplaintStep.COURT,
                ComplaintOutcome.valueOf(result.name()), note, official);
    }

    /** The family was right: a rejected claim goes back to the desk, of a paid one whose amount was wrong the difference is paid. */
    @Transactional
    public void settle(UUID id) {
        Complaint complaint = complaints.lock(id);
        if (complaint.state() == ComplaintState.SETTLED) {
            return;
        }
        Entry decision = complaint.lastWord().orElseThrow();
        ClaimBrief claim = claims.get(complaint.claimId());
        String reason = "Pengaduan %s: %s".formatted(complaint.number(), decision.note());
        ComplaintOutcome outcome = claim.rejected() ? ComplaintOutcome.REOPENED
                : claim.paid() && complaint.subject() == ComplaintSubject.REDUCTION ? ComplaintOutcome.RECALCULATED : ComplaintOutcome.NOTED;
        if (outcome == ComplaintOutcome.REOPENED) {
            reopening.reopen(complaint.claimId(), reason, complaint.legalBasis(), decision.user(), decision.name());
        } else if (outcome == ComplaintOutcome.RECALCULATED) {
            reopening.recalculate(complaint.claimId(), reason, complaint.decisionNumber() == null ? complaint.legalBasis()
                    : "%s; putusan %s".formatted(complaint.legalBasis(), complaint.decisionNumber()), decision.user(), decision.name());
        }
        Complaint settled = complaint.settled();
        steps.done(settled, ComplaintStep.SETTLE, outcome);
        letters.settled(settled, decision, outcome);
    }

    @Transactional
    public void close(UUID id) {
        Complaint complaint = complaints.lock(id);
        Entry last = complaint.entries().get(complaint.entries().size() - 1);
        Complaint closed = complaint.closed();
        steps.done(closed, ComplaintStep.CLOSE, ComplaintOutcome.CLOSED);
        letters.closed(closed, last);
    }

    @Transactional
    public void confirmWithdrawal(UUID id) {
        letters.withdrawn(complaints.get(id));
    }

    private void attach(Complaint complaint, String documentIds, String kind, String missing, Official by) {
        List<UUID> ids = Documents.ids(documentIds);
        if (documents.requireForAttaching(ids).stream().noneMatch(document -> document.kind().equals(kind))) {
            throw Refusal.invalid("DOCUMENT_REQUIRED", missing);
        }
        complaints.attach(complaint.id(), ids, by.user(), steps.instant());
    }
}
