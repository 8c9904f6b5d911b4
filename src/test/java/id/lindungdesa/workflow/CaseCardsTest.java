package id.lindungdesa.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import id.lindungdesa.LindungDesaTest;
import id.lindungdesa.premium.CoverFixture;
import id.lindungdesa.regulation.DecreeFixture;
import id.lindungdesa.workflow.CaseCards.Card;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Every module tells its cards; what they say stands in its tables. */
@LindungDesaTest
class CaseCardsTest {

    static final String VILLAGE = "81.09.01.2001";
    static final String PLACE = "Desa Uji 2001";

    @Autowired
    ApplicationContext context;
    @Autowired
    List<CaseCards> modules;
    @Autowired
    List<CaseSheets> sheets;
    @Autowired
    Cards cards;
    @Autowired
    JdbcClient jdbc;
    @Autowired
    CoverFixture covers;
    @Autowired
    Clock clock;

    private UUID decree;

    @BeforeEach
    void aVillage() {
        decree = DecreeFixture.in(context).inForce("81", List.of(VILLAGE), 100_000_000);
    }

    @Test
    void whoeverHasASheetHasACardAndNobodyAsksInVain() {
        assertThat(modules.stream().flatMap(module -> module.processes().stream()))
                .containsAll(sheets.stream().filter(module -> !module.getClass().getSimpleName().startsWith("Trial"))
                        .flatMap(module -> module.processes().stream()).collect(Collectors.toSet()))
                .doesNotHaveDuplicates();
        modules.forEach(module -> module.processes().forEach(process ->
                assertThat(cards.of(process, List.of(UUID.randomUUID(), UUID.randomUUID()))).as(process).isEmpty()));
        assertThat(cards.of("no-such-process", List.of(UUID.randomUUID()))).isEmpty();
    }

    @Test
    void aDecreeSaysWhatItGivesToHowMany() {
        Card card = cards.of("decree-enactment", List.of(decree)).get(decree);

        assertThat(card.place()).isEqualTo("Provinsi 81");
        assertThat(card.rupiah()).isEqualTo(100_000_000);
        assertThat(card.count()).isEqualTo(1);
    }

    @Test
    void aPremiumCaseSaysItsBillAndItsWorkers() {
        LocalDate from = LocalDate.now(clock).withDayOfMonth(1);
        var covered = covers.covered(VILLAGE, from, from.plusMonths(2).minusDays(1), Instant.now());

        assertThat(cards.of("premium-payment", List.of(covered.premiumCaseId()))).isEqualTo(Map.of(covered.premiumCaseId(),
                new Card("PREMI/%s/1".formatted(VILLAGE), VILLAGE, PLACE, 33_600L, 1, "pekerja")));
        jdbc.sql("delete from premium_cover where bill_id = :bill").param("bill", covered.billId()).update();
        jdbc.sql("delete from premium_month where bill_id = :bill").param("bill", covered.billId()).update();
        jdbc.sql("delete from premium_bill where id = :bill").param("bill", covered.billId()).update();
        assertThat(cards.of("premium-payment", List.of(covered.premiumCaseId())).get(covered.premiumCaseId()))
                .as("before there is a bill, the share and the list").extracting(Card::rupiah, Card::count).containsExactly(33_600L, 1);
    }

    @Test
    void aComplaintADeathAndASchoolYearNameTheVillageAndNoPerson() {
        UUID complaint = UUID.randomUUID();
        UUID death = UUID.randomUUID();
        UUID child = UUID.randomUUID();
        UUID year = UUID.randomUUID();
        jdbc.sql("""
                insert into complaint_complaint (id, number, claim_id, subject, village_code, branch, state, filed_at, complainant, story)
                values (:id, :number, :id, 'DELAY', :village, 'uji', 'DRAFT', now(), 'Orang Uji', 'Lama')""")
                .param("id", complaint).param("number", "ADU-" + complaint).param("village", VILLAGE).update();
        jdbc.sql("""
                insert into death_report (id, number, nik_digest, masked_nik, village_code, died_on, source, reported_at, state, reasons, explanation)
                values (:id, :number, :digest, '81****', :village, current_date, 'VILLAGE', now(), 'NO_COVER', '{}', 'Uji')""")
                .param("id", death).param("number", "LK-" + death).param("digest", death.toString()).param("village", VILLAGE).update();
        jdbc.sql("""
                insert into scholarship_scholarship (id, number, claim_id, place, programme, village_code, branch, child_name, child_nik, birth_date,
                    guardian_name, guardian_nik, guardian_account, state, registered_by, registered_at)
                values (:id, :number, :id, 1, 'JKM', :village, 'uji', 'Anak Uji', '8109010101150001', '2015-01-01', 'Wali Uji', '8109014101800001', '1',
                    'ACTIVE', 'uji', now())""").param("id", child).param("number", "BEA-" + child).param("village", VILLAGE).update();
        jdbc.sql("""
                insert into scholarship_year (id, scholarship_id, school_year, number, state, opened_by, opened_at, begins_on, remind_on, due_on, ends_on, rupiah)
                values (:id, :child, 2026, :number, 'DRAFT', 'uji', now(), '2026-07-01', '2026-08-01', '2026-09-01', '2027-06-30', 1500000)""")
                .param("id", year).param("child", child).param("number", "BEA-" + child + "/2026").update();

        assertThat(cards.of("complaint-handling", List.of(complaint)).get(complaint))
                .isEqualTo(new Card("ADU-" + complaint, VILLAGE, PLACE, null, null, null));
        assertThat(cards.of("death-report", List.of(death)).get(death)).isEqualTo(new Card("LK-" + death, VILLAGE, PLACE, null, null, null));
        assertThat(cards.of("scholarship-payment", List.of(year)).get(year))
                .isEqualTo(new Card("BEA-" + child + "/2026", VILLAGE, PLACE, 1_500_000L, null, null));
        jdbc.sql("delete from scholarship_year where id = :id").param("id", year).update();
        jdbc.sql("delete from scholarship_scholarship where id = :id").param("id", child).update();
        jdbc.sql("delete from death_report where id = :id").param("id", death).update();
        jdbc.sql("delete from complaint_complaint where id = :id").param("id", complaint).update();
    }
}
