package id.lindungdesa.scholarship;

import static id.lindungdesa.scholarship.ScholarshipStage.EVERYTHING;
import static id.lindungdesa.scholarship.ScholarshipStage.FINANCE;
import static id.lindungdesa.scholarship.ScholarshipStage.HEAD;
import static id.lindungdesa.scholarship.ScholarshipStage.OFFICER;
import static id.lindungdesa.scholarship.ScholarshipStage.OPERATOR;
import static id.lindungdesa.scholarship.ScholarshipStage.OPERATOR_ELSEWHERE;
import static id.lindungdesa.scholarship.ScholarshipStage.YEARLY_PAPERS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import id.lindungdesa.LindungDesaTest;
import id.lindungdesa.calendar.DateWords;
import id.lindungdesa.claim.PaidClaimFixture.Paid;
import id.lindungdesa.ledger.Ledger;
import id.lindungdesa.ledger.Transfer;
import id.lindungdesa.letter.LetterBook;
import id.lindungdesa.money.Rupiah;
import id.lindungdesa.refusal.Refusal;
import id.lindungdesa.scholarship.ScholarshipDesk.Refused;
import id.lindungdesa.workflow.CaseSheets;
import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Every way through a child's school year, as family and officials go it. */
@LindungDesaTest
class ScholarshipProcessTest {

    @Autowired ScholarshipStage stage;
    @Autowired ScholarshipSheets sheets;
    @Autowired ScholarshipDesk desk;
    @Autowired ScholarshipTasks scholarshipTasks;
    @Autowired Scholarships children;
    @Autowired SchoolYears years;
    @Autowired YearFiles files;
    @Autowired Ledger ledger;
    @Autowired LetterBook letterBook;
    @Autowired RuntimeService runtime;
    @Autowired TaskService tasks;
    @Autowired HistoryService history;
    @Autowired JdbcClient jdbc;
    @Autowired YearPayout payout;

    @BeforeEach
    void set() {
        stage.set();
    }

    @Test
    void aChildIsPaidThisYearAndAgainInItsSecond() {
        SchoolYear year = stage.registered(stage.claim(), 13);
        UUID child = year.scholarshipId();
        assertThat(task(year.id()).getName()).contains(year.number(), "Desa Uji Beasiswa").doesNotContain("Anak Uji");
        assertThat(task(year.id()).getDueDate()).isEqualTo(scholarshipTasks.dueAt(year.id().toString()));

        stage.proves(year.id(), "SMP", 7);
        stage.checksAndApproves(year.id());
        stage.bankKnows(year.id());
        stage.completes(FINANCE, year.id(), "UserTask_PayScholarship", "bankReference", "BNI/B-7");
        assertThat(balance(child)).as("the order alone moves nothing").isZero();
        stage.passes(year.id(), "ServiceTask_PayScholarship");

        assertThat(balance(child)).isEqualTo(2_000_000);
        assertThat(ledger.transfersOf(year.number())).extracting(Transfer::debitPath, Transfer::rupiah, Transfer::legalBasis)
                .containsExactly(tuple("insurer/benefit/jkm", Rupiah.of(2_000_000), "PP 82/2019; Permenaker 5/2021 (beasiswa SMP)"));
        assertThat(letter(year.id())).contains("Rp2.000.000", "| SMP |", "Wali Uji", "BNI/B-7", "PP 82/2019");
        UUID paper = files.letters(year.id()).get(0).id();
        assertThat(new String(stage.as(OPERATOR, () -> letterBook.copy(paper)).pdf(), java.nio.charset.StandardCharsets.ISO_8859_1)).startsWith("%PDF");
        assertRefused("LETTER_UNKNOWN", () -> stage.as(OPERATOR_ELSEWHERE, () -> letterBook.copy(paper)));
        assertThat(years.get(year.id()).deeds()).extracting(Deed::step).containsExactly(Step.OPEN, Step.PROVE, Step.JUDGE, Step.CHECK,
                Step.APPROVE, Step.ORDER_PAYMENT, Step.PAY);
        assertThat(years.get(year.id()).ruling().ruleVersions()).contains("scholarship-amount", "scholarship-end", "scholarship-right");

        SchoolYear second = years.of(child, year.year() + 1).orElseThrow();
        assertThat(second.state()).isEqualTo(YearState.WAITING);
        assertThat(stage.job(second.id(), "Event_YearBegins").getDuedate()).isEqualTo(scholarshipTasks.beginsAt(second.id().toString()));
        stage.passes(second.id(), "Event_YearBegins");
        assertRefused("LEVEL_OUT_OF_ORDER", () -> stage.proves(second.id(), "SD", 6));
        String papers = stage.documents(OFFICER, YEARLY_PAPERS);
        stage.completes(OFFICER, second.id(), "UserTask_BringProof", "level", "SMA", "grade", 10L, "married", "NO", "working", "NO",
                "documentIds", papers);
        stage.checksAndApproves(second.id());
        stage.pays(second.id());
        assertThat(balance(child)).isEqualTo(5_000_000);
    }

    @Test
    void ac05_ofThreeChildrenTheTwoThatTheFamilyNamesHaveOne() {
        Paid claim = stage.claimAfter(37);

        ScholarshipDesk.Registered done = stage.as(OPERATOR, () -> desk.register(stage.form(claim, stage.child(5, null),
                stage.child(13, true), stage.child(16, true))));

        assertThat(done.accepted()).extracting(ScholarshipDesk.Accepted::child).containsExactly(1, 2);
        assertThat(done.refused()).extracting(Refused::child, Refused::code).containsExactly(tuple(0, "SCHOLARSHIP_MAX_TWO_CHILDREN"));
        assertThat(done.refused().get(0).message()).contains("paling banyak 2 anak", "PP 82/2019 Pasal 34");
        stage.proves(done.accepted().get(0).year().id(), "SMP", 7);
        stage.proves(done.accepted().get(1).year().id(), "SMA", 10);
        assertThat(done.accepted()).extracting(one -> years.get(one.year().id()).ruling().rupiah().amount())
                .containsExactly(2_000_000L, 3_000_000L);
        assertRefused("SCHOLARSHIP_MAX_TWO_CHILDREN", () -> stage.registered(claim, 9));
        assertRefused("SCHOLARSHIP_NOT_NOMINATED", () -> stage.as(OPERATOR, () -> desk.register(stage.form(stage.claim(), stage.child(9, false)))));
    }

    @Test
    void ac15_aWorkAccidentNeedsNoContributionsAndTotalDisabilityOpensItToo() {
        for (String left : List.of("DEATH", "TOTAL_DISABILITY")) {
            SchoolYear year = stage.registered(stage.accident(left), 9);
            stage.proves(year.id(), "SD", 3);
            stage.checksAndApproves(year.id());
            stage.pays(year.id());
            assertThat(ledger.transfersOf(year.number())).extracting(Transfer::debitPath, Transfer::rupiah)
                    .containsExactly(tuple("insurer/benefit/jkk", Rupiah.of(1_500_000)));
        }
        assertRefused("SCHOLARSHIP_NOT_OPEN", () -> stage.registered(stage.accident("PARTIAL_DISABILITY"), 9));
    }

    @Test
    void withoutThreeYearsOfContributionOrPaymentThereIsNone() {
        assertRefused("SCHOLARSHIP_NEEDS_36_MONTHS", () -> stage.registered(stage.claimAfter(35), 9));
        assertRefused("CLAIM_NOT_PAID", () -> stage.registered(stage.unpaid(), 9));
        assertRefused("CLAIM_UNKNOWN", () -> stage.registered(new Paid(UUID.randomUUID(), "JKM-1999-1", null), 9));
        Paid claim = stage.claim();
        assertRefused("NOT_YOUR_OFFICE", () -> stage.as(OPERATOR_ELSEWHERE, () -> desk.register(stage.form(claim, stage.child(9, true)))));
        assertRefused("SCHOLARSHIP_ENDED_AGE", () -> stage.registered(claim, 23));
        assertRefused("CHILD_OLDER_THAN_PARENT", () -> stage.registered(claim, 60));
        ScholarshipForm.ChildForm child = stage.child(9, true);
        stage.as(OPERATOR, () -> desk.register(stage.form(claim, child)));
        assertRefused("SCHOLARSHIP_CHILD_EXISTS", () -> stage.as(OPERATOR, () -> desk.register(stage.form(stage.claim(), child))));
    }

    @Test
    void aNewChildBeginsWithTheSchoolYearThatTheFamilyAsksFor() {
        Paid claim = stage.claim();
        int now = stage.registered(claim, 12).year();

        assertThat(openNew(claim, 13, now - 1).year()).as("the year before, not the present one").isEqualTo(now - 1);
        assertRefused("SCHOLARSHIP_YEAR_TOO_EARLY", () -> openNew(stage.claim(), 13, now + 1));
        assertRefused("SCHOLARSHIP_YEAR_BEFORE_EVENT", () -> openNew(stage.claim(), 13, now - 4));
        assertThat(openNew(stage.claim(), 2, now).year()).as("a child too young waits for its own").isGreaterThan(now);
    }

    private SchoolYear openNew(Paid claim, int age, int wanted) {
        ScholarshipForm form = stage.form(claim, stage.child(age, true));
        return stage.as(OPERATOR, () -> desk.open(new YearForm(form.claimNumber(), "NEW", wanted, form.children().get(0), form.guardian(),
                form.documents()), false));
    }

    @Test
    void ac28_aSmallChildWaitsForKindergarten() {
        SchoolYear year = stage.registered(stage.claim(), 2);
        assertThat(children.get(year.scholarshipId()).state()).isEqualTo(ScholarshipState.WAITING);
        LocalDate fourth = children.get(year.scholarshipId()).birthDate().plusYears(4);
        assertThat(year.dates().dueOn()).isBetween(fourth, fourth.plusYears(1).minusDays(1));
        assertThat(years.get(year.id()).state()).isEqualTo(YearState.WAITING);

        stage.passes(year.id(), "Event_YearBegins");
        stage.proves(year.id(), "TK", 1);
        assertThat(years.get(year.id()).ruling().reasons()).containsExactly("SCHOLARSHIP_BELOW_SCHOOL_AGE");
        stage.checksAndApproves(year.id());
        assertThat(years.get(year.id()).state()).isEqualTo(YearState.REFUSED);
        assertThat(letter(year.id())).contains("belum mencapai umur sekolah", "tidak berakhir");
        SchoolYear next = years.of(year.scholarshipId(), year.year() + 1).orElseThrow();
        stage.passes(next.id(), "Event_YearBegins");
        aged(year.scholarshipId(), 4);
        stage.proves(next.id(), "TK", 1);
        stage.checksAndApproves(next.id());
        stage.pays(next.id());
        assertThat(balance(year.scholarshipId())).isEqualTo(1_500_000);
    }

    @Test
    void ac26_atTwentyThreeItEndsWithALetter() {
        SchoolYear year = stage.registered(stage.claim(), 22);
        aged(year.scholarshipId(), 23);

        stage.proves(year.id(), "PT", 3);
        stage.checksAndApproves(year.id());

        assertEnded(year, "SCHOLARSHIP_ENDED_AGE", "telah berumur 23 tahun");
    }

    @ParameterizedTest
    @CsvSource({"YES, NO, , SCHOLARSHIP_ENDED_MARRIED, telah menikah", "NO, WAGE, 7, SCHOLARSHIP_ENDED_WORK, telah bekerja",
        "NO, WAGE, , SCHOLARSHIP_ENDED_WORK, telah bekerja"})
    void marriageAndWorkEndItWithALetter(String married, String working, Long months, String reason, String words) {
        SchoolYear year = stage.registered(stage.claim(), 19);

        stage.proves(year.id(), "PT", 2, "married", married, "working", working, "wageMonths", months);
        stage.checksAndApproves(year.id());

        assertEnded(year, reason, words);
        assertRefused("SCHOLARSHIP_ENDED", () -> stage.as(OFFICER, () -> desk.open(yearForm(year, year.year() - 1), false)));
    }

    @ParameterizedTest
    @CsvSource({"BPU, ", "INTERN, ", "WAGE, 6"})
    void ac27_theExceptionsOf2025GoOn(String working, Long months) {
        SchoolYear year = stage.registered(stage.claim(), 20);

        stage.proves(year.id(), "PT", 2, "working", working, "wageMonths", months);

        assertThat(years.get(year.id()).ruling().rupiah()).isEqualTo(Rupiah.of(12_000_000));
    }

    @Test
    void missingPapersSuspendItUntilTheyCome() {
        SchoolYear year = stage.registered(stage.claim(), 13);
        stage.proves(year.id(), "SMP", 8, "documentIds", stage.documents(OPERATOR, List.of("SURAT_SEKOLAH")));

        assertRefused("PAPERS_MISSING", () -> stage.completes(OFFICER, year.id(), "UserTask_CheckProof", "complete", true));
        assertRefused("NOTE_REQUIRED", () -> stage.completes(OFFICER, year.id(), "UserTask_CheckProof", "complete", false));
        stage.completes(OFFICER, year.id(), "UserTask_CheckProof", "complete", false, "note", "Rapor belum ada.");

        assertThat(children.get(year.scholarshipId()).state()).isEqualTo(ScholarshipState.SUSPENDED);
        assertThat(letter(year.id())).contains("Rapor belum ada.", "- Akta kelahiran anak", "ditangguhkan").doesNotContain("Surat keterangan dari sekolah");
        assertThat(sheets.wantedOf("scholarship-payment", year.id(), "UserTask_BringProof")).extracting(CaseSheets.Wanted::kind)
                .contains("RAPOR", "AKTA_KELAHIRAN").doesNotContain("SURAT_SEKOLAH");
        stage.proves(year.id(), "SMP", 8);
        assertThat(children.get(year.scholarshipId()).state()).isEqualTo(ScholarshipState.ACTIVE);
        stage.checksAndApproves(year.id());
        stage.pays(year.id());
        assertThat(balance(year.scholarshipId())).isEqualTo(2_000_000);
    }

    @Test
    void theFamilyIsRemindedThenSuspendedAndAYearWithoutProofLapses() {
        SchoolYear year = stage.registered(stage.claim(), 13);
        assertThat(stage.job(year.id(), "Event_ReminderDue").getDuedate())
                .isEqualTo(Date.from(year.dates().dueOn().minusDays(60).atStartOfDay(id.lindungdesa.calendar.WorkingDays.JAKARTA).toInstant()));

        stage.passes(year.id(), "Event_ReminderDue");
        assertThat(letter(year.id())).contains("Serahkan paling lambat", DateWords.day(year.dates().dueOn()), "- Rapor atau transkrip");
        stage.passes(year.id(), "Event_ProofOverdue");
        assertThat(children.get(year.scholarshipId()).state()).isEqualTo(ScholarshipState.SUSPENDED);
        assertThat(letter(year.id())).contains("ditangguhkan", "Haknya belum hilang");
        stage.passes(year.id(), "Event_YearOver");

        assertThat(years.get(year.id()).state()).isEqualTo(YearState.LAPSED);
        assertThat(letter(year.id())).contains("telah berakhir tanpa bukti sekolah");
        assertThat(files.letters(year.id())).extracting(YearFiles.Letter::kind).containsExactly("REMINDER", "SUSPENSION", "LAPSE");
        assertThat(years.of(year.scholarshipId(), year.year() + 1)).map(SchoolYear::state).contains(YearState.WAITING);
        assertThat(balance(year.scholarshipId())).isZero();
    }

    @Test
    void whoWillBeTooOldNextYearIsToldWithTheLastPayment() {
        SchoolYear year = stage.registered(stage.claim(), 22);
        jdbc.sql("update scholarship_scholarship set birth_date = :born where id = :id").param("id", year.scholarshipId())
                .param("born", LocalDate.of(year.year() + 1, 7, 1).minusYears(23)).update();
        stage.proves(year.id(), "PT", 4);
        stage.checksAndApproves(year.id());
        stage.pays(year.id());

        assertThat(balance(year.scholarshipId())).isEqualTo(12_000_000);
        assertThat(children.get(year.scholarshipId()).end().reason()).isEqualTo("SCHOLARSHIP_ENDED_AGE");
        assertThat(files.letters(year.id())).extracting(YearFiles.Letter::kind).containsExactly("PAYMENT", "END");
        assertThat(years.of(year.scholarshipId())).hasSize(1);
    }

    @Test
    void theHeadReturnsWithAReason() {
        SchoolYear year = stage.registered(stage.claim(), 13);
        stage.proves(year.id(), "SMP", 8);
        stage.completes(OFFICER, year.id(), "UserTask_CheckProof", "complete", true);

        assertRefused("NOTE_REQUIRED", () -> stage.completes(HEAD, year.id(), "UserTask_ApproveScholarship", "approved", false));
        stage.completes(HEAD, year.id(), "UserTask_ApproveScholarship", "approved", false, "note", "Cocokkan nama di rapor.");
        assertThat(task(year.id()).getTaskDefinitionKey()).isEqualTo("UserTask_CheckProof");
        stage.checksAndApproves(year.id());
        assertThat(task(year.id()).getTaskDefinitionKey()).isEqualTo("UserTask_PayScholarship");
    }

    @Test
    void checkApprovalAndPaymentAreDifferentPeople() {
        SchoolYear year = stage.registered(stage.claim(), 13);
        stage.proves(year.id(), "SMP", 8);
        stage.completes(EVERYTHING, year.id(), "UserTask_CheckProof", "complete", true);
        assertRefused("SEPARATION_OF_DUTIES", () -> stage.completes(EVERYTHING, year.id(), "UserTask_ApproveScholarship", "approved", true));
        stage.completes(HEAD, year.id(), "UserTask_ApproveScholarship", "approved", true);
        assertRefused("SEPARATION_OF_DUTIES", () -> stage.completes(EVERYTHING, year.id(), "UserTask_PayScholarship", "bankReference", "B-1"));

        Paid claim = stage.claim();
        SchoolYear mine = stage.as(EVERYTHING, () -> desk.register(stage.form(claim, stage.child(13, true)))).accepted().get(0).year();
        stage.proves(mine.id(), "SMP", 8);
        stage.completes(OFFICER, mine.id(), "UserTask_CheckProof", "complete", true);
        assertRefused("SEPARATION_OF_DUTIES", () -> stage.completes(EVERYTHING, mine.id(), "UserTask_ApproveScholarship", "approved", true));
    }

    @Test
    void neverTwiceForTheSameChildAndYear() {
        SchoolYear year = stage.registered(stage.claim(), 13);
        assertRefused("SCHOLARSHIP_YEAR_EXISTS", () -> stage.as(OFFICER, () -> desk.open(yearForm(year, year.year()), false)));
        assertRefused("SCHOLARSHIP_YEAR_TOO_EARLY", () -> stage.as(OFFICER, () -> desk.open(yearForm(year, year.year() + 1), false)));
        assertRefused("SCHOLARSHIP_YEAR_BEFORE_EVENT", () -> stage.as(OFFICER, () -> desk.open(yearForm(year, year.year() - 4), false)));
        SchoolYear one = stage.as(OFFICER, () -> desk.open(yearForm(year, year.year() - 1), true));
        SchoolYear other = stage.as(OFFICER, () -> desk.open(yearForm(year, year.year() - 1), true));
        starts(OFFICER, one);
        assertThatThrownBy(() -> starts(OFFICER, other)).hasStackTraceContaining("sudah dibuka");
        assertThatThrownBy(() -> starts(OFFICER, one)).hasStackTraceContaining("sudah tercatat");

        stage.proves(year.id(), "SMP", 8);
        stage.checksAndApproves(year.id());
        stage.bankKnows(year.id());
        stage.completes(FINANCE, year.id(), "UserTask_PayScholarship", "bankReference", "B-9");
        scholarshipTasks.pay(year.id().toString());
        stage.passes(year.id(), "ServiceTask_PayScholarship");
        scholarshipTasks.pay(year.id().toString());
        assertThat(balance(year.scholarshipId())).as("killed between order and payment, it pays once").isEqualTo(2_000_000);

        stage.proves(one.id(), "SMP", 7);
        assertThat(years.get(one.id()).ruling().pastYear()).as("the officer is told that the year is over").isTrue();
    }

    @Test
    void noAccountIsPaidBeforeTheBankHasNamedTheGuardian() {
        Paid claim = stage.claim();
        SchoolYear year = stage.registered(claim, 13);
        stage.proves(year.id(), "SMP", 7);
        stage.checksAndApproves(year.id());
        assertRefused("ACCOUNT_NOT_CHECKED", () -> stage.completes(FINANCE, year.id(), "UserTask_PayScholarship", "bankReference", "B-12"));
        assertRefused("NOT_YOUR_OFFICE", () -> stage.as(OFFICER, () -> told(year, "WALI UJI")));
        stage.as(FINANCE, () -> told(year, " "));
        stage.as(FINANCE, () -> told(year, "PAMAN LAIN"));
        assertRefused("ACCOUNT_HOLDER_DIFFERS", () -> stage.completes(FINANCE, year.id(), "UserTask_PayScholarship", "bankReference", "B-12"));
        UUID check = jdbc.sql("select id from claim_account_check where claim_id = :claim and payee = -101").param("claim", claim.id())
                .query(UUID.class).single();
        stage.replacesAccount(check, "7778889991");

        assertRefused("ACCOUNT_NOT_CHECKED", () -> stage.completes(FINANCE, year.id(), "UserTask_PayScholarship", "bankReference", "B-12"));
        assertThat(sheet(year, "UserTask_PayScholarship")).as("the family's other account").contains("7778889991");
        stage.as(FINANCE, () -> told(year, "Wali Uji"));
        stage.completes(FINANCE, year.id(), "UserTask_PayScholarship", "bankReference", "B-12");
        stage.passes(year.id(), "ServiceTask_PayScholarship");
        assertThat(balance(year.scholarshipId())).isEqualTo(2_000_000);
    }

    private boolean told(SchoolYear year, String holder) {
        payout.holder(year.id(), holder);
        return true;
    }

    @Test
    void theSheetHidesTheAccountFromWhoeverNeedsItNot() {
        SchoolYear year = stage.registered(stage.claim(), 13);
        assertThat(sheet(year, "UserTask_ApproveScholarship")).contains("****9990").doesNotContain("7778889990");
        assertThat(sheet(year, "UserTask_PayScholarship")).contains("7778889990");
        assertThat(history.createHistoricVariableInstanceQuery().processInstanceId(runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(year.id().toString()).singleResult().getId()).list()).extracting(one -> one.getName())
                .containsOnly("schoolYearId", "begun");
    }

    private String sheet(SchoolYear year, String element) {
        return sheets.sheetOf("scholarship-payment", year.id(), element).toString();
    }

    private void starts(String user, SchoolYear draft) {
        stage.as(user, () -> runtime.startProcessInstanceByKey("scholarship-payment", Map.of("schoolYearId", draft.id().toString())));
    }

    private YearForm yearForm(SchoolYear year, int wanted) {
        Scholarship child = children.get(year.scholarshipId());
        return new YearForm(child.number().substring(0, child.number().indexOf('/')), String.valueOf(child.place()), wanted, null, null, null);
    }

    /** Time passes: the child is that old today. */
    private void aged(UUID scholarship, int age) {
        jdbc.sql("update scholarship_scholarship set birth_date = :born where id = :id").param("id", scholarship)
                .param("born", stage.today().minusYears(age)).update();
    }

    private void assertEnded(SchoolYear year, String reason, String words) {
        assertThat(years.get(year.id()).state()).isEqualTo(YearState.REFUSED);
        assertThat(children.get(year.scholarshipId()).end().reason()).isEqualTo(reason);
        assertThat(letter(year.id())).contains(words, "Dasar: ", "PP 44/2015 Pasal 57-58");
        assertThat(years.of(year.scholarshipId(), year.year() + 1)).isEmpty();
        assertThat(balance(year.scholarshipId())).isZero();
        assertThat(runtime.createProcessInstanceQuery().processInstanceBusinessKey(year.id().toString()).count()).isZero();
    }

    private long balance(UUID scholarship) {
        return ledger.balance("scholarship/" + scholarship);
    }

    private String letter(UUID year) {
        List<YearFiles.Letter> all = files.letters(year);
        return all.get(all.size() - 1).text();
    }

    private Task task(UUID year) {
        return tasks.createTaskQuery().processInstanceBusinessKey(year.toString()).singleResult();
    }

    private static void assertRefused(String code, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
    }
}
