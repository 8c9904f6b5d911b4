package id.lindungdesa.scholarship;

import id.lindungdesa.claim.ScholarshipRight;
import id.lindungdesa.claim.ScholarshipRight.EndRuling;
import id.lindungdesa.claim.ScholarshipRight.Source;
import id.lindungdesa.document.Documents;
import id.lindungdesa.identity.CurrentUser;
import id.lindungdesa.identity.Official;
import id.lindungdesa.refusal.Refusal;
import id.lindungdesa.scholarship.Scholarship.End;
import id.lindungdesa.scholarship.ScholarshipChange.Excess;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Where somebody reports that a child with a scholarship married or works, without waiting for the next yearly proof. */
@Service
class ChangeDesk {

    private final Changes changes;
    private final ChangeSteps changeSteps;
    private final ScholarshipProcess process;
    private final Scholarships children;
    private final YearSteps steps;
    private final ScholarshipRight right;
    private final Documents documents;
    private final CurrentUser currentUser;

    ChangeDesk(Changes changes, ChangeSteps changeSteps, ScholarshipProcess process, Scholarships children, YearSteps steps,
            ScholarshipRight right, Documents documents, CurrentUser currentUser) {
        this.changes = changes;
        this.changeSteps = changeSteps;
        this.process = process;
        this.children = children;
        this.steps = steps;
        this.right = right;
        this.documents = documents;
        this.currentUser = currentUser;
    }

    /**
     * Takes a report; a draft waits for its process.
     *
     * @throws Refusal CLAIM_UNKNOWN, CHILD_UNKNOWN, SCHOLARSHIP_ENDED, SCHOLARSHIP_CHANGE_OPEN with the number of the one that
     *     waits, CHANGE_BEFORE_BIRTH, NOT_YOUR_OFFICE
     */
    @Transactional
    public ScholarshipChange report(ChangeForm form, boolean draft) {
        if (!ScholarshipAccess.files(currentUser.get())) {
            throw ScholarshipAccess.notYours();
        }
        ChangeForm.Read read = form.read(steps.today());
        Source claim = right.find(read.claimNumber()).orElseThrow(() ->
                ScholarshipForm.refused("claimNumber", "CLAIM_UNKNOWN", "Klaim dengan nomor ini tidak ditemukan."));
        Official official = changeSteps.reporter(claim.villageCode(), claim.branch());
        Scholarship child = children.of(claim.claimId()).stream().filter(one -> String.valueOf(one.place()).equals(read.child()))
                .findFirst().orElseThrow(() -> ScholarshipForm.refused("child", "CHILD_UNKNOWN",
                        "Klaim ini tidak mempunyai anak terdaftar dengan nomor itu."));
        child = children.lock(child.id());
        requireFitting(child, read);
        documents.requireForAttaching(read.documents());
        ScholarshipChange change = new ScholarshipChange(UUID.randomUUID(), changes.nextNumber(child), child.id(), read.kind(),
                read.happenedOn(), read.wageMonths(), read.note(), ChangeState.DRAFT, null, null, Excess.NONE, List.of());
        changes.add(change, steps.instant());
        changes.attach(change.id(), read.documents(), official.user(), steps.instant());
        changeSteps.record(change, ChangeStep.REPORT, "Dilaporkan", read.note(), official);
        if (!draft) {
            process.startChange(change.id());
        }
        return changes.get(change.id());
    }

    private void requireFitting(Scholarship child, ChangeForm.Read read) {
        child.requireOpen();
        requireOnlyOne(child);
        if (read.happenedOn().isBefore(child.birthDate())) {
            throw ScholarshipForm.refused("happenedOn", "CHANGE_BEFORE_BIRTH", "Tanggal ini sebelum anak lahir. Periksa kembali.");
        }
    }

    private void requireOnlyOne(Scholarship child) {
        changes.openOf(child.id()).ifPresent(number -> {
            throw Refusal.conflict("SCHOLARSHIP_CHANGE_OPEN", "Laporan %s tentang anak ini belum selesai.".formatted(number));
        });
    }

    /** The process of a report has begun: the rules are asked about the day on which it happened. */
    @Transactional
    public void submit(UUID id) {
        ScholarshipChange change = changes.get(id);
        Scholarship child = children.lock(change.scholarshipId());
        changeSteps.reporter(child.villageCode(), child.branch());
        child.requireOpen();
        requireOnlyOne(child);
        EndRuling ruling = right.endBy(child.claimId(), child.birthDate(), change.kind().married(), change.kind().working(),
                change.happenedOn(), change.wageMonths());
        changes.update(change, change.judged(ruling.end() == null ? null
                : new End(ruling.end().reason(), ruling.end().legalBasis(), ruling.since()), ruling.ruleVersions()));
    }
}
