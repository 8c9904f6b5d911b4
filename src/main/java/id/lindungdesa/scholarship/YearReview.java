package id.lindungdesa.scholarship;

import id.lindungdesa.benefit.Schooling.Level;
import id.lindungdesa.benefit.Schooling.Working;
import id.lindungdesa.claim.ScholarshipRight;
import id.lindungdesa.claim.ScholarshipRight.Answer;
import id.lindungdesa.claim.ScholarshipRight.YearRuling;
import id.lindungdesa.document.Documents;
import id.lindungdesa.document.StoredDocument;
import id.lindungdesa.identity.Official;
import id.lindungdesa.identity.Role;
import id.lindungdesa.money.Rupiah;
import id.lindungdesa.refusal.Refusal;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The decision on a school year: what the family proves, what the rules give for it, what officer and head decide. */
@Service
class YearReview {

    private static final Set<YearState> COUNTS = Set.of(YearState.PROVED, YearState.CHECKED, YearState.APPROVED,
            YearState.PAYMENT_ORDERED, YearState.PAID);

    private final Scholarships children;
    private final SchoolYears years;
    private final YearFiles files;
    private final YearSteps steps;
    private final ScholarshipRight right;
    private final SchoolCalendar calendar;
    private final Documents documents;
    private final YearLetters letters;

    YearReview(Scholarships children, SchoolYears years, YearFiles files, YearSteps steps, ScholarshipRight right,
            SchoolCalendar calendar, Documents documents, YearLetters letters) {
        this.children = children;
        this.years = years;
        this.files = files;
        this.steps = steps;
        this.right = right;
        this.calendar = calendar;
        this.documents = documents;
        this.letters = letters;
    }

    /** What the family said and brought, as a form carries it. */
    record Brought(String level, Long grade, String married, String working, Long wageMonths, String documentIds) {}

    /** The village, or the officer at the counter, hands in where the child learns and the papers that prove it. */
    @Transactional
    public void prove(UUID yearId, Brought brought) {
        Scholarship child = children.lock(years.get(yearId).scholarshipId());
        SchoolYear year = years.get(yearId);
        Official official = steps.filer(child, year, Step.PROVE);
        Proof proof = read(brought);
        requireInOrder(child, year, proof.level());
        List<UUID> papers = Documents.ids(brought.documentIds());
        documents.requireForAttaching(papers);
        SchoolYear proved = year.proved(proof);
        files.attach(yearId, papers, official.user(), steps.instant());
        if (!child.hasEnded()) {
            children.update(child.active());
        }
        steps.done(year, proved, Step.PROVE, Outcome.PROVED, papers.isEmpty() ? null : "%d dokumen".formatted(papers.size()), official);
    }

    private Proof read(Brought brought) {
        Level level = named(Level.values(), brought.level(), "LEVEL_UNKNOWN", "Pilih jenjang sekolah anak.");
        Working working = named(Working.values(), brought.working(), "WORKING_UNKNOWN", "Pilih apakah anak bekerja.");
        if (brought.grade() == null || brought.grade() > Integer.MAX_VALUE || !level.has(Math.toIntExact(brought.grade()))) {
            throw Refusal.invalid("GRADE_UNKNOWN", "Jenjang %s tidak mempunyai kelas atau tahun itu.".formatted(level));
        }
        if (brought.married() == null || !Set.of("YES", "NO").contains(brought.married())) {
            throw Refusal.invalid("MARRIED_UNKNOWN", "Pilih apakah anak sudah menikah.");
        }
        if (brought.wageMonths() != null && (brought.wageMonths() < 0 || brought.wageMonths() > 1200)) {
            throw Refusal.invalid("WAGE_MONTHS_INVALID", "Bulan bekerja sebagai penerima upah harus 0 sampai 1200.");
        }
        return new Proof(level, Math.toIntExact(brought.grade()), brought.married().equals("YES"), working,
                brought.wageMonths() == null ? null : Math.toIntExact(brought.wageMonths()), steps.today());
    }

    private static <T extends Enum<T>> T named(T[] values, String name, String code, String message) {
        return Arrays.stream(values).filter(value -> value.name().equals(name)).findFirst()
                .orElseThrow(() -> Refusal.invalid(code, message));
    }

    /** A child does not go back to a lower level, nor was it further on before. */
    private void requireInOrder(Scholarship child, SchoolYear year, Level level) {
        years.of(child.id()).stream().filter(other -> other.state() == YearState.PAID).filter(other -> other.year() < year.year()
                ? other.proof().level().compareTo(level) > 0 : other.year() > year.year() && other.proof().level().compareTo(level) < 0)
                .findFirst().ifPresent(other -> {
                    throw Refusal.invalid("LEVEL_OUT_OF_ORDER", "Pada tahun ajaran %d/%d anak ini sudah di jenjang %s; jenjang %s tidak sesuai urutan."
                            .formatted(other.year(), other.year() + 1, other.proof().level(), level));
                });
    }

    /** Asks the rules: the amount by the level, on the event's law; whether it has ended, on the day of the proof. */
    @Transactional
    public void judge(UUID yearId) {
        Scholarship child = children.lock(years.get(yearId).scholarshipId());
        SchoolYear year = years.get(yearId);
        int had = (int) years.of(child.id()).stream().filter(other -> !other.id().equals(yearId) && COUNTS.contains(other.state())
                && other.ruling() != null && other.ruling().answer() == Answer.GRANTED
                && other.proof().level() == year.proof().level()).count();
        YearRuling ruling = known(child, year, right.judge(child.claimId(), year.proof().of(child.birthDate()), year.year(),
                year.proof().claimedOn(), had));
        steps.done(year, year.judged(ruling), Step.JUDGE, Outcome.valueOf(ruling.answer().name()));
    }

    /** What was reported of a child meanwhile counts, whatever its family says with the proof. */
    private static YearRuling known(Scholarship child, SchoolYear year, YearRuling ruling) {
        return child.hasEnded() && !year.proof().claimedOn().isBefore(child.end().on()) && ruling.answer() != Answer.ENDED
                ? new YearRuling(Answer.ENDED, Rupiah.ZERO, List.of(child.end().reason()), child.end().legalBasis(), ruling.ruleVersions(),
                        ruling.pastYear()) : ruling;
    }

    /** The officer has looked at the proof. What is missing suspends the scholarship until it comes. */
    @Transactional
    public void check(UUID yearId, boolean complete, String note) {
        Scholarship child = children.lock(years.get(yearId).scholarshipId());
        SchoolYear year = years.get(yearId);
        Official officer = steps.officer(child, year, Step.CHECK, Role.BPJS_VERIFIKATOR);
        if (complete) {
            List<SchoolCalendar.Paper> missing = missing(child, year);
            if (!missing.isEmpty()) {
                throw Refusal.invalid("PAPERS_MISSING", "Dokumen wajib belum diunggah: %s.".formatted(missing.stream()
                        .map(SchoolCalendar.Paper::label).collect(Collectors.joining(", "))));
            }
            steps.done(year, year.checked(), Step.CHECK, Outcome.COMPLETE, note, officer);
        } else {
            steps.requireNote(note, "Sebutkan apa yang belum lengkap; keluarga menerima daftar ini.");
            if (!child.hasEnded()) {
                children.update(child.suspended());
            }
            steps.done(year, year.suspended(), Step.CHECK, Outcome.INCOMPLETE, note, officer);
            files.write(child, year, "MISSING_DOCUMENTS", letters.missing(child, year, note, missing(child, year)), steps.instant());
        }
    }

    /**
     * The head of service agrees, or returns the year to the officer.
     *
     * @return whether money follows: an approved year that brings nothing ends with a letter
     */
    @Transactional
    public boolean approve(UUID yearId, boolean approved, String note) {
        Scholarship child = children.lock(years.get(yearId).scholarshipId());
        SchoolYear year = years.get(yearId);
        Official head = steps.officer(child, year, Step.APPROVE, Role.BPJS_KABID);
        if (!approved) {
            steps.requireNote(note, "Tuliskan alasan pengembalian.");
            steps.done(year, year.returned(), Step.APPROVE, Outcome.RETURNED, note, head);
            return false;
        }
        steps.done(year, year.approved(), Step.APPROVE, Outcome.APPROVED, note, head);
        return year.ruling().answer() == Answer.GRANTED;
    }

    List<SchoolCalendar.Paper> papersFor(Scholarship child, SchoolYear year) {
        return calendar.papers(year.dates().beginsOn(), isFirst(child));
    }

    List<StoredDocument> papers(SchoolYear year) {
        return documents.requireAll(files.documents(year.id()));
    }

    List<SchoolCalendar.Paper> missing(Scholarship child, SchoolYear year) {
        return calendar.missing(year.dates().beginsOn(), isFirst(child), papers(year).stream().map(StoredDocument::kind).collect(Collectors.toSet()));
    }

    private boolean isFirst(Scholarship child) {
        return years.of(child.id()).stream().noneMatch(year -> year.state() == YearState.PAID);
    }
}
