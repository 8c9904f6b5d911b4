package id.lindungdesa.complaint;

import static id.lindungdesa.complaint.ComplaintStage.AR;
import static id.lindungdesa.complaint.ComplaintStage.AUDITOR;
import static id.lindungdesa.complaint.ComplaintStage.BOTH_HEADS;
import static id.lindungdesa.complaint.ComplaintStage.BRANCH_HEAD;
import static id.lindungdesa.complaint.ComplaintStage.FINANCE;
import static id.lindungdesa.complaint.ComplaintStage.HEAD;
import static id.lindungdesa.complaint.ComplaintStage.KADES;
import static id.lindungdesa.complaint.ComplaintStage.MEDIATOR;
import static id.lindungdesa.complaint.ComplaintStage.OFFICER;
import static id.lindungdesa.complaint.ComplaintStage.OPERATOR;
import static id.lindungdesa.complaint.ComplaintStage.OPERATOR_ELSEWHERE;
import static id.lindungdesa.complaint.ComplaintStage.REGION;
import static id.lindungdesa.complaint.ComplaintStage.SECOND_BRANCH_HEAD;
import static id.lindungdesa.complaint.ComplaintStage.SECOND_HEAD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import id.lindungdesa.LindungDesaTest;
import id.lindungdesa.calendar.OfficeCalendar;
import id.lindungdesa.calendar.WorkingDays;
import id.lindungdesa.ledger.Ledger;
import id.lindungdesa.refusal.Refusal;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Every way through the process of a complaint, as families and officials go it. */
@LindungDesaTest
class ComplaintProcessTest {

    @Autowired ComplaintStage stage;
    @Autowired TaskService tasks;
    @Autowired HistoryService history;
    @Autowired Ledger ledger;
    @Autowired WorkingDays workingDays;
    @Autowired JdbcClient jdbc;

    @BeforeEach
    void set() {
        stage.set();
    }

    @Test
    void aRejectedClaimThatWinsItsComplaintIsPaidByOthersThanThoseWhoRejectedIt() {
        UUID claim = stage.rejectedClaim();
        UUID complaint = stage.complained(claim, "REJECTION");

        assertThat(state(complaint)).isEqualTo("OPEN");
        assertThat(task(complaint).getDueDate()).isEqualTo(Date.from(workingDays.endOf(
                workingDays.due(stage.today(), 5, OfficeCalendar.BPJS).due())));
        assertThat(task(complaint).getName()).contains("ADU-", "Uji Adu").doesNotContain("Janda");
        assertThat(letters(claim)).contains("Tanda terima pengaduan", "UU 24/2011 Pasal 48", "Janda Pengadu");
        assertThat(stage.door().get(BRANCH_HEAD, "/api/tasks/" + task(complaint).getId() + "/sheet").get("facts").toString())
                .as("who answers reads what was decided and why").contains("Keputusan klaim", "Ditolak", "Akta kematian diragukan.");
        assertRefused("NOTE_REQUIRED", () -> stage.answers(BRANCH_HEAD, complaint, "UserTask_AnswerComplaint", "approved", true, "note", " "));
        stage.answers(BRANCH_HEAD, complaint, "UserTask_AnswerComplaint", "approved", true, "note", "Akta kematian asli telah diperiksa.");
        assertThat(claimState(claim)).as("the reopening is a step of its own").isEqualTo("REJECTED");
        stage.runsJobs(complaint);

        assertEnded(complaint, "EndEvent_ComplaintSettled", "SETTLED");
        assertThat(claimState(claim)).isEqualTo("SUBMITTED");
        assertThat(letters(claim)).contains("Pengaduan dikabulkan", "Klaim dibuka kembali");
        assertThat(jdbc.sql("select former_decision || ' ' || former_components || ' ' || reopened_by from claim_reopening where claim_id = :c")
                .param("c", claim).query(String.class).single())
                .isEqualTo("GRANTED LUMP_SUM 1 20000000; PERIODIC 1 12000000; FUNERAL 1 10000000 " + BRANCH_HEAD);

        stage.toTheHead(claim);
        assertRefused("REJECTED_BY_YOU", () -> stage.completes("claim-approval", HEAD, claim, "UserTask_ApproveClaim", "approved", true));
        stage.completes("claim-approval", SECOND_HEAD, claim, "UserTask_ApproveClaim", "approved", true);
        stage.completes("claim-approval", BRANCH_HEAD, claim, "UserTask_ApproveAboveLimit", "approved", true);
        stage.completes("claim-approval", FINANCE, claim, "UserTask_PayClaim", "bankReference", "BNI/2026-22");
        stage.runsJobs(claim);
        assertThat(claimState(claim)).isEqualTo("PAID");
        assertThat(ledger.balance("claim/%s/payee/1".formatted(claim))).isEqualTo(42_000_000);
        List<String> steps = new ArrayList<>();
        stage.door().get(OPERATOR, "/api/claims/" + claim).get("decisions").forEach(one -> steps.add(one.get("step").asText() + " " + one.get("outcome").asText()));
        assertThat(steps).as("what was decided before stays").containsSubsequence("APPROVE REJECTED", "REOPEN REOPENED", "APPROVE APPROVED", "PAY PAID");
    }

    @Test
    void theRegionAnswersWhereABranchHeadRejectedAndHeCannotDecideTheReopenedClaim() {
        UUID claim = stage.claimRejectedByBranchHead(BRANCH_HEAD);
        UUID complaint = stage.complained(claim, "REJECTION");

        assertThat(task(complaint).getTaskDefinitionKey()).isEqualTo("UserTask_AnswerByRegion");
        stage.answers(REGION, complaint, "UserTask_AnswerByRegion", "approved", true, "note", "Perlindungan terbukti.");
        stage.runsJobs(complaint);

        stage.toTheHead(claim);
        stage.completes("claim-approval", HEAD, claim, "UserTask_ApproveClaim", "approved", true);
        assertRefused("REJECTED_BY_YOU", () -> stage.completes("claim-approval", BRANCH_HEAD, claim, "UserTask_ApproveAboveLimit", "approved", true));
        stage.completes("claim-approval", SECOND_BRANCH_HEAD, claim, "UserTask_ApproveAboveLimit", "approved", true);
        assertThat(claimState(claim)).isEqualTo("APPROVED");
    }

    @Test
    void whoHandledTheClaimHandsTheComplaintOverToTheRegion() {
        UUID claim = stage.rejectedBy(BOTH_HEADS);
        UUID complaint = stage.complained(claim, "REJECTION");

        assertRefused("SEPARATION_OF_DUTIES", () ->
                stage.answers(BOTH_HEADS, complaint, "UserTask_AnswerComplaint", "approved", false, "note", "Saya tetap pada keputusan."));
        assertRefused("OUTCOME_UNKNOWN", () -> stage.answers(BOTH_HEADS, complaint, "UserTask_AnswerComplaint", "approved", true,
                "outcome", "HAND_OVER", "note", "Saya ikut menolak klaim ini."));
        stage.answers(BOTH_HEADS, complaint, "UserTask_AnswerComplaint", "approved", false, "outcome", "HAND_OVER",
                "note", "Saya ikut menolak klaim ini.");

        assertThat(task(complaint).getTaskDefinitionKey()).isEqualTo("UserTask_AnswerByRegion");
        assertThat(groups(task(complaint))).containsExactly("bpjs-kanwil");
    }

    @Test
    void whatTheBranchDoesNotAnswerInTimeGoesToTheRegion() {
        UUID claim = stage.rejectedClaim();
        UUID complaint = stage.complained(claim, "REJECTION");
        Date due = task(complaint).getDueDate();

        stage.dayComes(complaint, "Event_AnswerOverdue");

        assertThat(task(complaint).getTaskDefinitionKey()).isEqualTo("UserTask_AnswerByRegion");
        assertThat(task(complaint).getDueDate()).as("the law's day stays").isEqualTo(due);
        assertThat(state(complaint)).isEqualTo("ESCALATED");
        assertThat(letters(claim)).contains("belum dijawab", "Kantor Wilayah kini mengambil alih");
    }

    @Test
    void aFamilyThatAcceptsTheAnswerEndsItsComplaint() {
        UUID claim = stage.rejectedClaim();
        UUID complaint = dismissed(claim);
        assertThat(letters(claim)).contains("Jawaban pengaduan", "Akta tetap diragukan.", "Mintalah mediasi");
        assertThat(groups(task(complaint))).contains("operator-21.01.01.2001", "bpjs-ar-uji-adu");

        stage.answers(AR, complaint, "UserTask_ReplyToAnswer", "mediationWanted", false);

        assertEnded(complaint, "EndEvent_ComplaintClosed", "CLOSED");
        assertThat(claimState(claim)).isEqualTo("REJECTED");
        assertThat(letters(claim)).contains("Penutupan pengaduan", "keluarga menerima");
        assertThat(stage.complained(claim, "REJECTION")).as("and may complain again").isNotNull();
    }

    @Test
    void silenceClosesAComplaint() {
        UUID claim = stage.rejectedClaim();
        UUID complaint = dismissed(claim);

        stage.dayComes(complaint, "Event_ReplyOverdue");

        assertEnded(complaint, "EndEvent_ComplaintClosed", "CLOSED");
        assertThat(letters(claim)).contains("tidak ada tanggapan");
    }

    @Test
    void anAgreementInMediationReopensTheClaim() {
        UUID claim = stage.rejectedClaim();
        UUID complaint = inMediation(claim);
        assertThat(task(complaint).getDueDate()).isEqualTo(Date.from(workingDays.endOf(
                workingDays.due(stage.today(), 30, OfficeCalendar.BPJS).due())));

        assertRefused("DOCUMENT_REQUIRED", () -> stage.answers(REGION, complaint, "UserTask_Mediate", "approved", true, "note", "Kedua pihak sepakat.",
                "documentIds", stage.document(REGION, "LAINNYA")));
        String minutes = stage.document(REGION, "BERITA_ACARA_MEDIASI");
        stage.answers(REGION, complaint, "UserTask_Mediate", "approved", true, "note", "Kedua pihak sepakat.", "documentIds", minutes);
        stage.runsJobs(complaint);

        assertEnded(complaint, "EndEvent_ComplaintSettled", "SETTLED");
        assertThat(claimState(claim)).isEqualTo("SUBMITTED");
        assertThat(letters(claim)).contains("dikabulkan melalui mediasi");
        assertThat(stage.door().get(OPERATOR, "/api/complaints/" + complaint).get("documents").get(0).get("id").asText()).isEqualTo(minutes);
        assertThat(stage.door().send(KADES, HttpMethod.GET, "/api/documents/" + minutes, null, null).getStatusCode().value()).isEqualTo(200);
        assertThat(stage.door().send(OPERATOR_ELSEWHERE, HttpMethod.GET, "/api/documents/" + minutes, null, null).getStatusCode().value()).isEqualTo(404);
    }

    @Test
    void whoAnsweredDoesNotMediate() {
        UUID claim = stage.claimRejectedByBranchHead(BRANCH_HEAD);
        UUID complaint = stage.complained(claim, "REJECTION");
        stage.answers(REGION, complaint, "UserTask_AnswerByRegion", "approved", false, "note", "Akta tetap diragukan.");
        stage.answers(OPERATOR, complaint, "UserTask_ReplyToAnswer", "mediationWanted", true, "note", "Akta itu asli.");
        String minutes = stage.document(REGION, "BERITA_ACARA_MEDIASI");

        assertRefused("SEPARATION_OF_DUTIES", () -> stage.answers(REGION, complaint, "UserTask_Mediate", "approved", false,
                "note", "Tidak sepakat.", "documentIds", minutes));
        stage.answers(MEDIATOR, complaint, "UserTask_Mediate", "approved", false, "note", "Tidak sepakat.",
                "documentIds", stage.document(MEDIATOR, "BERITA_ACARA_MEDIASI"));
        assertThat(state(complaint)).isEqualTo("COURT");
    }

    @Test
    void aMediationThatTakesTooLongIsToldToTheFamilyAndGoesOn() {
        UUID claim = stage.rejectedClaim();
        UUID complaint = inMediation(claim);

        stage.dayComes(complaint, "Event_MediationOverdue");

        assertThat(letters(claim)).contains("Batas waktu mediasi terlewati", "UU 24/2011 Pasal 49");
        assertThat(task(complaint).getTaskDefinitionKey()).isEqualTo("UserTask_Mediate");
    }

    @Test
    void aCourtThatFindsForTheFamilyReopensTheClaim() {
        UUID claim = stage.rejectedClaim();
        UUID complaint = inCourt(claim);

        assertRefused("DECISION_NUMBER_REQUIRED", () -> stage.answers(REGION, complaint, "UserTask_RecordCourtDecision", "approved", true,
                "note", "Gugatan dikabulkan."));
        assertRefused("DOCUMENT_REQUIRED", () -> stage.answers(REGION, complaint, "UserTask_RecordCourtDecision", "approved", true,
                "decisionNumber", "12/Pdt.G/2026/PN Uji", "note", "Gugatan dikabulkan."));
        stage.answers(REGION, complaint, "UserTask_RecordCourtDecision", "approved", true, "decisionNumber", "12/Pdt.G/2026/PN Uji",
                "note", "Gugatan dikabulkan.", "documentIds", stage.document(REGION, "PUTUSAN_PENGADILAN"));
        stage.runsJobs(complaint);

        assertEnded(complaint, "EndEvent_ComplaintSettled", "SETTLED");
        assertThat(claimState(claim)).isEqualTo("SUBMITTED");
        assertThat(letters(claim)).contains("12/Pdt.G/2026/PN Uji", "putusan pengadilan");
    }

    @Test
    void aCourtThatFindsAgainstTheFamilyClosesTheComplaint() {
        UUID claim = stage.rejectedClaim();
        UUID complaint = inCourt(claim);

        stage.answers(REGION, complaint, "UserTask_RecordCourtDecision", "approved", false, "decisionNumber", "13/Pdt.G/2026/PN Uji",
                "note", "Gugatan ditolak.", "documentIds", stage.document(REGION, "PUTUSAN_PENGADILAN"));

        assertEnded(complaint, "EndEvent_ComplaintClosed", "CLOSED");
        assertThat(claimState(claim)).isEqualTo("REJECTED");
        assertThat(letters(claim)).contains("upaya hukum");
    }

    @Test
    void aFamilyThatDoesNotGoToCourtNeedsNoDecision() {
        UUID complaint = inCourt(stage.rejectedClaim());

        assertRefused("OUTCOME_UNKNOWN", () -> stage.answers(REGION, complaint, "UserTask_RecordCourtDecision", "approved", true,
                "outcome", "NO_SUIT", "note", "Keluarga tidak menggugat."));
        stage.answers(REGION, complaint, "UserTask_RecordCourtDecision", "approved", false, "outcome", "NO_SUIT",
                "note", "Keluarga tidak menggugat.");

        assertEnded(complaint, "EndEvent_ComplaintClosed", "CLOSED");
    }

    @Test
    void aFamilyTakesItsComplaintBackAtAnyTime() {
        UUID claim = stage.rejectedClaim();
        UUID complaint = stage.complained(claim, "REJECTION");
        Map<String, Object> why = Map.of("note", "Keluarga sudah menerima penjelasan.");

        assertThat(stage.door().post(OFFICER, "/api/complaints/" + complaint + "/withdrawal", why).getStatusCode().value()).isEqualTo(403);
        assertThat(stage.door().post(OPERATOR_ELSEWHERE, "/api/complaints/" + complaint + "/withdrawal", why).getStatusCode().value()).isEqualTo(403);
        JsonNode answer = stage.door().expect(200, stage.door().post(KADES, "/api/complaints/" + complaint + "/withdrawal", why));

        assertThat(answer.get("state").asText()).isEqualTo("WITHDRAWN");
        assertEnded(complaint, "EndEvent_ComplaintWithdrawn", "WITHDRAWN");
        assertThat(letters(claim)).contains("Pencabutan pengaduan");
        assertThat(code(stage.door().post(KADES, "/api/complaints/" + complaint + "/withdrawal", why))).isEqualTo("COMPLAINT_STATE");
    }

    @Test
    void whatDoesNotFitTheClaimIsRefused() {
        UUID open = stage.claim();
        assertThat(code(stage.door().post(OPERATOR, "/api/complaints", stage.complaint(open, "REJECTION")))).isEqualTo("NOT_REJECTED");
        assertThat(code(stage.door().post(OPERATOR, "/api/complaints", stage.complaint(open, "REDUCTION")))).isEqualTo("NOT_REDUCED");
        assertThat(code(stage.door().post(OPERATOR_ELSEWHERE, "/api/complaints", stage.complaint(open, "DELAY")))).isEqualTo("NOT_YOUR_OFFICE");
        Map<String, Object> unknown = new HashMap<>(stage.complaint(open, "DELAY"));
        unknown.put("claimNumber", "JKM-1999-000001");
        assertThat(code(stage.door().post(OPERATOR, "/api/complaints", unknown))).isEqualTo("CLAIM_UNKNOWN");
        assertThat(code(stage.door().post(OPERATOR, "/api/complaints", Map.of("subject", "X")))).isEqualTo("COMPLAINT_INVALID");
        stage.complained(open, "DELAY");
        assertThat(code(stage.door().post(OPERATOR, "/api/complaints", stage.complaint(open, "SERVICE")))).isEqualTo("COMPLAINT_EXISTS");
    }

    @Test
    void aReducedClaimThatWinsIsPaidTheDifference() {
        UUID claim = stage.reducedClaim();
        UUID complaint = stage.complained(claim, "REDUCTION");

        stage.answers(BRANCH_HEAD, complaint, "UserTask_AnswerComplaint", "approved", true, "note", "Masa kepesertaan dihitung ulang.");
        stage.runsJobs(complaint);

        assertEnded(complaint, "EndEvent_ComplaintSettled", "SETTLED");
        assertThat(claimState(claim)).isEqualTo("PAID");
        assertThat(letters(claim)).contains("Manfaat dihitung ulang dan selisihnya dibayarkan");
        assertThat(ledger.balance("claim/%s/payee/1".formatted(claim))).as("the decision alone moves nothing").isEqualTo(10_000_000);

        UUID supplement = jdbc.sql("select id from claim_supplement where claim_id = :claim").param("claim", claim).query(UUID.class).single();
        JsonNode calculated = stage.door().expect(200, stage.door().post(OFFICER, "/api/supplements/" + supplement + "/facts",
                Map.of("memberSince", stage.today().minusMonths(5).toString())));
        assertThat(calculated.get("difference").asLong()).isEqualTo(32_000_000);
        stage.completes("claim-supplement", OFFICER, supplement, "UserTask_ProposeSupplement", "note", "Masa kepesertaan salah hitung",
                "documentIds", stage.document(OFFICER, "DASAR_PERBAIKAN"));
        stage.completes("claim-supplement", HEAD, supplement, "UserTask_ApproveSupplement", "approved", true);
        stage.completes("claim-supplement", BRANCH_HEAD, supplement, "UserTask_ApproveSupplementAboveLimit", "approved", true);
        stage.door().expect(200, stage.door().post(FINANCE, "/api/supplements/" + supplement + "/payees", Map.of("payees", List.of())));
        stage.completes("claim-supplement", FINANCE, supplement, "UserTask_PaySupplement", "bankReference", "BNI/S/" + supplement);
        stage.runsJobs(supplement);
        assertThat(ledger.balance("claim/%s/payee/1".formatted(claim))).isEqualTo(42_000_000);
        assertThat(letters(claim)).contains("Pembayaran selisih manfaat", "Rp32.000.000");
    }

    @Test
    void theAuditorSeesTheDecisionsAndNotThePeople() {
        UUID complaint = dismissed(stage.rejectedClaim());

        JsonNode seen = stage.door().get(AUDITOR, "/api/complaints/" + complaint);

        assertThat(seen.get("complainant").isNull()).isTrue();
        assertThat(seen.toString()).doesNotContain("Janda", "diragukan", "tidak setuju");
        assertThat(seen.get("steps").get(2).get("outcome").asText()).isEqualTo("DISMISSED");
        assertThat(stage.door().get(BRANCH_HEAD, "/api/complaints/" + complaint).get("complainant").get("name").asText()).isEqualTo("Janda Pengadu");
    }

    private UUID dismissed(UUID claim) {
        UUID complaint = stage.complained(claim, "REJECTION");
        stage.answers(BRANCH_HEAD, complaint, "UserTask_AnswerComplaint", "approved", false, "note", "Akta tetap diragukan.");
        return complaint;
    }

    private UUID inMediation(UUID claim) {
        UUID complaint = dismissed(claim);
        stage.answers(OPERATOR, complaint, "UserTask_ReplyToAnswer", "mediationWanted", true, "note", "Akta itu asli.");
        return complaint;
    }

    private UUID inCourt(UUID claim) {
        UUID complaint = inMediation(claim);
        stage.answers(REGION, complaint, "UserTask_Mediate", "approved", false, "note", "Tidak sepakat.",
                "documentIds", stage.document(REGION, "BERITA_ACARA_MEDIASI"));
        return complaint;
    }

    private Task task(UUID caseId) {
        return tasks.createTaskQuery().processInstanceBusinessKey(caseId.toString()).singleResult();
    }

    private List<String> groups(Task task) {
        return tasks.getIdentityLinksForTask(task.getId()).stream().map(IdentityLink::getGroupId).toList();
    }

    private String state(UUID complaint) {
        return jdbc.sql("select state from complaint_complaint where id = :id").param("id", complaint).query(String.class).single();
    }

    private String claimState(UUID claim) {
        return stage.door().get(OPERATOR, "/api/claims/" + claim).get("state").asText();
    }

    private String letters(UUID claim) {
        StringBuilder all = new StringBuilder();
        stage.door().get(OPERATOR, "/api/claims/" + claim).get("letters").forEach(one -> all.append(one.get("text").asText()).append('\n'));
        return all.toString();
    }

    private void assertEnded(UUID caseId, String endEvent, String state) {
        assertThat(history.createHistoricProcessInstanceQuery().processInstanceBusinessKey(caseId.toString()).singleResult().getState())
                .isEqualTo("COMPLETED");
        assertThat(history.createHistoricActivityInstanceQuery().processInstanceId(history.createHistoricProcessInstanceQuery()
                .processInstanceBusinessKey(caseId.toString()).singleResult().getId()).activityId(endEvent).count()).isOne();
        assertThat(state(caseId)).isEqualTo(state);
    }

    private String code(ResponseEntity<String> answer) {
        assertThat(answer.getStatusCode().is4xxClientError()).as(String.valueOf(answer)).isTrue();
        return stage.door().expect(answer.getStatusCode().value(), answer).get("code").asText();
    }

    private static void assertRefused(String code, ThrowingCallable step) {
        assertThatThrownBy(step).isInstanceOfSatisfying(Refusal.class, refusal -> {
            assertThat(refusal.code()).isEqualTo(code);
            assertThat(refusal.getMessage()).as("officials know no codes").doesNotContainPattern("[A-Z]_[A-Z]");
        });
    }
}
