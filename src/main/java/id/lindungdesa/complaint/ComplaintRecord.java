package id.lindungdesa.complaint;

import id.lindungdesa.claim.ClaimRegister;
import id.lindungdesa.document.Documents;
import id.lindungdesa.document.StoredDocument;
import id.lindungdesa.identity.CurrentUser;
import id.lindungdesa.identity.Official;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** A complaint as it may be read: whole for the village and the insurer, without any person for the auditor. */
@Service
class ComplaintRecord {

    private final Complaints complaints;
    private final ClaimRegister claims;
    private final Documents documents;
    private final CurrentUser currentUser;

    ComplaintRecord(Complaints complaints, ClaimRegister claims, Documents documents, CurrentUser currentUser) {
        this.complaints = complaints;
        this.claims = claims;
        this.documents = documents;
        this.currentUser = currentUser;
    }

    record Complainant(String name, String phone, String relation) {}

    record StepView(String step, String outcome, String by, String note, Instant at) {}

    record PaperView(UUID id, String kind, String fileName, long bytes) {}

    /** {@code dueOn} is the last day of the present stage; what whoever asks may not see is null or empty. */
    record View(UUID id, String number, String state, String subject, UUID claimId, String claimNumber, String villageCode,
                String branch, Instant filedAt, LocalDate dueOn, String legalBasis, Complainant complainant, String text,
                String decisionNumber, List<StepView> steps, List<PaperView> documents) {}

    View read(UUID id) {
        Complaint complaint = complaints.get(id);
        Official who = currentUser.get();
        boolean people = ComplaintAccess.mayReadPeople(who, complaint.villageCode(), complaint.branch());
        if (!people && !ComplaintAccess.mayAudit(who)) {
            throw ComplaintSteps.notYours();
        }
        Story story = complaints.story(id);
        return new View(id, complaint.number(), complaint.state().name(), complaint.subject().name(), complaint.claimId(),
                claims.get(complaint.claimId()).number(), complaint.villageCode(), complaint.branch(), complaint.filedAt(),
                complaint.dueOn(), complaint.legalBasis(),
                people ? new Complainant(story.name(), story.phone(), story.relation()) : null, people ? story.text() : null,
                complaint.decisionNumber(),
                complaint.entries().stream().map(entry -> new StepView(entry.step().name(), entry.outcome().name(), entry.name(),
                        people ? entry.note() : null, entry.at())).toList(),
                people ? documents.requireAll(complaints.documents(id)).stream().map(ComplaintRecord::paper).toList() : List.of());
    }

    private static PaperView paper(StoredDocument document) {
        return new PaperView(document.id(), document.kind(), document.fileName(), document.bytes());
    }
}
