package id.lindungdesa.complaint;

import id.lindungdesa.calendar.DateWords;
import id.lindungdesa.claim.ClaimBrief;
import id.lindungdesa.claim.ClaimRegister;
import id.lindungdesa.document.Documents;
import id.lindungdesa.region.Regions;
import id.lindungdesa.region.Village;
import id.lindungdesa.workflow.CaseSheets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The complaint as whoever holds one of its tasks sees it: who complains of what, the claim behind it, the day it is due. */
@Component
class ComplaintSheets implements CaseSheets {

    private final Complaints complaints;
    private final ClaimRegister claims;
    private final Documents documents;
    private final Regions regions;

    ComplaintSheets(Complaints complaints, ClaimRegister claims, Documents documents, Regions regions) {
        this.complaints = complaints;
        this.claims = claims;
        this.documents = documents;
        this.regions = regions;
    }

    @Override
    public Set<String> processes() {
        return Set.of(ComplaintProcess.KEY);
    }

    @Override
    public String titleOf(String processKey, UUID caseId) {
        Complaint complaint = complaints.get(caseId);
        return complaint.number() + " · " + where(complaint);
    }

    @Override
    public Sheet sheetOf(String processKey, UUID caseId, String elementId) {
        Complaint complaint = complaints.get(caseId);
        return new Sheet(complaint.number(), where(complaint), null, facts(complaint), List.of(),
                documents.requireAll(complaints.documents(caseId)).stream()
                        .map(paper -> new Attachment(paper.id(), paper.kind(), paper.fileName(), paper.bytes())).toList(),
                complaint.entries().stream().map(entry -> new Step(entry.step().label(), entry.name(), entry.outcome().label(),
                        entry.note(), entry.at())).toList());
    }

    private List<Fact> facts(Complaint complaint) {
        ClaimBrief claim = claims.get(complaint.claimId());
        Story story = complaints.story(complaint.id());
        List<Fact> facts = new ArrayList<>(List.of(new Fact("Hal yang diadukan", complaint.subject().label()),
                new Fact("Pengadu", story.phone() == null ? story.name() : story.name() + ", " + story.phone()),
                new Fact("Disampaikan", complaints.isByFamily(complaint.id()) ? "Oleh keluarga sendiri, dengan suratnya" : "Melalui petugas"),
                new Fact("Isi pengaduan", story.text()),
                new Fact("Diterima", DateWords.day(complaint.filedAt())),
                new Fact("Keadaan pengaduan", complaint.state().label())));
        if (complaint.dueOn() != null) {
            facts.add(new Fact("Batas waktu", "%s (%s)".formatted(DateWords.day(complaint.dueOn()), complaint.legalBasis())));
        }
        facts.add(new Fact("Klaim", claim.number()));
        facts.add(new Fact("Keadaan klaim", claim.state()));
        facts.add(new Fact("Tanggal peristiwa", DateWords.day(claim.eventDate())));
        if (!claim.decision().isEmpty()) {
            facts.add(new Fact("Keputusan klaim", claim.decision()));
        }
        if (!claim.reasons().isEmpty()) {
            facts.add(new Fact("Menurut aturan", claim.reasons()));
        }
        if (claim.payBy() != null) {
            facts.add(new Fact("Klaim harus dibayar paling lambat", DateWords.day(claim.payBy())));
        }
        return facts;
    }

    private String where(Complaint complaint) {
        return regions.latest(complaint.villageCode()).map(Village::label).orElse(complaint.villageCode());
    }
}
