package id.lindungdesa.claim;

import static id.lindungdesa.claim.AccidentFixture.word;
import static id.lindungdesa.claim.KindStage.BRANCH_HEAD;
import static id.lindungdesa.claim.KindStage.FINANCE;
import static id.lindungdesa.claim.KindStage.HEAD;
import static id.lindungdesa.claim.KindStage.OFFICER;
import static id.lindungdesa.claim.KindStage.OTHER_VILLAGE;
import static id.lindungdesa.claim.KindStage.SECOND_OFFICER;
import static id.lindungdesa.claim.KindStage.VILLAGE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import id.lindungdesa.LindungDesaTest;
import id.lindungdesa.benefit.Assessment;
import id.lindungdesa.claim.Benefits.Line;
import id.lindungdesa.enrolment.Worker;
import id.lindungdesa.identity.Role;
import id.lindungdesa.ledger.Ledger;
import id.lindungdesa.money.Rupiah;
import id.lindungdesa.refusal.Refusal;
import id.lindungdesa.workflow.CaseSheets;
import id.lindungdesa.workflow.Workflow;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Claims of the wrong programme, claims that look suspicious, months paid before the claim, and who may do what of it. */
@LindungDesaTest
class KindsOfClaimTest {

    private static final String CLAIM = "claim-approval";

    @Autowired KindStage stage;
    @Autowired Claims claims;
    @Autowired Benefits benefits;
    @Autowired Interims interims;
    @Autowired InterimPayments payments;
    @Autowired FieldChecks checks;
    @Autowired ClaimFiles files;
    @Autowired Ledger ledger;
    @Autowired Workflow workflow;
    @Autowired CaseSheets[] sheets;

    @BeforeEach
    void set() {
        stage.set();
    }

    @Test
    void aDeathThatWorkCausedMovesToTheOtherProgrammeAndKeepsItsOldNumber() {
        UUID claim = stage.file(stage.death(stage.covered(stage.today().minusMonths(8)), stage.widow()), VILLAGE).id();
        String first = claims.get(claim).number();
        stage.completes(CLAIM, OFFICER, claim, "UserTask_CheckCompleteness", "complete", true);
        assertRefused("NOTE_REQUIRED", () -> propose(claim, false, "RECLASSIFY", null));
        assertRefused("OUTCOME_CONTRADICTS", () -> propose(claim, true, "RECLASSIFY", "Jatuh dari pohon"));
        assertRefused("OUTCOME_UNKNOWN", () -> propose(claim, false, "MOVE", "Jatuh dari pohon"));
        propose(claim, false, "RECLASSIFY", "Jatuh dari pohon saat memanen.");

        Claim moved = claims.get(claim);
        assertThat(moved.number()).startsWith("JKK-");
        assertThat(claims.byNumber(first)).map(Claim::id).contains(claim);
        assertThat(benefits.verdict(claim)).isEmpty();
        assertThat(stage.waitsAt(claim)).containsExactly("UserTask_RecordStageTwo");
        assertThat(moved.last(Step.RECLASSIFY).orElseThrow().note()).contains(first, moved.number(), "memanen");
        stage.examine(claim, word("DEATH", stage.today()).died(stage.today()).ofAccident(stage.today().minusDays(2)).form());
        stage.completes(CLAIM, OFFICER, claim, "UserTask_RecordStageTwo", "note", null);
        stage.completes(CLAIM, OFFICER, claim, "UserTask_CheckCompleteness", "complete", true);

        assertThat(benefits.total(claim)).isEqualTo(Rupiah.of(70_000_000));
        assertThat(claims.get(claim).eventDate()).as("the accident, not the death").isEqualTo(stage.today().minusDays(2));
        assertThat(sheet(CLAIM, claim, "UserTask_ConfirmBenefit").toString()).contains(first);
        propose(claim, true, null, null);
        assertRefused("SEPARATION_OF_DUTIES", () -> {
            stage.appoint(OFFICER, Role.BPJS_KABID);
            stage.completes(CLAIM, OFFICER, claim, "UserTask_ApproveClaim", "approved", true);
        });
    }

    @Test
    void anAccidentThatWasNoneMovesToTheDeathBenefit() {
        Worker worker = stage.covered(stage.today().minusMonths(8));
        UUID claim = stage.file(AccidentFixture.form(worker, stage.today().minusDays(5), "WORK_ACCIDENT", stage.widow()), VILLAGE).id();
        stage.examine(claim, word("DEATH", stage.today()).died(stage.today().minusDays(1)).form());
        stage.completes(CLAIM, SECOND_OFFICER, claim, "UserTask_RecordStageTwo", "note", null);
        stage.completes(CLAIM, SECOND_OFFICER, claim, "UserTask_CheckCompleteness", "complete", true);
        propose(claim, false, "RECLASSIFY", "Kecelakaan terjadi di luar pekerjaan.");

        assertThat(stage.waitsAt(claim)).containsExactly("UserTask_CheckCompleteness");
        assertThat(claims.get(claim).number()).startsWith("JKM-");
        assertThat(claims.get(claim).eventDate()).isEqualTo(stage.today().minusDays(1));
        stage.completes(CLAIM, SECOND_OFFICER, claim, "UserTask_CheckCompleteness", "complete", true);
        assertThat(benefits.total(claim)).isEqualTo(Rupiah.of(42_000_000));
        assertThat(claims.formerNumbers(claim)).hasSize(1);
    }

    @Test
    void whoLivesHasNoDeathBenefit() {
        UUID claim = stage.file(accident(stage.today().minusDays(40)), VILLAGE).id();
        stage.examine(claim, word("RECOVERED", stage.today()).unable(1, 0).form());
        stage.completes(CLAIM, SECOND_OFFICER, claim, "UserTask_RecordStageTwo", "note", null);
        stage.completes(CLAIM, SECOND_OFFICER, claim, "UserTask_CheckCompleteness", "complete", true);

        assertRefused("JKM_NEEDS_DEATH", () -> propose(claim, false, "RECLASSIFY", "Bukan kecelakaan kerja."));
    }

    @Test
    void anEarlyDeathIsLookedAtOnTheSpotBeforeAnybodyGrantsIt() {
        UUID claim = stage.file(stage.death(stage.covered(OTHER_VILLAGE, stage.today().minusMonths(4).withDayOfMonth(1)), stage.widow()),
                OTHER_VILLAGE).id();
        stage.completes(CLAIM, SECOND_OFFICER, claim, "UserTask_CheckCompleteness", "complete", true);
        assertThat(checks.ofClaim(claim)).as("a member of four months is nothing special").isEmpty();

        UUID early = stage.file(stage.death(stage.covered(stage.today().minusDays(40)), stage.widow()), VILLAGE).id();
        stage.completes(CLAIM, SECOND_OFFICER, early, "UserTask_CheckCompleteness", "complete", true);
        FieldChecks.FieldCheck check = checks.ofClaim(early).orElseThrow();
        assertThat(check.signs()).containsExactly("EARLY_DEATH");
        assertThat(sheet("field-check", check.id(), "UserTask_CheckField").toString()).contains("tidak lama setelah menjadi peserta");
        assertThat(stage.waitsAt(early)).as("the claim does not stand still").containsExactly("UserTask_ConfirmBenefit");
        propose(early, true, null, null);
        assertThat(sheet(CLAIM, early, "UserTask_ApproveClaim").toString()).contains("Belum selesai; klaim baru dapat disetujui");
        assertThat(sheet(CLAIM, claim, "UserTask_ConfirmBenefit").toString()).doesNotContain("Pemeriksaan lapangan");
        assertRefused("FIELD_CHECK_OPEN", () -> stage.completes(CLAIM, HEAD, early, "UserTask_ApproveClaim", "approved", true));

        String report = stage.document(SECOND_OFFICER, "LAPORAN_LAPANGAN").toString();
        assertRefused("NOTE_REQUIRED", () -> look(check.id(), true, null, report));
        assertRefused("DOCUMENT_REQUIRED", () -> look(check.id(), true, "Tetangga membenarkan", null));
        look(check.id(), false, "Tetangga mengatakan almarhum sudah lama sakit.", report);

        assertThat(files.documents(early)).contains(UUID.fromString(report));
        assertThat(sheet(CLAIM, early, "UserTask_ApproveClaim").toString()).contains("Klaim diragukan");
        stage.completes(CLAIM, HEAD, early, "UserTask_ApproveClaim", "approved", false, "outcome", "RETURN", "note", "Jelaskan temuan.");
        assertRefused("NOTE_REQUIRED", () -> propose(early, true, null, null));
        propose(early, true, null, "Sakit setelah terdaftar menurut puskesmas.");
        stage.completes(CLAIM, HEAD, early, "UserTask_ApproveClaim", "approved", true);
        assertThat(stage.waitsAt(early)).as("doubt alone rejects nothing").containsExactly("UserTask_PayClaim");
    }

    @Test
    void aThirdDeathOfNewMembersAndAnHeirOfThreeAreSigns() {
        List<ClaimForm.HeirForm> same = stage.widow();
        LocalDate from = stage.today().minusMonths(3).minusDays(9);
        UUID last = null;
        for (int i = 0; i < 3; i++) {
            last = stage.file(stage.death(stage.covered(OTHER_VILLAGE, from), same), OTHER_VILLAGE).id();
            assertThat(checks.ofClaim(last)).isEmpty();
            stage.completes(CLAIM, SECOND_OFFICER, last, "UserTask_CheckCompleteness", "complete", true);
        }

        assertThat(benefits.flags(last)).containsExactlyInAnyOrder("DEATH_CLUSTER", "RECURRING_HEIR");
        assertThat(benefits.verdict(last).orElseThrow().decision()).as("a flag decides nothing").isEqualTo(Assessment.Decision.GRANTED);
    }

    @Test
    void monthsArePaidWhileTheDoctorIsAwaitedAndTakenOffTheEnd() {
        LocalDate accident = stage.today().minusMonths(13).minusDays(3);
        UUID claim = stage.file(AccidentFixture.form(stage.covered(accident.minusMonths(4)), accident, "WORK_ACCIDENT", List.of(), 2_000_000),
                VILLAGE).id();
        stage.runs(claim, true);
        Interim first = interims.of(claim).get(0);
        assertThat(first.throughMonth()).isEqualTo(13);
        assertThat(first.rupiah()).as("twelve months whole, the thirteenth half").isEqualTo(Rupiah.of(25_000_000));
        stage.runs(claim, true);
        assertThat(interims.of(claim)).as("one at a time").hasSize(1);
        stage.examine(claim, word("RECOVERED", stage.today()).unable(13, 0).form());
        assertRefused("INTERIM_OPEN", () -> stage.completes(CLAIM, SECOND_OFFICER, claim, "UserTask_RecordStageTwo", "note", null));

        payInterim(first.id());
        assertThat(ledger.balance("claim/%s/payee/-1".formatted(claim))).isEqualTo(25_000_000);
        assertThat(letters(claim)).contains("bulan ke-13", "Rp25.000.000");
        assertRefused("NO_MONTH_CLOSED", () -> workflow.actingAs(OFFICER, () -> payments.request(claim)));
        payments.pay(first.id());
        assertThat(ledger.balance("claim/%s/payee/-1".formatted(claim))).as("once").isEqualTo(25_000_000);

        stage.examine(claim, word("PARTIAL_DISABILITY", stage.today()).disabled("BIG_TOE", null, "ANATOMICAL", null).unable(13, 1).form());
        stage.completes(CLAIM, SECOND_OFFICER, claim, "UserTask_RecordStageTwo", "note", null);
        stage.completes(CLAIM, SECOND_OFFICER, claim, "UserTask_CheckCompleteness", "complete", true);
        assertThat(benefits.lines(claim)).extracting(Line::code, Line::rupiah).containsExactlyInAnyOrder(
                tuple("PARTIAL_DISABILITY", Rupiah.of(8_000_000)), tuple("INCOME_REPLACEMENT", Rupiah.of(33_333)));
        assertThat(sheet(CLAIM, claim, "UserTask_ConfirmBenefit").toString()).contains("Sudah dibayar untuk peristiwa ini", "25000000");
        assertRefused("ALREADY_PAID", () -> propose(claim, false, "RECLASSIFY", "Bukan kecelakaan kerja."));
        propose(claim, true, null, null);
        stage.completes(CLAIM, HEAD, claim, "UserTask_ApproveClaim", "approved", true);
        assertThat(stage.waitsAt(claim)).as("with what was paid before it is above the limit").containsExactly("UserTask_ApproveAboveLimit");
    }

    @Test
    void whoDiesWhileHeIsTreatedLeavesTheRestToHisHeirs() {
        LocalDate accident = stage.today().minusMonths(2).minusDays(5);
        UUID claim = stage.file(AccidentFixture.form(stage.covered(accident.minusMonths(4)), accident, "WORK_ACCIDENT", stage.widow()), VILLAGE).id();
        workflow.actingAs(OFFICER, () -> payments.request(claim));
        payInterim(interims.of(claim).get(0).id());
        stage.examine(claim, word("DEATH", stage.today()).died(stage.today()).unable(2, 3).form());
        stage.completes(CLAIM, SECOND_OFFICER, claim, "UserTask_RecordStageTwo", "note", null);
        stage.completes(CLAIM, SECOND_OFFICER, claim, "UserTask_CheckCompleteness", "complete", true);

        assertThat(benefits.lines(claim)).extracting(Line::code, Line::payee, Line::rupiah).containsExactlyInAnyOrder(
                tuple("DEATH", 1, Rupiah.of(48_000_000)), tuple("FUNERAL", 1, Rupiah.of(10_000_000)), tuple("PERIODIC", 1, Rupiah.of(12_000_000)),
                tuple("INCOME_REPLACEMENT", 1, Rupiah.of(100_000)));
        assertThat(benefits.verdict(claim).orElseThrow().decision()).isEqualTo(Assessment.Decision.GRANTED);
    }

    @Test
    void fewerMonthsThanWerePaidAreForPeopleToDecide() {
        LocalDate accident = stage.today().minusMonths(3).minusDays(1);
        UUID claim = stage.file(accident(accident), VILLAGE).id();
        workflow.actingAs(OFFICER, () -> payments.request(claim));
        payInterim(interims.of(claim).get(0).id());
        stage.examine(claim, word("RECOVERED", stage.today()).unable(2, 0).form());
        stage.completes(CLAIM, SECOND_OFFICER, claim, "UserTask_RecordStageTwo", "note", null);
        stage.completes(CLAIM, SECOND_OFFICER, claim, "UserTask_CheckCompleteness", "complete", true);

        assertThat(benefits.verdict(claim).orElseThrow().reasons()).containsExactly("PAID_BEFORE_NOT_DUE");
        assertThat(benefits.total(claim)).isEqualTo(Rupiah.ZERO);
    }

    @Test
    void aMonthIsRefusedWithAReasonByEachOfThoseWhoDecide() {
        UUID claim = stage.file(AccidentFixture.form(stage.covered(stage.today().minusMonths(9)), stage.today().minusMonths(2).minusDays(1),
                "WORK_ACCIDENT", List.of(), 20_000_000), VILLAGE).id();
        UUID byOfficer = requested(claim);
        assertRefused("NOTE_REQUIRED", () -> interim(SECOND_OFFICER, byOfficer, "UserTask_ProposeInterim", "approved", false));
        assertRefused("DOCUMENT_REQUIRED", () -> interim(SECOND_OFFICER, byOfficer, "UserTask_ProposeInterim", "approved", true));
        interim(SECOND_OFFICER, byOfficer, "UserTask_ProposeInterim", "approved", false, "note", "Pekerja sudah bekerja.");
        UUID byHead = proposed(claim);
        interim(HEAD, byHead, "UserTask_ApproveInterim", "approved", false, "note", "Surat dokter tidak terbaca.");
        UUID byBranchHead = proposed(claim);
        interim(HEAD, byBranchHead, "UserTask_ApproveInterim", "approved", true);
        interim(BRANCH_HEAD, byBranchHead, "UserTask_ApproveInterimAboveLimit", "approved", false, "note", "Periksa penghasilan.");

        assertThat(interims.of(claim)).extracting(Interim::state).containsOnly(InterimState.REFUSED);
        assertThat(stage.waitsAt(claim)).containsExactly("UserTask_RecordStageTwo");
        assertThat(benefits.paidBefore(claim)).isEmpty();
    }

    @Test
    void fourPeopleOverTheWholeCaseWhateverTheyBecome() {
        UUID claim = stage.file(accident(stage.today().minusMonths(2).minusDays(1)), VILLAGE).id();
        UUID interim = proposed(claim);
        for (String user : List.of("r-empat-satu", "r-empat-dua", "r-empat-tiga")) {
            stage.appoint(user, Role.BPJS_KABID);
        }
        interim("r-empat-satu", interim, "UserTask_ApproveInterim", "approved", true);
        stage.appoint("r-empat-satu", Role.BPJS_KEUANGAN);
        assertRefused("SEPARATION_OF_DUTIES", () -> interim("r-empat-satu", interim, "UserTask_PayInterim", "bankReference", "BNI-1"));
        stage.appoint("r-empat-dua", Role.BPJS_KEUANGAN);
        stage.bankKnowsWorker(interims.get(interim).claimId());
        interim("r-empat-dua", interim, "UserTask_PayInterim", "bankReference", "BNI-1");
        stage.runs(interim, false);

        stage.examine(claim, word("RECOVERED", stage.today()).unable(2, 1).form());
        stage.appoint("r-empat-satu", Role.BPJS_VERIFIKATOR);
        assertRefused("SEPARATION_OF_DUTIES", () -> stage.completes(CLAIM, "r-empat-satu", claim, "UserTask_RecordStageTwo", "note", null));
        stage.completes(CLAIM, SECOND_OFFICER, claim, "UserTask_RecordStageTwo", "note", null);
        stage.completes(CLAIM, SECOND_OFFICER, claim, "UserTask_CheckCompleteness", "complete", true);
        propose(claim, true, null, null);
        assertRefused("SEPARATION_OF_DUTIES", () -> stage.completes(CLAIM, "r-empat-dua", claim, "UserTask_ApproveClaim", "approved", true));
        stage.completes(CLAIM, "r-empat-tiga", claim, "UserTask_ApproveClaim", "approved", true);
        stage.appoint("r-empat-tiga", Role.BPJS_KEUANGAN);
        assertRefused("SEPARATION_OF_DUTIES", () -> stage.completes(CLAIM, "r-empat-tiga", claim, "UserTask_PayClaim", "bankReference", "BNI-2"));
        assertRefused("SEPARATION_OF_DUTIES", () -> stage.completes(CLAIM, "r-empat-satu", claim, "UserTask_PayClaim", "bankReference", "BNI-2"));
        stage.bankKnows(claim);
        stage.completes(CLAIM, "r-empat-dua", claim, "UserTask_PayClaim", "bankReference", "BNI-2");
    }

    private ClaimForm accident(LocalDate day) {
        return AccidentFixture.form(stage.covered(day.minusMonths(4)), day, "WORK_ACCIDENT", List.of());
    }

    private void propose(UUID claim, boolean approved, String outcome, String note) {
        stage.completes(CLAIM, SECOND_OFFICER, claim, "UserTask_ConfirmBenefit", "approved", approved, "outcome", outcome, "note", note);
    }

    private void look(UUID check, boolean approved, String note, String documents) {
        stage.completes("field-check", SECOND_OFFICER, check, "UserTask_CheckField", "approved", approved, "note", note, "documentIds", documents);
    }

    private UUID requested(UUID claim) {
        workflow.actingAs(OFFICER, () -> payments.request(claim));
        List<Interim> all = interims.of(claim);
        return all.get(all.size() - 1).id();
    }

    private UUID proposed(UUID claim) {
        UUID interim = requested(claim);
        interim(SECOND_OFFICER, interim, "UserTask_ProposeInterim", "approved", true, "documentIds",
                stage.document(SECOND_OFFICER, "SURAT_DOKTER").toString());
        return interim;
    }

    private void payInterim(UUID interim) {
        interim(SECOND_OFFICER, interim, "UserTask_ProposeInterim", "approved", true, "documentIds",
                stage.document(SECOND_OFFICER, "SURAT_DOKTER").toString());
        interim(HEAD, interim, "UserTask_ApproveInterim", "approved", true);
        if (stage.waitsAt(interim).contains("UserTask_ApproveInterimAboveLimit")) {
            interim(BRANCH_HEAD, interim, "UserTask_ApproveInterimAboveLimit", "approved", true);
        }
        stage.bankKnowsWorker(interims.get(interim).claimId());
        interim(FINANCE, interim, "UserTask_PayInterim", "bankReference", "BNI-STMB");
        stage.runs(interim, false);
    }

    private void interim(String user, UUID interim, String element, Object... fields) {
        stage.completes("interim-payment", user, interim, element, fields);
    }

    private CaseSheets.Sheet sheet(String process, UUID caseId, String element) {
        return Arrays.stream(sheets).filter(all -> all.processes().contains(process)).findFirst().orElseThrow()
                .sheetOf(process, caseId, element);
    }

    private String letters(UUID claim) {
        return files.letters(claim).toString();
    }

    private static void assertRefused(String code, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
    }
}
