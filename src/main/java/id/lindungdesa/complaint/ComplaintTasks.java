package id.lindungdesa.complaint;

import id.lindungdesa.calendar.WorkingDays;
import id.lindungdesa.complaint.ComplaintReview.Court;
import id.lindungdesa.identity.Role;
import id.lindungdesa.refusal.Refusal;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What the model {@code complaint-handling} calls: a line for each of its steps. */
@Component
public class ComplaintTasks {

    private final Complaints complaints;
    private final ComplaintDesk desk;
    private final ComplaintReview review;
    private final WorkingDays workingDays;

    ComplaintTasks(Complaints complaints, ComplaintDesk desk, ComplaintReview review, WorkingDays workingDays) {
        this.complaints = complaints;
        this.desk = desk;
        this.review = review;
        this.workingDays = workingDays;
    }

    public String branchHeadGroup(String complaintId) {
        return Role.BPJS_KACAB.group(complaint(complaintId).branch());
    }

    public String regionGroup(String complaintId) {
        return Role.BPJS_KANWIL.group();
    }

    public List<String> familyGroups(String complaintId) {
        Complaint complaint = complaint(complaintId);
        String village = complaint.villageCode();
        return List.of(Role.OPERATOR.group(village), Role.KADES.group(village), Role.LURAH.group(village),
                Role.SEKDES.group(village), Role.BPJS_AR.group(complaint.branch()));
    }

    public Date answerDueAt(String complaintId) {
        return endOfStage(complaintId);
    }

    public Date answerOverdueAt(String complaintId) {
        return afterStage(complaintId);
    }

    public Date replyDueAt(String complaintId) {
        return endOfStage(complaintId);
    }

    public Date replyOverdueAt(String complaintId) {
        return afterStage(complaintId);
    }

    public Date mediationDueAt(String complaintId) {
        return endOfStage(complaintId);
    }

    public Date mediationOverdueAt(String complaintId) {
        return afterStage(complaintId);
    }

    public Date courtReviewAt(String complaintId) {
        return endOfStage(complaintId);
    }

    /** Whether the family complained by itself: then the village does not know yet. */
    public boolean filedByFamily(String complaintId) {
        return complaints.isByFamily(id(complaintId));
    }

    public List<String> villageGroups(String complaintId) {
        String village = complaint(complaintId).villageCode();
        return List.of(Role.OPERATOR.group(village), Role.KADES.group(village), Role.LURAH.group(village), Role.SEKDES.group(village));
    }

    public void recordVisit(String complaintId, String note) {
        desk.visited(id(complaintId), note);
    }

    public boolean submit(String complaintId) {
        return desk.submit(id(complaintId));
    }

    /** Whether the branch head answered; where not, the regional office does. */
    public boolean recordAnswer(String complaintId, boolean approved, String outcome, String note) {
        boolean handedOver = outcome != null && !outcome.isBlank();
        if (handedOver && (!outcome.equals("HAND_OVER") || approved)) {
            throw Refusal.invalid("OUTCOME_UNKNOWN", "Pengaduan tidak dapat diserahkan ke Kantor Wilayah dan sekaligus dibenarkan. Pilih salah satu.");
        }
        return review.answer(id(complaintId), approved, handedOver, note);
    }

    public void recordOverdue(String complaintId) {
        review.escalate(id(complaintId));
    }

    public void recordRegionAnswer(String complaintId, boolean approved, String note) {
        review.answerByRegion(id(complaintId), approved, note);
    }

    public void writeDismissal(String complaintId) {
        review.writeDismissal(id(complaintId));
    }

    public void recordReply(String complaintId, boolean mediationWanted, String note) {
        review.reply(id(complaintId), mediationWanted, note);
    }

    public void recordSilence(String complaintId) {
        review.silence(id(complaintId));
    }

    public void recordMediation(String complaintId, boolean approved, String note, String documentIds) {
        review.mediate(id(complaintId), approved, note, documentIds);
    }

    public void recordMediationOverdue(String complaintId) {
        review.mediationOverdue(id(complaintId));
    }

    public void recordCourtDecision(String complaintId, boolean approved, String outcome, String decisionNumber, String note,
            String documentIds) {
        boolean noSuit = outcome != null && !outcome.isBlank();
        if (noSuit && (!outcome.equals("NO_SUIT") || approved)) {
            throw Refusal.invalid("OUTCOME_UNKNOWN", "Tanpa perkara di pengadilan tidak ada putusan untuk keluarga. Pilih salah satu.");
        }
        review.court(id(complaintId), approved ? Court.WON : noSuit ? Court.NO_SUIT : Court.LOST, decisionNumber, note,
                documentIds);
    }

    public void settle(String complaintId) {
        review.settle(id(complaintId));
    }

    public void close(String complaintId) {
        review.close(id(complaintId));
    }

    public void confirmWithdrawal(String complaintId) {
        review.confirmWithdrawal(id(complaintId));
    }

    private Date endOfStage(String complaintId) {
        return Date.from(workingDays.endOf(complaint(complaintId).dueOn()));
    }

    /** A second later nobody can be in time any more. */
    private Date afterStage(String complaintId) {
        return Date.from(workingDays.endOf(complaint(complaintId).dueOn()).plusSeconds(1));
    }

    private Complaint complaint(String complaintId) {
        return complaints.get(id(complaintId));
    }

    private static UUID id(String complaintId) {
        return UUID.fromString(complaintId);
    }
}
