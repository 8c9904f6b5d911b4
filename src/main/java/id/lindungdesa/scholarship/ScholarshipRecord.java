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
    private final Changes changes;
    private final ScholarshipRight right;
    private final CurrentUser currentUser;

    ScholarshipRecord(Scholarships children, SchoolYears years, YearFiles files, Changes changes, ScholarshipRight right,
            CurrentUser currentUser) {
        this.children = children;
        this.years = years;
        this.files = files;
        this.changes = changes;
        this.right = right;
        this.currentUser = currentUser;
    }

    record StepView(String step, String outcome, String by, String note, Instant at) {}

    record LetterView(UUID id, String number, String kind, Instant createdAt, String text) {}

    record YearView(UUID id, String number, int schoolYear, String state, LocalDate dueOn, String level, Integer grade, String answer,
                    List<String> reasons, long rupiah, String legalBasis, String ruleVersions, List<StepView> decisions,
                    List<LetterView> letters) {}

    /** A report about the child: {@code undue} and {@code share} were paid for time after the end. */
    record ChangeView(UUID id, String number, String kind, LocalDate happenedOn, String state, LocalDate endsOn, String reason,
                      String legalBasis, long undue, long share, long demanded, long repaid, List<LetterView> letters) {}

    /** Amounts are whole rupiah; what whoever asks may not see is null. */
    record View(UUID id, String number, int place, String state, String childName, String childNik, LocalDate birthDate,
                String guardian, String endReason, LocalDate endedOn, long paid, List<YearView> years, List<ChangeView> changes) {}

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
                all.stream().map(year -> view(year, people)).toList(), changes.of(child.id()).stream().map(change -> view(change, people)).toList());
    }

    private ChangeView view(ScholarshipChange change, boolean people) {
        Scholarship.End end = change.end();
        return new ChangeView(change.id(), change.number(), people ? change.kind().name() : null, people ? change.happenedOn() : null,
                change.state().name(), end == null ? null : end.on(), end == null || !people ? null : end.reason(),
                end == null ? null : end.legalBasis(), change.excess().undue().amount(), change.excess().share().amount(),
                change.excess().demanded().amount(), changes.repaid(change.id()).amount(), letters(changes.letters(change.id()), people));
    }

    private static List<LetterView> letters(List<YearFiles.Letter> letters, boolean people) {
        return letters.stream().map(letter -> new LetterView(letter.id(), letter.number(), letter.kind(), letter.createdAt(),
                people ? letter.text() : null)).toList();
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
                letters(files.letters(year.id()), people));
    }
}
