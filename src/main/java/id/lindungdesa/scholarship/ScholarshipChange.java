package id.lindungdesa.scholarship;

import id.lindungdesa.money.Rupiah;
import id.lindungdesa.refusal.Refusal;
import id.lindungdesa.scholarship.Scholarship.End;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * A report that a child married or works, from the day on which it happened to what follows for its scholarship and for the
 * money that was paid beyond its end.
 *
 * @param happenedOn the day of the marriage, or on which the work began
 * @param wageMonths months in a row that it has lasted, for wage work; null where nobody knows
 * @param end what the rules say ends it, and since when; null where they let it go on
 */
record ScholarshipChange(UUID id, String number, UUID scholarshipId, ChangeKind kind, LocalDate happenedOn, Integer wageMonths,
                         String note, ChangeState state, End end, String ruleVersions, Excess excess, List<ChangeDeed> deeds) {

    /**
     * What was paid for time after the end.
     *
     * @param undue for years that were proved on or after that day: there was no right any more
     * @param share for the months after it, of a year that was rightly proved before: named, and left to the branch head
     */
    record Excess(Rupiah undue, Rupiah share, Rupiah demanded) {

        static final Excess NONE = new Excess(Rupiah.ZERO, Rupiah.ZERO, Rupiah.ZERO);

        Rupiah whole() {
            return undue.plus(share);
        }
    }

    ScholarshipChange {
        deeds = List.copyOf(deeds);
    }

    /** What the rules say of it. */
    ScholarshipChange judged(End found, String versions) {
        return in(ChangeState.DRAFT).with(ChangeState.OPEN, found, versions, Excess.NONE);
    }

    ScholarshipChange dismissed() {
        return in(ChangeState.OPEN).with(ChangeState.DISMISSED, excess);
    }

    /** It is true; where the rules let it go on nothing else follows. */
    ScholarshipChange confirmed() {
        return in(ChangeState.OPEN).with(end == null ? ChangeState.NOTED : ChangeState.CONFIRMED, excess);
    }

    ScholarshipChange ended(Excess found) {
        return in(ChangeState.CONFIRMED).with(found.whole().isZero() ? ChangeState.ENDED : ChangeState.EXCESS, found);
    }

    ScholarshipChange kept() {
        return in(ChangeState.EXCESS).with(ChangeState.KEPT, excess);
    }

    /** @param withShare also for the months after the end of a year that was rightly proved */
    ScholarshipChange demanded(boolean withShare) {
        Rupiah sum = withShare ? excess.whole() : excess.undue();
        if (sum.isZero()) {
            throw Refusal.invalid("NOTHING_UNDUE", "Tidak ada tahun ajaran yang dibayar tanpa hak. Pilih apakah bulan sesudah "
                    + "berakhir juga ditagih, atau tidak ditagih.");
        }
        return in(ChangeState.EXCESS).with(ChangeState.DEMANDED, new Excess(excess.undue(), excess.share(), sum));
    }

    ScholarshipChange repaid() {
        return in(ChangeState.DEMANDED).with(ChangeState.REPAID, excess);
    }

    ScholarshipChange waived() {
        return in(ChangeState.DEMANDED).with(ChangeState.WAIVED, excess);
    }

    void requireState(ChangeState expected) {
        in(expected);
    }

    boolean forbids(String user, ChangeStep step) {
        return deeds.stream().filter(deed -> deed.user().equals(user)).map(deed -> deed.step().part())
                .anyMatch(part -> part != null && part != step.part());
    }

    private ScholarshipChange in(ChangeState expected) {
        if (state != expected) {
            throw Refusal.conflict("SCHOLARSHIP_CHANGE_STATE", "Laporan %s sedang dalam keadaan \"%s\"; langkah ini tidak dapat dilakukan."
                    .formatted(number, state.label()));
        }
        return this;
    }

    private ScholarshipChange with(ChangeState next, Excess money) {
        return with(next, end, ruleVersions, money);
    }

    private ScholarshipChange with(ChangeState next, End why, String versions, Excess money) {
        return new ScholarshipChange(id, number, scholarshipId, kind, happenedOn, wageMonths, note, next, why, versions, money, deeds);
    }
}
