package id.lindungdesa.benefit;

import static id.lindungdesa.benefit.Covers.cover;
import static id.lindungdesa.benefit.Covers.coverRegistered;
import static org.assertj.core.api.Assertions.assertThat;

import id.lindungdesa.benefit.Membership.Standing;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class MembershipTest {

    @Test
    void joinsPeriodsThatFollowEachOther() {
        Membership membership = on("2023-03-10", cover("2022-10-01", "2022-12-31"), cover("2023-01-01", "2023-06-30"));

        assertThat(membership).isEqualTo(new Membership(Standing.ACTIVE, LocalDate.parse("2022-10-01"), 5, 0));
    }

    @Test
    void bothDaysOfAPeriodAreCovered() {
        assertThat(on("2022-10-01", cover("2022-10-01", "2022-12-31")).standing()).isEqualTo(Standing.ACTIVE);
        assertThat(on("2022-12-31", cover("2022-10-01", "2022-12-31")).standing()).isEqualTo(Standing.ACTIVE);
        assertThat(on("2023-01-01", cover("2022-10-01", "2022-12-31")).standing()).isEqualTo(Standing.GRACE);
        assertThat(on("2022-09-30", cover("2022-10-01", "2022-12-31")).standing()).isEqualTo(Standing.NOT_COVERED);
    }

    @Test
    void aMembershipEndsThreeMonthsAfterItsCover() {
        assertThat(on("2023-05-31", cover("2022-10-01", "2023-02-28"))).isEqualTo(
                new Membership(Standing.GRACE, LocalDate.parse("2022-10-01"), 7, 3));
        assertThat(on("2023-06-01", cover("2022-10-01", "2023-02-28")).standing()).isEqualTo(Standing.LAPSED);
    }

    @Test
    void aShortBreakDoesNotRestartTheCountALongOneDoes() {
        assertThat(on("2023-08-15", cover("2022-10-01", "2022-12-31"), cover("2023-03-01", "2023-12-31")).since())
                .isEqualTo(LocalDate.parse("2022-10-01"));
        assertThat(on("2023-08-15", cover("2022-10-01", "2022-12-31"), cover("2023-04-01", "2023-12-31")).since())
                .as("three months and a day").isEqualTo(LocalDate.parse("2023-04-01"));
    }

    @Test
    void countsAMonthFullOnTheDayItIsComplete() {
        assertThat(on("2025-08-31", cover("2025-06-01", "2025-12-31")).fullMonths()).isEqualTo(2);
        assertThat(on("2025-09-01", cover("2025-06-01", "2025-12-31")).fullMonths()).isEqualTo(3);
        assertThat(on("2025-02-28", cover("2024-11-30", "2025-12-31")).fullMonths())
                .as("30 November and three months is the last of February").isEqualTo(3);
    }

    @Test
    void coverRegisteredAfterTheEventInsuresNothing() {
        assertThat(on("2023-05-10", coverRegistered("2023-05-01", "2023-12-31", "2023-05-12")).standing())
                .isEqualTo(Standing.REGISTERED_AFTER_EVENT);
        assertThat(on("2023-05-12", coverRegistered("2023-05-01", "2023-12-31", "2023-05-12")).standing())
                .isEqualTo(Standing.ACTIVE);
        assertThat(on("2023-05-10", cover("2022-05-01", "2023-03-31"),
                coverRegistered("2023-04-01", "2023-12-31", "2023-05-12")).standing())
                .as("arrears paid after the death do not undo the grace").isEqualTo(Standing.GRACE);
    }

    @Test
    void withoutCoverThereIsNoMembership() {
        assertThat(on("2023-05-10")).isEqualTo(new Membership(Standing.NOT_COVERED, null, 0, 0));
    }

    private static Membership on(String day, Membership.Period... periods) {
        return Membership.on(LocalDate.parse(day), List.of(periods), 3);
    }
}
