package id.lindungdesa.scholarship;

import static id.lindungdesa.scholarship.ScholarshipStage.BANK;
import static id.lindungdesa.scholarship.ScholarshipStage.BRANCH_HEAD;
import static id.lindungdesa.scholarship.ScholarshipStage.EVERYTHING;
import static id.lindungdesa.scholarship.ScholarshipStage.HEAD;
import static id.lindungdesa.scholarship.ScholarshipStage.OFFICER;
import static id.lindungdesa.scholarship.ScholarshipStage.OPERATOR;
import static id.lindungdesa.scholarship.ScholarshipStage.OPERATOR_ELSEWHERE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import id.lindungdesa.Door;
import id.lindungdesa.LindungDesaTest;
import id.lindungdesa.calendar.DateWords;
import id.lindungdesa.ledger.Ledger;
import id.lindungdesa.money.Rupiah;
import id.lindungdesa.refusal.Refusal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A child marries or works between two yearly proofs: the scholarship ends or goes on by the law of that day. */
@LindungDesaTest
class ScholarshipChangeTest {

    @Autowired ScholarshipStage stage;
    @Autowired ChangeDesk desk;
    @Autowired Changes changes;
    @Autowired ChangeSheets sheets;
    @Autowired ScholarshipCards cards;
    @Autowired Scholarships children;
    @Autowired SchoolYears years;
    @Autowired ScholarshipDesk registrations;
    @Autowired Ledger ledger;
    @Autowired RuntimeService runtime;
    @Autowired JdbcClient jdbc;
    @Autowired TestRestTemplate rest;
    private Door door;

    @BeforeEach
    void set() {
        stage.set();
        door = new Door(rest);
        List.of(OPERATOR, BANK, HEAD).forEach(user -> door.knows(user, ScholarshipStage.PASSWORD));
    }

    @Test
    void marriageEndsTheScholarshipAndItsOpenYear() {
        SchoolYear year = stage.registered(stage.claim(), 19);
        LocalDate wedding = stage.today().minusDays(3);

        JsonNode told = door.expect(201, door.post(OPERATOR, "/api/scholarship-changes", Map.of("claimNumber", claimOf(year), "child", "1",
                "kind", "MARRIED", "happenedOn", wedding.toString(), "documents", List.of(door.document(OPERATOR, "BUKTI_PERUBAHAN")))));
        UUID change = UUID.fromString(told.get("id").asText());
        assertThat(told.get("reason").asText()).isEqualTo("SCHOLARSHIP_ENDED_MARRIED");
        assertThat(child(year).state()).as("a report alone ends nothing").isEqualTo(ScholarshipState.ACTIVE);
        assertThat(sheet(change)).contains("Beasiswa berakhir pada " + DateWords.day(wedding), "Ditutup");

        stage.decides(HEAD, change, "UserTask_ConfirmChange", "approved", true);
        stage.passes(change, "ServiceTask_EndScholarship");

        assertThat(child(year).end()).isEqualTo(new Scholarship.End("SCHOLARSHIP_ENDED_MARRIED", "PP 82/2019 (sampai anak menikah)", wedding));
        assertThat(years.get(year.id()).state()).isEqualTo(YearState.REFUSED);
        assertThat(running(year.id())).isZero();
        assertThat(running(change)).as("no money was paid, so nobody has to decide").isZero();
        assertThat(changes.get(change).state()).isEqualTo(ChangeState.ENDED);
        assertThat(changes.letters(change)).extracting(YearFiles.Letter::kind).containsExactly("END");
        assertThat(changes.letters(change).get(0).text()).contains("telah menikah pada", "PP 82/2019 (sampai anak menikah)", "Bila tidak setuju")
                .doesNotContain("{", "sudah ada beasiswa yang dibayarkan");
        JsonNode view = door.get(OPERATOR, "/api/claims/" + child(year).claimId() + "/scholarships").get(0);
        assertThat(view.get("changes").get(0).get("state").asText()).isEqualTo("ENDED");
        assertRefused("SCHOLARSHIP_ENDED", () -> report(OPERATOR, year, ChangeKind.WAGE, wedding, 1));
    }

    @ParameterizedTest
    @CsvSource({"WAGE, 2026-01-15, 6", "WAGE, 2025-02-24, 1", "BPU, 2025-02-24, ", "INTERN, 2026-03-01, "})
    void theExceptionsOf2025LetItGoOn(ChangeKind kind, LocalDate began, Integer months) {
        SchoolYear year = stage.registered(stage.claim(), 20);

        UUID change = report(OFFICER, year, kind, began, months).id();
        stage.decides(HEAD, change, "UserTask_ConfirmChange", "approved", true);

        assertThat(changes.get(change).state()).isEqualTo(ChangeState.NOTED);
        assertThat(child(year).state()).isEqualTo(ScholarshipState.ACTIVE);
        assertThat(years.get(year.id()).state()).isEqualTo(YearState.OPEN);
        assertThat(changes.letters(change).get(0).text()).contains("tidak mengakhiri beasiswa", "Pasal 103 ayat (3a)").doesNotContain("{");
    }

    @ParameterizedTest
    @CsvSource({"WAGE, 2026-01-15, 7, 2026-07-15", "WAGE, 2026-01-15, , 2026-01-15", "BPU, 2025-02-23, , 2025-02-23",
        "INTERN, 2024-12-01, , 2024-12-01", "WAGE, 2024-10-01, 2, 2024-10-01"})
    void theLawOfThatDayEndsIt(ChangeKind kind, LocalDate began, Integer months, LocalDate endsOn) {
        SchoolYear year = stage.registered(stage.claim(), 20);

        ScholarshipChange change = report(OPERATOR, year, kind, began, months);

        assertThat(change.end().reason()).isEqualTo("SCHOLARSHIP_ENDED_WORK");
        assertThat(change.end().on()).isEqualTo(endsOn);
        assertThat(change.ruleVersions()).contains("scholarship-end");
    }

    @Test
    void aYearThatWasProvedBeforeKeepsItsRight() {
        SchoolYear year = stage.registered(stage.claim(), 19);
        stage.proves(year.id(), "PT", 2);
        provedOn(year, stage.today().minusDays(10));

        UUID change = report(OPERATOR, year, ChangeKind.MARRIED, stage.today().minusDays(3), null).id();
        assertThat(sheet(change)).contains("Diteruskan");
        confirmed(change);
        stage.completes(OFFICER, year.id(), "UserTask_CheckProof", "complete", false, "note", "Rapor belum ada.");
        assertThat(child(year).hasEnded()).isTrue();
        stage.proves(year.id(), "PT", 2);
        assertThat(years.get(year.id()).ruling().reasons()).as("proved again when it was over").containsExactly("SCHOLARSHIP_ENDED_MARRIED");
        stage.checksAndApproves(year.id());
        assertThat(years.get(year.id()).state()).isEqualTo(YearState.REFUSED);
        assertThat(balance(year)).isZero();

        SchoolYear other = stage.registered(stage.claim(), 19);
        stage.proves(other.id(), "PT", 2);
        provedOn(other, stage.today().minusDays(10));
        confirmed(report(OPERATOR, other, ChangeKind.MARRIED, stage.today().minusDays(3), null).id());
        stage.checksAndApproves(other.id());
        stage.pays(other.id());
        assertThat(balance(other)).isEqualTo(12_000_000);
        assertThat(years.of(other.scholarshipId())).as("no year follows").hasSize(1);
    }

    @Test
    void aYearProvedAfterTheEndIsDemandedBackUntilItIsRepaid() {
        SchoolYear year = paid();
        UUID change = report(OPERATOR, year, ChangeKind.MARRIED, stage.today(), null).id();
        confirmed(change);
        assertThat(changes.get(change).excess().undue()).isEqualTo(Rupiah.of(12_000_000));
        assertThat(sheet(change)).contains("seluruhnya tanpa hak");
        assertThat(cards.cardsOf("scholarship-change", List.of(change)).get(change).rupiah()).isEqualTo(12_000_000);
        assertThat(changes.letters(change).get(0).text()).contains("sudah ada beasiswa yang dibayarkan");
        assertThat(years.of(year.scholarshipId())).extracting(SchoolYear::state).as("the next year waited").containsExactly(YearState.PAID, YearState.REFUSED);

        assertRefused("NOTE_REQUIRED", () -> stage.decides(BRANCH_HEAD, change, "UserTask_DecideBeyondEnd", "approved", true));
        stage.decides(BRANCH_HEAD, change, "UserTask_DecideBeyondEnd", "approved", true, "note", "Nikah sebelum bukti diserahkan");
        stage.passes(change, "ServiceTask_Demand");
        assertThat(balance(year)).isZero();
        assertThat(ledger.balance("scholarship/%s/overpaid".formatted(year.scholarshipId()))).isEqualTo(12_000_000);
        YearFiles.Letter letter = changes.letters(change).get(1);
        assertThat(letter.text()).contains("Rp12.000.000", "Nikah sebelum bukti diserahkan", "Boleh dicicil", changes.get(change).number())
                .doesNotContain("{");

        String number = changes.get(change).number();
        refusedByBank(422, "AMOUNT_MISMATCH", repay(number, "BR-1-" + change, 12_000_001));
        door.expect(201, repay(number, "BR-2-" + change, 5_000_000));
        door.expect(200, repay(number, "BR-2-" + change, 5_000_000));
        refusedByBank(409, "ALREADY_REPORTED", repay(number, "BR-2-" + change, 4_000_000));
        assertThat(running(change)).isOne();
        door.expect(201, repay(number, "BR-3-" + change, 7_000_000));

        assertThat(running(change)).isZero();
        assertThat(changes.get(change).state()).isEqualTo(ChangeState.REPAID);
        assertThat(ledger.balance("scholarship/%s/overpaid".formatted(year.scholarshipId()))).isZero();
        refusedByBank(409, "NOT_EXPECTED", repay(number, "BR-4-" + change, 1));
        refusedByBank(422, "UNKNOWN_REFERENCE", repay(number + "9", "BR-5-" + change, 1));
    }

    @Test
    void theMonthsAfterTheEndOfAYearRightlyPaidAreNamedAndLeftToTheBranchHead() {
        SchoolYear year = paid();
        LocalDate began = stage.today().minusMonths(4);
        jdbc.sql("update scholarship_year set begins_on = :began where id = :id").param("began", began).param("id", year.id()).update();
        provedOn(year, began);
        UUID change = report(OPERATOR, year, ChangeKind.MARRIED, stage.today(), null).id();
        confirmed(change);
        assertThat(changes.get(change).excess()).isEqualTo(new ScholarshipChange.Excess(Rupiah.ZERO, Rupiah.of(8_000_000), Rupiah.ZERO));

        assertRefused("NOTHING_UNDUE", () -> stage.decides(BRANCH_HEAD, change, "UserTask_DecideBeyondEnd", "approved", true, "note", "Ditagih saja"));
        assertRefused("OUTCOME_UNKNOWN", () -> stage.decides(BRANCH_HEAD, change, "UserTask_DecideBeyondEnd", "approved", false,
                "outcome", "WITH_SHARE", "note", "Tidak ditagih"));
        stage.decides(BRANCH_HEAD, change, "UserTask_DecideBeyondEnd", "approved", true, "outcome", "WITH_SHARE", "note", "Ditagih semua");
        stage.passes(change, "ServiceTask_Demand");
        assertThat(changes.letters(change).get(1).text()).contains("8 bulan sesudah beasiswa berakhir", "Rp8.000.000");
        stage.decides(BRANCH_HEAD, change, "UserTask_FollowRepayment", "approved", false, "note", "Wali minta waktu");
        assertThat(running(change)).isOne();
        stage.decides(BRANCH_HEAD, change, "UserTask_FollowRepayment", "approved", true, "note", "Wali tidak mampu");
        assertThat(changes.get(change).state()).isEqualTo(ChangeState.WAIVED);
        assertThat(balance(year)).isEqualTo(12_000_000);

        SchoolYear kept = paid();
        UUID other = report(OPERATOR, kept, ChangeKind.MARRIED, stage.today(), null).id();
        confirmed(other);
        stage.decides(BRANCH_HEAD, other, "UserTask_DecideBeyondEnd", "approved", false, "note", "Keluarga sangat miskin");
        assertThat(changes.get(other).state()).isEqualTo(ChangeState.KEPT);
        assertThat(balance(kept)).isEqualTo(12_000_000);
        assertThat(running(other)).isZero();
    }

    @Test
    void whatIsNotProvenChangesNothingAndNobodyPlaysTwoParts() {
        SchoolYear year = stage.registered(stage.claim(), 19);
        UUID change = report(EVERYTHING, year, ChangeKind.MARRIED, stage.today(), null).id();
        assertRefused("SEPARATION_OF_DUTIES", () -> stage.decides(EVERYTHING, change, "UserTask_ConfirmChange", "approved", true));
        assertRefused("SCHOLARSHIP_CHANGE_OPEN", () -> report(OPERATOR, year, ChangeKind.WAGE, stage.today(), 1));
        assertRefused("NOTE_REQUIRED", () -> stage.decides(HEAD, change, "UserTask_ConfirmChange", "approved", false));
        stage.decides(HEAD, change, "UserTask_ConfirmChange", "approved", false, "note", "Akta orang lain");
        assertThat(changes.get(change).state()).isEqualTo(ChangeState.DISMISSED);
        assertThat(child(year).state()).isEqualTo(ScholarshipState.ACTIVE);
        assertThat(changes.letters(change)).isEmpty();
    }

    @Test
    void aFaultyReportIsRefusedAtOnce() {
        SchoolYear year = stage.registered(stage.claim(), 19);
        LocalDate today = stage.today();
        assertRefused("NOT_YOUR_OFFICE", () -> report(OPERATOR_ELSEWHERE, year, ChangeKind.MARRIED, today, null));
        assertRefused("SCHOLARSHIP_CHANGE_INVALID", () -> report(OPERATOR, year, ChangeKind.MARRIED, today.plusDays(1), null));
        assertRefused("SCHOLARSHIP_CHANGE_INVALID", () -> report(OPERATOR, year, ChangeKind.WAGE, today.minusMonths(2), 4));
        assertRefused("CHANGE_BEFORE_BIRTH", () -> report(OPERATOR, year, ChangeKind.MARRIED, today.minusYears(30), null));
        assertRefused("SCHOLARSHIP_CHANGE_INVALID", () -> stage.as(OPERATOR, () -> desk.report(new ChangeForm(claimOf(year), "1", "MARRIED",
                today.toString(), null, null, List.of()), false)));
        assertRefused("CHILD_UNKNOWN", () -> stage.as(OPERATOR, () -> desk.report(new ChangeForm(claimOf(year), "2", "MARRIED",
                today.toString(), null, null, List.of(stage.documents(OPERATOR, List.of("BUKTI_PERUBAHAN")))), false)));
    }

    private ScholarshipChange report(String user, SchoolYear year, ChangeKind kind, LocalDate on, Integer months) {
        String paper = stage.documents(user, List.of("BUKTI_PERUBAHAN"));
        return stage.as(user, () -> {
            ScholarshipChange reported = desk.report(new ChangeForm(claimOf(year), "1", kind.name(), on.toString(), months, null, List.of(paper)), false);
            return changes.get(reported.id());
        });
    }

    private void confirmed(UUID change) {
        stage.decides(HEAD, change, "UserTask_ConfirmChange", "approved", true);
        stage.passes(change, "ServiceTask_EndScholarship");
    }

    private SchoolYear paid() {
        SchoolYear year = stage.registered(stage.claim(), 19);
        stage.proves(year.id(), "PT", 2);
        stage.checksAndApproves(year.id());
        stage.pays(year.id());
        return year;
    }

    private void provedOn(SchoolYear year, LocalDate day) {
        jdbc.sql("update scholarship_year set claimed_on = :day where id = :id").param("day", day).param("id", year.id()).update();
    }

    private org.springframework.http.ResponseEntity<String> repay(String number, String reference, long rupiah) {
        return door.post(BANK, "/api/bank/repayments", Map.of("correction", number, "reference", reference, "rupiah", rupiah,
                "valueDate", stage.today().toString()));
    }

    private void refusedByBank(int status, String code, org.springframework.http.ResponseEntity<String> answer) {
        assertThat(door.expect(status, answer).get("code").asText()).isEqualTo(code);
    }

    private String claimOf(SchoolYear year) {
        String number = child(year).number();
        return number.substring(0, number.indexOf('/'));
    }

    private Scholarship child(SchoolYear year) {
        return children.get(year.scholarshipId());
    }

    private long balance(SchoolYear year) {
        return ledger.balance("scholarship/" + year.scholarshipId());
    }

    private String sheet(UUID change) {
        return sheets.sheetOf("scholarship-change", change, "UserTask_ConfirmChange").toString();
    }

    private long running(UUID id) {
        return runtime.createProcessInstanceQuery().processInstanceBusinessKey(id.toString()).count();
    }

    private static void assertRefused(String code, ThrowingCallable action) {
        assertThatThrownBy(action).isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
    }
}
