package id.lindungdesa.claim;

import static id.lindungdesa.claim.ClaimStage.FINANCE;
import static id.lindungdesa.claim.ClaimStage.HEAD;
import static id.lindungdesa.claim.ClaimStage.OFFICER;
import static id.lindungdesa.claim.ClaimStage.OPERATOR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import id.lindungdesa.LindungDesaTest;
import id.lindungdesa.benefit.ClaimClock;
import id.lindungdesa.benefit.Programme;
import id.lindungdesa.benefit.Relation;
import id.lindungdesa.calendar.DateWords;
import id.lindungdesa.calendar.WorkingDays;
import id.lindungdesa.claim.ClaimHolding.Held;
import id.lindungdesa.enrolment.Worker;
import id.lindungdesa.refusal.Refusal;
import id.lindungdesa.workflow.Workflow;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Until when a claim is paid, when that stands still, and who holds it meanwhile. */
@LindungDesaTest
class ClaimClockTest {

    @Autowired ClaimStage stage;
    @Autowired ClaimClock clock;
    @Autowired ClaimPauses pauses;
    @Autowired ClaimFiles files;
    @Autowired ClaimHolding holding;
    @Autowired Claims claims;
    @Autowired Workflow workflow;
    @Autowired TaskService tasks;
    @Autowired WorkingDays workingDays;
    @Autowired JdbcClient jdbc;

    private final List<UUID> mine = new ArrayList<>();

    @AfterEach
    void leaveNobodyATask() {
        stage.forget(mine);
    }

    @BeforeEach
    void set() {
        stage.set();
    }

    @Test
    void ac13_ac24_holidaysAndCollectiveLeaveDoNotCount() {
        assertThat(clock.payBy(day("2026-02-12"), Programme.JKM)).isEqualTo(day("2026-02-19"));
        assertThat(clock.payBy(day("2026-05-08"), Programme.JKK)).isEqualTo(day("2026-05-21"));
    }

    @Test
    void aPauseMovesTheLastDayByTheWorkingDaysInBetweenOverHolidays() {
        LocalDate payBy = day("2026-03-20").minusDays(3);       // Tue 17 March; 18 to 20, 23 and 24 March are no working days
        assertThat(clock.moved(payBy, day("2026-03-16"), day("2026-03-16"))).as("the same day").isEqualTo(payBy);
        assertThat(clock.moved(payBy, day("2026-03-13"), day("2026-03-15"))).as("over a weekend").isEqualTo(payBy);
        assertThat(clock.moved(payBy, day("2026-03-16"), day("2026-03-17"))).as("one working day, then the holidays").isEqualTo(day("2026-03-25"));
        assertThat(clock.moved(payBy, day("2026-03-16"), day("2026-03-24"))).as("holidays in the pause do not count")
                .isEqualTo(day("2026-03-25"));
        assertThat(clock.moved(payBy, day("2026-03-16"), day("2026-03-26"))).isEqualTo(day("2026-03-27"));
    }

    @Test
    void ac23_theFirstReportIsLateAfterFortyEightClockHours() {
        Instant accident = Instant.parse("2026-06-10T07:00:00Z");
        Instant due = Instant.parse("2026-06-12T07:00:00Z");

        assertThat(clock.stageOne(accident, due)).returns(due, ClaimClock.ReportTerm::dueAt).returns(false, ClaimClock.ReportTerm::late);
        assertThat(clock.stageOne(accident, due.plusSeconds(1)).late()).isTrue();
        assertThat(clock.stageOne(accident, due).legalBasis()).contains("Permenaker 1/2025 Pasal 8");
    }

    @Test
    void ac25_whoFilesAfterFiveYearsIsToldAtOnce() {
        assertThat(clock.lapse(day("2021-02-01"), Programme.JKK, day("2026-02-01")).orElseThrow().lapsed()).isFalse();
        assertThat(clock.lapse(day("2021-02-01"), Programme.JKK, day("2026-02-02")).orElseThrow())
                .returns(true, ClaimClock.Lapse::lapsed).returns(true, ClaimClock.Lapse::rejected);
        assertThat(clock.lapse(day("2021-02-01"), Programme.JKM, day("2026-02-02")).orElseThrow())
                .returns(true, ClaimClock.Lapse::lapsed).returns(false, ClaimClock.Lapse::rejected);

        Worker worker = stage.coveredFor(stage.today().minusYears(5).minusMonths(3), stage.today().minusYears(5).plusMonths(3));
        Claim late = stage.file(OPERATOR, stage.form(worker, stage.today().minusYears(5).minusDays(1), Relation.SPOUSE), true);
        assertThat(holding.facts(late).toString()).contains("hari terakhir hak menuntut", "dipertimbangkan pejabat");
        Claim timely = stage.file(OPERATOR, stage.form(worker, stage.today().minusYears(5), Relation.SPOUSE), true);
        assertThat(holding.facts(timely).toString()).doesNotContain("hak menuntut");
    }

    @Test
    void whileACourtIsWaitedForTheClockStandsStillAndTheCourtHoldsTheClaim() {
        UUID claim = complete();
        LocalDate before = claims.get(claim).payBy();
        pause(OFFICER, claim, "COURT", "penetapan ahli waris");
        assertThat(lastLetter(claim)).contains("masih menunggu pengadilan", "penetapan ahli waris", "Serahkan salinan putusan",
                DateWords.day(claims.get(claim).payBy()), "PP 44/2015 Pasal").doesNotContain("{");
        ClaimHolding.Standing paused = holding.of(claims.get(claim));
        assertThat(paused).returns(Holder.COURT, ClaimHolding.Standing::holder).returns(true, ClaimHolding.Standing::paused)
                .returns(PauseCause.COURT, ClaimHolding.Standing::pausedFor);
        assertRefused("CLOCK_PAUSED", () -> pause(OFFICER, claim, "BANK", "lagi menunggu"));

        jdbc.sql("update claim_pause set begun_at = begun_at - interval '14 days' where claim_id = :claim").param("claim", claim).update();
        LocalDate moved = clock.moved(before, stage.today().minusDays(14), stage.today());
        assertThat(moved).isAfter(before);
        assertThat(holding.payBy(claims.get(claim))).as("each day that it waits").isEqualTo(moved);
        workflow.actingAs(HEAD, () -> pauses.resume(claim, "Penetapan diterima"));
        assertThat(lastLetter(claim)).contains("berjalan lagi", DateWords.day(claims.get(claim).payBy())).doesNotContain("{");

        assertThat(claims.get(claim).payBy()).isEqualTo(moved);
        assertThat(tasks.createTaskQuery().processInstanceBusinessKey(claim.toString()).singleResult().getDueDate())
                .as("the task waits until then too").isEqualTo(Date.from(workingDays.endOf(moved)));
        assertThat(holding.of(claims.get(claim))).returns(Holder.OFFICER, ClaimHolding.Standing::holder)
                .returns(false, ClaimHolding.Standing::paused);
        assertThat(claims.get(claim).deeds()).extracting(Deed::step).contains(Step.PAUSE, Step.RESUME);
        assertRefused("CLOCK_NOT_PAUSED", () -> workflow.actingAs(HEAD, () -> pauses.resume(claim, null)));
    }

    @Test
    void whoStopsTheClockSaysWhyAndMayNotHideADelay() {
        UUID claim = filed();
        assertRefused("CLOCK_NOT_RUNNING", () -> pause(OFFICER, claim, "FAMILY", "menunggu keluarga"));
        stage.completes(OFFICER, claim, "UserTask_CheckCompleteness", "complete", true);

        assertRefused("PAUSE_CAUSE_UNKNOWN", () -> pause(OFFICER, claim, "LUPA", "menunggu"));
        assertRefused("NOTE_REQUIRED", () -> pause(OFFICER, claim, "FAMILY", " "));
        assertRefused("NOT_YOUR_OFFICE", () -> pause(FINANCE, claim, "FAMILY", "menunggu"));
        assertRefused("NOT_YOUR_OFFICE", () -> pause(OPERATOR, claim, "FAMILY", "menunggu"));
        jdbc.sql("update claim_claim set pay_by = pay_by - 60 where id = :claim").param("claim", claim).update();
        assertRefused("CLOCK_RUN_OUT", () -> pause(OFFICER, claim, "FAMILY", "menunggu keluarga"));
    }

    @Test
    void eachHoldersWorkingDaysAreKnownFromFilingOn() {
        UUID claim = filed();
        stage.completes(OFFICER, claim, "UserTask_CheckCompleteness", "complete", false, "note", "Akta belum ada.");
        stage.completes(OPERATOR, claim, "UserTask_SupplyDocuments", "documentIds", stage.document(OPERATOR, "AKTA_KEMATIAN").toString());
        stage.completes(OFFICER, claim, "UserTask_CheckCompleteness", "complete", true);
        pause(OFFICER, claim, "LABOUR_INSPECTOR", "penetapan kecelakaan");
        workflow.actingAs(OFFICER, () -> pauses.resume(claim, null));
        stage.completes(OFFICER, claim, "UserTask_ConfirmBenefit", "approved", true);
        shift(claim, "INCOMPLETE", 20);

        assertThat(holding.of(claims.get(claim)).held()).extracting(Held::holder).containsExactly(Holder.FAMILY, Holder.OFFICER,
                Holder.FAMILY, Holder.OFFICER, Holder.LABOUR_INSPECTOR, Holder.OFFICER, Holder.HEAD_OF_SERVICE);
        LocalDate lay = stage.today().minusDays(20);
        assertThat(holding.of(claims.get(claim)).held().get(2)).extracting(Held::holder, Held::workingDays)
                .isEqualTo(tuple(Holder.FAMILY, clock.workingDaysAfter(lay, stage.today())).toList());
        assertThat(holding.of(claims.get(claim)).holder()).isEqualTo(Holder.HEAD_OF_SERVICE);
    }

    /** A state that nobody placed would fall to the officer. */
    @Test
    void everyStateHasItsHolder() {
        assertThat(Holder.BY_STATE.keySet()).containsAll(Arrays.stream(ClaimState.values()).map(Enum::name).toList());
    }

    private UUID filed() {
        mine.add(stage.filed(stage.coveredWorker(), Relation.SPOUSE));
        return mine.get(mine.size() - 1);
    }

    private UUID complete() {
        UUID claim = filed();
        stage.completes(OFFICER, claim, "UserTask_CheckCompleteness", "complete", true);
        return claim;
    }

    /** As if what came before and with that state had happened so many days ago. */
    private void shift(UUID claim, String state, int days) {
        jdbc.sql("""
                update claim_progress set at = at - make_interval(days => :days) where claim_id = :claim
                   and entry_number <= (select max(entry_number) from claim_progress where claim_id = :claim and reached = :state)""")
                .param("days", days).param("claim", claim).param("state", state).update();
    }

    private void pause(String user, UUID claim, String cause, String note) {
        workflow.actingAs(user, () -> pauses.pause(claim, cause, note));
    }

    private static LocalDate day(String iso) {
        return LocalDate.parse(iso);
    }

    private static void assertRefused(String code, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
    }

    private String lastLetter(UUID claim) {
        var letters = files.letters(claim);
        return letters.get(letters.size() - 1).text();
    }
}
