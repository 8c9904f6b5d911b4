package id.lindungdesa.scholarship;

import id.lindungdesa.claim.ScholarshipRight;
import id.lindungdesa.claim.ScholarshipRight.Source;
import id.lindungdesa.identity.CurrentUser;
import id.lindungdesa.identity.Official;
import id.lindungdesa.refusal.Refusal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** The scholarships of a claim as they may be read: whole for the village and the branch, without any person for the auditor. */
@Service
class ScholarshipRecord {

    private final Scholarships children;
    private final SchoolYears years;
    private final YearFiles files;
    private final ScholarshipRight right;
    private final CurrentUser currentUser;

    ScholarshipRecord(Scholarships children, SchoolYears years, YearFiles files, ScholarshipRight right, CurrentUser currentUser) {
        this.children = children;
        this.years = years;
        this.files = files;
        this.right = right;
        this.currentUser = currentUser;
    }

    record StepView(String step, String outcome, String by, String note, Instant at) {}

    record LetterView(UUID id, String number, String kind, Instant createdAt, String text) {}

    record YearView(UUID id, String number, int schoolYear, String state, LocalDate dueOn, String level, Integer grade, String answer,
                    List<String> reasons, long rupiah, String legalBasis, String ruleVersions, List<StepView> decisions,
                    List<LetterView> letters) {}

    /** Amounts are whole rupiah; what whoever asks may not see is null. */
    record View(UUID id, String number, int place, String state, String childName, String childNik, LocalDate birthDate,
                String guardian, String endReason, LocalDate endedOn, long paid, List<YearView> years) {}

    List<View> ofClaim(UUID claimId) {
        Source claim = right.find(claimId).orElseThrow(() -> Refusal.notFound("CLAIM_UNKNOWN", "Klaim tidak ditemukan."));
        Official who = currentUser.get();
        boolean people = ScholarshipAccess.mayReadPeople(who, claim.villageCode(), claim.branch());
        if (!people && !ScholarshipAccess.mayAudit(who)) {
            throw ScholarshipAccess.notYours();
        }
        return children.of(claimId).stream().map(child -> view(child, people)).toList();
    }

    private View view(Scholarship child, boolean people) {
        List<SchoolYear> all = years.of(child.id());
        return new View(child.id(), child.number(), child.place(), child.state().name(), people ? child.childName() : null,
                people ? child.maskedChildNik() : null, people ? child.birthDate() : null, people ? child.guardian().name() : null,
                child.end() == null ? null : child.end().reason(), child.end() == null ? null : child.end().on(),
                all.stream().filter(year -> year.state() == YearState.PAID).mapToLong(year -> year.ruling().rupiah().amount()).sum(),
                all.stream().map(year -> view(year, people)).toList());
    }

    private YearView view(SchoolYear year, boolean people) {
        Proof proof = people ? year.proof() : null;
        var ruling = year.ruling();
        return new YearView(year.id(), year.number(), year.year(), year.state().name(), year.dates().dueOn(),
                proof == null ? null : proof.level().name(), proof == null ? null : proof.grade(),
                ruling == null ? null : ruling.answer().name(), ruling == null || !people ? List.of() : ruling.reasons(),
                ruling == null ? 0 : ruling.rupiah().amount(), ruling == null ? null : ruling.legalBasis(),
                ruling == null ? null : ruling.ruleVersions(),
                year.deeds().stream().map(deed -> new StepView(deed.step().name(), deed.outcome().name(), deed.name(),
                        people ? deed.note() : null, deed.at())).toList(),
                files.letters(year.id()).stream().map(letter -> new LetterView(letter.id(), letter.number(), letter.kind(),
                        letter.createdAt(), people ? letter.text() : null)).toList());
    }
}
