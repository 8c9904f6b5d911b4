package id.lindungdesa.premium;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.lindungdesa.LindungDesaTest;
import id.lindungdesa.enrolment.Worker;
import id.lindungdesa.ledger.Ledger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;

@LindungDesaTest
class CoverBookTest {

    private static final String VILLAGE = "75.01.01.2001";
    private static final LocalDate OCTOBER = LocalDate.of(2022, 10, 1);
    private static final LocalDate AUGUST = LocalDate.of(2023, 8, 31);

    @Autowired CoverFixture fixture;
    @Autowired CoverBook book;
    @Autowired Ledger ledger;
    @Autowired JdbcClient jdbc;

    @Test
    void knowsTheDaysOfCoverAndTheTransferOfTheMonth() {
        var covered = fixture.covered(VILLAGE, OCTOBER, AUGUST, Instant.parse("2022-09-28T02:00:00Z"));
        UUID worker = covered.worker().id();

        Cover cover = book.on(worker, LocalDate.of(2023, 2, 1)).orElseThrow();

        assertThat(cover.month()).isEqualTo(YearMonth.of(2023, 2));
        assertThat(cover.billId()).isEqualTo(covered.billId());
        assertThat(cover.registeredAt()).isEqualTo("2022-09-28T02:00:00Z");
        assertThat(ledger.transfer(cover.transferId()).orElseThrow().creditPath()).isEqualTo("insurer/premium/2023-02");
        assertThat(book.on(worker, OCTOBER)).isPresent();
        assertThat(book.on(worker, AUGUST)).isPresent();
        assertThat(book.on(worker, OCTOBER.minusDays(1))).isEmpty();
        assertThat(book.on(worker, AUGUST.plusDays(1))).isEmpty();
        assertThat(book.on(UUID.randomUUID(), OCTOBER)).isEmpty();
    }

    @Test
    void keepsPeriodsThatFollowEachOtherApart() {
        Worker worker = fixture.covered(VILLAGE, OCTOBER, AUGUST);
        fixture.covered(worker, AUGUST.plusDays(1), AUGUST.plusMonths(2).withDayOfMonth(31), UUID.randomUUID(), UUID.randomUUID(),
                UUID.randomUUID());

        assertThat(book.of(worker.id())).extracting(CoverPeriod::from, CoverPeriod::through)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(OCTOBER, AUGUST),
                        org.assertj.core.groups.Tuple.tuple(LocalDate.of(2023, 9, 1), LocalDate.of(2023, 10, 31)));
    }

    @Test
    void noDayOfAWorkerIsInTheBookTwice() {
        Worker worker = fixture.covered(VILLAGE, OCTOBER, AUGUST);

        assertThatThrownBy(() -> fixture.covered(worker, AUGUST, AUGUST.plusDays(30), UUID.randomUUID(), UUID.randomUUID(),
                UUID.randomUUID()))
                .isInstanceOf(DataIntegrityViolationException.class).hasMessageContaining("premium_cover_no_double");
    }

    @Test
    void aBillThatIsNotConfirmedCoversNobody() {
        var covered = fixture.covered(VILLAGE, OCTOBER, AUGUST, Instant.parse("2022-09-28T02:00:00Z"));

        jdbc.sql("update premium_bill set state = 'PAID', covered_at = null where id = :id").param("id", covered.billId()).update();

        assertThat(book.of(covered.worker().id())).isEmpty();
        assertThat(book.on(covered.worker().id(), OCTOBER)).isEmpty();
    }
}
