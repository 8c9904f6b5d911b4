package id.lindungdesa.benefit;

import id.lindungdesa.benefit.Injury.Disability;
import id.lindungdesa.benefit.Injury.Loss;
import id.lindungdesa.benefit.Schooling.Child;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** Facts that cannot all be true: no rule is asked about them. Facts that are not known contradict nothing. */
public final class Contradictions {

    /** A child born later than this after a man's death is not his. */
    private static final int LONGEST_PREGNANCY_IN_DAYS = 300;

    private static final long DAYS_PER_MONTH_AT_LEAST = 28;

    private final Facts facts;
    private final Faults faults;

    public Contradictions(Facts facts, Faults faults) {
        this.facts = facts;
        this.faults = faults;
    }

    /** Adds to the faults what cannot be true at once. */
    public void find() {
        LocalDate event = facts.eventDate();
        Facts.Handling handling = facts.handling();
        Injury injury = facts.injury();
        inOrder(facts.bornOn(), event, "eventDate", "EVENT_BEFORE_BIRTH", "Tanggal peristiwa lebih awal daripada tanggal lahir pekerja.");
        inOrder(event, handling.filedOn(), "eventDate", "EVENT_AFTER_FILING", "Tanggal peristiwa setelah tanggal pengajuan.");
        inOrder(handling.filedOn() == null ? event : handling.filedOn(), handling.completeOn(), "completeOn",
                "COMPLETE_BEFORE_FILING", "Berkas tidak mungkin lengkap sebelum peristiwa atau pengajuannya.");
        inOrder(latest(event, handling.filedOn(), handling.completeOn()), handling.paidOn(), "paidOn", "PAID_BEFORE_COMPLETE",
                "Klaim tidak mungkin dibayar sebelum diajukan dan lengkap.");
        inOrder(event, facts.schooling().claimedOn(), "scholarshipClaimedOn", "SCHOLARSHIP_BEFORE_EVENT",
                "Beasiswa tidak mungkin diajukan sebelum peristiwa.");
        if (injury.accidentAt() != null) {
            inOrder(injury.accidentAt().toLocalDate(), event, "accidentAt", "ACCIDENT_AFTER_EVENT",
                    "Kecelakaan terjadi setelah tanggal peristiwa.");
            inOrder(injury.accidentAt().toLocalDate(), injury.recoveredOn(), "recoveredOn", "RECOVERED_BEFORE_ACCIDENT",
                    "Tanggal sembuh lebih awal daripada kecelakaan.");
        }
        inOrder(event, injury.recoveredOn(), "recoveredOn", "RECOVERED_BEFORE_ACCIDENT", "Tanggal sembuh lebih awal daripada peristiwa.");
        outcome();
        inability();
        for (int i = 0; i < injury.disabilities().size(); i++) {
            disability(i, injury.disabilities());
        }
        for (int i = 0; i < facts.schooling().children().size(); i++) {
            child("children/" + i + "/", facts.schooling().children().get(i));
        }
        LocalDate claimed = facts.schooling().claimedOn();
        faults.require(claimed == null || facts.schooling().schoolYear() == null
                || facts.schooling().schoolYear() <= claimed.getYear() + 1, "schoolYear", "SCHOOL_YEAR_IN_FUTURE",
                "Tahun ajaran ini belum dapat diajukan pada tanggal tersebut.");
    }

    private void outcome() {
        Consequence outcome = facts.outcome();
        faults.require(facts.programme() != Programme.JKM || outcome == null || outcome == Consequence.DEATH, "outcome",
                "OUTCOME_NOT_OF_PROGRAMME", "Program JKM hanya menjamin kematian.");
        faults.require(outcome != Consequence.RECOVERED || facts.injury().disabilities().isEmpty(), "outcome",
                "RECOVERED_WITH_DISABILITY", "Pekerja dinyatakan sembuh, tetapi cacat dicantumkan.");
    }

    /** A month may be as short as February; both days count. */
    private void inability() {
        Injury injury = facts.injury();
        if (injury.unableToWork() == null || injury.recoveredOn() == null || facts.struckOn() == null) {
            return;
        }
        long days = injury.unableToWork().months() * DAYS_PER_MONTH_AT_LEAST + injury.unableToWork().days();
        faults.require(days <= ChronoUnit.DAYS.between(facts.struckOn(), injury.recoveredOn()) + 1, "unableToWork/months",
                "INABILITY_TOO_LONG",
                "Masa tidak mampu bekerja lebih panjang daripada waktu sejak kecelakaan sampai keterangan dokter.");
    }

    /** A part more often than a body has it, or a part that is gone with a larger one of the same side. */
    private void disability(int place, List<Disability> all) {
        Disability one = all.get(place);
        if (one.part() == null) {
            return;
        }
        int most = one.side() != null || !one.part().hasSides() ? one.part().perSide() : 2 * one.part().perSide();
        long before = all.subList(0, place).stream().filter(other -> other.part() == one.part()
                && (one.side() == null || other.side() == null || other.side() == one.side())).count();
        String at = "disabilities/" + place + "/part";
        faults.require(before < most, at, "PART_TOO_OFTEN", "Bagian tubuh ini dicantumkan lebih banyak daripada yang ada.");
        faults.require(all.stream().noneMatch(other -> other.part() != null && other.loss() == Loss.ANATOMICAL
                && other.part().contains(one.part())
                && (!other.part().hasSides() || other.side() != null && other.side() == one.side())), at,
                "PART_WITHIN_PART", "Bagian tubuh ini sudah termasuk dalam bagian lain yang hilang.");
    }

    private void child(String at, Child child) {
        LocalDate born = child.birthDate();
        if (born != null) {
            faults.require(facts.bornOn() == null || born.isAfter(facts.bornOn()), at + "birthDate", "CHILD_OLDER_THAN_PARENT",
                    "Anak tidak mungkin lebih tua daripada orang tuanya.");
            LocalDate died = latest(facts.eventDate(), facts.injury().recoveredOn());
            faults.require(died == null || !facts.isDeath() || !born.isAfter(died.plusDays(LONGEST_PREGNANCY_IN_DAYS)), at + "birthDate",
                    "CHILD_BORN_AFTER_DEATH", "Anak lahir terlalu lama setelah kematian pekerja.");
            inOrder(born, facts.schooling().claimedOn(), at + "birthDate", "CHILD_NOT_BORN", "Anak belum lahir pada tanggal pengajuan beasiswa.");
        }
        faults.require(child.level() == null || child.grade() == null || child.level().has(child.grade()), at + "grade",
                "GRADE_NOT_OF_LEVEL", "Kelas ini tidak ada pada jenjang tersebut.");
    }

    private void inOrder(LocalDate first, LocalDate second, String path, String code, String message) {
        faults.require(first == null || second == null || !first.isAfter(second), path, code, message);
    }

    private static LocalDate latest(LocalDate... days) {
        LocalDate latest = null;
        for (LocalDate day : days) {
            latest = latest == null || day != null && day.isAfter(latest) ? day : latest;
        }
        return latest;
    }
}
