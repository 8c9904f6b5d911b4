package id.lindungdesa.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import id.lindungdesa.Door;
import id.lindungdesa.claim.PaidClaimFixture;
import id.lindungdesa.claim.PaidClaimFixture.Paid;
import id.lindungdesa.enrolment.Worker;
import id.lindungdesa.grant.VillageFundFixture;
import id.lindungdesa.identity.Role;
import id.lindungdesa.premium.CoverFixture;
import id.lindungdesa.regulation.DecreeFixture;
import id.lindungdesa.reminder.EscalationStage;
import id.lindungdesa.rulebook.NextRule;
import id.lindungdesa.workflow.Workflow;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.context.ApplicationContext;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A case of each kind, walked past every task that officials have: at each one it stops for whoever wants to look, then
 * the right official completes it. What was made on the way is kept for questions about single cases.
 */
final class OneOfEach {

    /** An open task on the way, with what completes it. */
    record Stop(String process, String element, String caseId, String taskId, Map<String, ?> fields) {}

    interface Visitor {
        /** Looks at the task, and completes it as the right official. */
        void at(Stop stop);
    }

    private final ApplicationContext context;
    private final Cast cast;
    private final Visitor visitor;
    private final Door door;
    private final VillageFundFixture funds;
    private final CoverFixture covers;
    private int heirs;
    private final PaidClaimFixture paidClaims;
    private final Map<String, String> made = new LinkedHashMap<>();

    OneOfEach(ApplicationContext context, Cast cast, Visitor visitor) {
        this.context = context;
        this.cast = cast;
        this.visitor = visitor;
        this.door = new Door(context.getBean(TestRestTemplate.class));
        this.funds = VillageFundFixture.in(context);
        this.covers = context.getBean(CoverFixture.class);
        this.paidClaims = context.getBean(PaidClaimFixture.class);
        cast.everybody().stream().filter(Persona::hasLogin).forEach(one -> door.knows(one.user(), Cast.PASSWORD));
    }

    /** What was made, by its name: {@code decree}, {@code claim}, {@code claimDocument}… */
    String made(String name) {
        String id = made.get(name);
        if (id == null) {
            throw new IllegalStateException("nothing called " + name + " was made: " + made);
        }
        return id;
    }

    void tell() {
        door.expect(200, door.send("admin", HttpMethod.PUT, "/api/regions/2019", new String(bytes(DecreeFixture.villageList("30",
                List.of(Cast.VILLAGE, "30.01.01.2002", "30.01.02.2001", "30.02.01.2001"))), StandardCharsets.UTF_8), "text/csv"));
        door.expect(200, door.send("admin", HttpMethod.PUT, "/api/branches",
                "branch,regency_code\nakses,30.01\nakses-lain,30.02\n", "text/csv"));
        made.put("village", Cast.VILLAGE);
        made.put("elsewhere", "30.01.01.2002");
        decree();
        grant();
        premium();
        claim();
        rule();
        scholarship();
        complaint();
        familyComplaint();
        supplement();
        death();
        delay();
        made.put("draftDecree", draftDecree());
        made.put("looseDocument", door.document(cast.user(Role.OPERATOR), "RAB"));
        made.put("bulkDecision", door.expect(202, door.post(cast.user(Role.PMD), "/api/bulk-decisions", Map.of("process", "village-grant",
                "element", "UserTask_VerifyRequest", "approved", true, "taskIds", List.of("tidak-ada")))).get("id").asText());
        made.put("job", door.expect(202, door.send(cast.user(Role.BPJS_AR), HttpMethod.PUT, "/api/workers",
                "nik,name,gender,birth_date,occupation,monthly_income,village_code,phone\n1,x,L,1980-01-01,nelayan,1,30.01.01.2001,1\n",
                "text/csv")).get("id").asText());
    }

    private void decree() {
        String id = door.expect(201, door.decree(cast.user(Role.DP3AP2_VERIFIKATOR), terms("AKSES"), annex())).get("id").asText();
        made.put("decree", id);
        stop("decree-enactment", "UserTask_ReviewLegality", id, with("approved", false, "note", "Perbaiki konsiderans"));
        stop("decree-enactment", "UserTask_ReviseDecree", id, with("resubmitted", true));
        door.complete(cast.user(Role.BIRO_HUKUM), id, "UserTask_ReviewLegality", with("approved", true));
        stop("decree-enactment", "UserTask_InitialDecree", id, with("approved", true));
        stop("decree-enactment", "UserTask_SignDecree", id, with("approved", true));
        funds.executeJobs(UUID.fromString(id));
    }

    /** A cap that changes in a day that nobody lives to see, so that no other test is judged by it. */
    private void rule() {
        String id = draftRule();
        made.put("rule", id);
        context.getBean(Workflow.class).actingAs(cast.user(Role.PENGELOLA_ATURAN), () -> context.getBean(Workflow.class)
                .start("rule-change", UUID.fromString(id), Map.of("ruleVersionId", id)));
        funds.executeJobs(UUID.fromString(id));
        stop("rule-change", "UserTask_ReviewRule", id, with("approved", false, "note", "Pasalnya belum disebut"));
        stop("rule-change", "UserTask_ReviseRule", id, with("resubmitted", true));
        funds.executeJobs(UUID.fromString(id));
        door.complete(cast.user(Role.BIRO_HUKUM), id, "UserTask_ReviewRule", with("approved", true));
        stop("rule-change", "UserTask_ApproveRule", id, with("approved", true));
        funds.executeJobs(UUID.fromString(id));
    }

    String draftRule() {
        String proposer = cast.user(Role.PENGELOLA_ATURAN);
        NextRule next = NextRule.after(door.send(proposer, HttpMethod.GET, "/api/rules/home-care-cap/table", null, null).getBody());
        return door.expect(201, door.rule(proposer, HttpMethod.POST, "/api/rule-versions?draft=true", Map.of("decision", "home-care-cap",
                "inForceOn", next.inForceOn().toString(), "reason", "Uji akses"), next.dmn())).get("id").asText();
    }

    String draftDecree() {
        return door.expect(201, door.decree(cast.user(Role.DP3AP2_VERIFIKATOR), "/api/decrees?draft=true",
                terms(UUID.randomUUID().toString().substring(0, 8)), annex())).get("id").asText();
    }

    private static Map<String, Object> terms(String number) {
        Map<String, Object> terms = new LinkedHashMap<>();
        terms.put("number", number + "/2026");
        terms.put("title", "Bantuan keuangan bersifat khusus");
        terms.put("province", "30");
        terms.put("fiscalYear", 2026);
        terms.put("edition", 2019);
        terms.put("ceiling", 100_000_000);
        terms.put("tranchePercents", List.of(100));
        terms.put("premiumSharePercent", 10);
        terms.put("workersPerVillage", 50);
        terms.put("monthsOfCover", 11);
        terms.put("articles", List.of(Map.of("regulation", "Pergub 16/2022", "article", "Pasal 7", "text", "Sepuluh persen.")));
        return terms;
    }

    private static String annex() {
        return new String(bytes(DecreeFixture.annex(List.of("30.01.01.2001", "30.01.01.2002", "30.01.02.2001", "30.02.01.2001"),
                25_000_000)), StandardCharsets.UTF_8);
    }

    private void grant() {
        UUID decree = UUID.fromString(made("decree"));
        UUID disbursement = funds.disbursement(decree, Cast.VILLAGE, 1);
        String id = disbursement.toString();
        made.put("disbursement", id);
        made.put("requestDocument", door.document(cast.user(Role.OPERATOR), "SURAT_PERMOHONAN"));
        stop("village-grant", "UserTask_PrepareRequest", id, with("requestedRupiah", 25_000_000, "documentIds", made("requestDocument")));
        stop("village-grant", "UserTask_SignRequest", id, with("approved", true));
        stop("village-grant", "UserTask_RecommendRequest", id, with("approved", true));
        stop("village-grant", "UserTask_VerifyRequest", id, with("approved", true));

        UUID run = funds.run(decree, "30.01");
        String runId = run.toString();
        made.put("run", runId);
        stop("regency-disbursement", "UserTask_VerifyBatch", runId, with("approved", true));
        stop("regency-disbursement", "UserTask_ApproveBatch", runId, with("approved", true));
        stop("regency-disbursement", "UserTask_CreateSpp", runId, with("sppNumber", "SPP/1"));
        stop("regency-disbursement", "UserTask_IssueSpm", runId, with("approved", true, "spmNumber", "SPM/1"));
        stop("regency-disbursement", "UserTask_IssueSp2d", runId, with("approved", true, "sp2dNumber", "SP2D/1"));
        JsonNode due = expected(cast.user(Role.BANK), "/api/bank/expected-credits", "runId", runId);
        door.expect(201, door.post(cast.user(Role.BANK), "/api/bank/credits", Map.of("reference", due.get("reference").asText(),
                "account", "RKUD", "rupiah", due.get("rupiah").asLong(), "valueDate", today().toString())));
        funds.executeJobs(run);
        ManagementService management = context.getBean(ManagementService.class);
        management.createJobQuery().timers().processInstanceId(task(runId, "UserTask_ForwardFunds").getProcessInstanceId()).list()
                .forEach(timer -> management.executeJob(timer.getId()));
        stop("regency-disbursement", "UserTask_SendReprimand", runId, with("letterNumber", "S-1"));
        stop("regency-disbursement", "UserTask_ForwardFunds", runId, with("transferNumber", "PB/1"));
        funds.executeJobs(run);
        stop("village-grant", "UserTask_ConfirmReceipt", id, with("receivedRupiah", 25_000_000));
        funds.executeJobs(disbursement);
    }

    private void premium() {
        StringBuilder list = new StringBuilder("nik,name,gender,birth_date,occupation,monthly_income,village_code,phone\n");
        for (int i = 1; i <= 2; i++) {
            list.append("300101%02d0180500%d,Pekerja Akses,L,1980-01-%02d,nelayan,1000000,%s,08400000000%d%n".formatted(i, i, i,
                    Cast.VILLAGE, i));
        }
        String operator = cast.user(Role.OPERATOR);
        made.put("list", door.expect(200, door.send(operator, HttpMethod.POST, "/api/villages/" + Cast.VILLAGE + "/workers",
                list.toString(), "text/csv")).get("listId").asText());
        String id = door.get(operator, "/api/villages/" + Cast.VILLAGE + "/premiums").get(0).get("id").asText();
        made.put("premiumCase", id);
        made.put("premiumDocument", door.document(operator, "BERITA_ACARA_MUSYAWARAH"));
        stop("premium-payment", "UserTask_PrepareWorkerList", id, with("documentIds", made("premiumDocument")));
        stop("premium-payment", "UserTask_AdoptWorkerList", id, with("approved", true, "months", 1, "fromMonth",
                YearMonth.from(today()).plusMonths(1).toString()));
        stop("premium-payment", "UserTask_CheckRegistration", id, with("approved", true));
        stop("premium-payment", "UserTask_PayPremium", id, with("paymentReference", "TRX 1"));
        stop("premium-payment", "UserTask_ApprovePayment", id, with("approved", true));
        funds.executeJobs(UUID.fromString(id));
    }

    private void claim() {
        String operator = cast.user(Role.OPERATOR);
        made.put("claimDocument", door.document(operator, "KTP"));
        String id = file(coveredWorker(), false, made("claimDocument"));
        made.put("claim", id);
        made.put("claimNumber", door.get(operator, "/api/claims/" + id).get("number").asText());
        stop("claim-approval", "UserTask_CheckCompleteness", id, with("complete", false, "note", "Akta kematian belum ada"));
        stop("claim-approval", "UserTask_SupplyDocuments", id, with("documentIds", door.document(cast.user(Role.KADES), "AKTA_KEMATIAN")));
        door.complete(cast.user(Role.BPJS_VERIFIKATOR), id, "UserTask_CheckCompleteness", with("complete", true));
        funds.executeJobs(UUID.fromString(id));
        stop("claim-approval", "UserTask_ConfirmBenefit", id, with("approved", true));
        stop("claim-approval", "UserTask_ApproveClaim", id, with("approved", true));
        stop("claim-approval", "UserTask_ApproveAboveLimit", id, with("approved", true));
        clearance(id);
        stop("claim-approval", "UserTask_PayClaim", id, with("bankReference", "BJ 1"));
        JdbcClient jdbc = context.getBean(JdbcClient.class);
        jdbc.sql("update claim_claim set pay_by = pay_by - 30 where id = cast(:id as uuid)").param("id", id).update();
        funds.executeJobs(UUID.fromString(id));
        correction(id);
        premiumReturn(id);
        String penalty = jdbc.sql("select id from claim_penalty where claim_id = cast(:id as uuid)").param("id", id).query(String.class).single();
        made.put("penalty", penalty);
        stop("penalty-decision", "UserTask_DecidePenalty", penalty, with("approved", true));
        stop("penalty-decision", "UserTask_PayPenalty", penalty, with("bankReference", "BJ 3"));
        made.put("transfer", door.get(cast.user(Role.INSPEKTORAT), "/api/trace/claims/" + id).get("transfers").get(0).get("id").asText());
        injury();
        made.put("letter", door.get(operator, "/api/claims/" + id).get("letters").get(0).get("id").asText());
        made.put("letterCode", context.getBean(JdbcClient.class).sql("select code from letter_letter where id = cast(:id as uuid)")
                .param("id", made("letter")).query(String.class).single());
        fieldCheck();
        String waiting = file(coveredWorker(), false);
        made.put("waitingClaim", waiting);
        made.put("uploadToken", uploadLink(file(coveredWorker(), false)).get("path").asText().replace("/unggah/", ""));
        made.put("workerNik", covers.covered(Cast.VILLAGE, today().minusMonths(6), today().plusMonths(1)).nik());
        dispute(waiting);
        made.put("openTask", task(waiting, "UserTask_CheckCompleteness").getId());
        made.put("openInstance", task(waiting, "UserTask_CheckCompleteness").getProcessInstanceId());
    }

    private void injury() {
        String operator = cast.user(Role.OPERATOR);
        String officer = cast.user(Role.BPJS_VERIFIKATOR);
        Map<String, Object> accident = with("programme", "JKK", "workerNik", coveredWorker().nik(), "cause", "WORK_ACCIDENT",
                "accidentAt", today().minusMonths(1).minusDays(2) + "T08:00", "place", "Kebun uji", "chronology", "Tertimpa tandan",
                "workerAccount", "5550001111", "incomeBase", 20_700_000);
        String id = door.expect(201, door.post(operator, "/api/claims", accident)).get("id").asText();
        made.put("injuryClaim", id);
        String month = door.expect(201, door.send(officer, HttpMethod.POST, "/api/claims/" + id + "/interim-payments", null, null)).get("id").asText();
        stop("interim-payment", "UserTask_ProposeInterim", month, with("approved", true, "documentIds", door.document(officer, "SURAT_DOKTER")));
        stop("interim-payment", "UserTask_ApproveInterim", month, with("approved", true));
        stop("interim-payment", "UserTask_ApproveInterimAboveLimit", month, with("approved", true));
        made.put("interim", month);
        door.expect(200, door.post(cast.user(Role.BPJS_KEUANGAN), "/api/interim-payments/" + month + "/holder",
                Map.of("holder", context.getBean(JdbcClient.class).sql("select worker.name from enrolment_worker worker join claim_claim claim"
                        + " on claim.worker_id = worker.id where claim.id = cast(:id as uuid)").param("id", id).query(String.class).single())));
        stop("interim-payment", "UserTask_PayInterim", month, with("bankReference", "BJ 2"));
        funds.executeJobs(UUID.fromString(month));
        door.expect(200, door.post(officer, "/api/claims/" + id + "/stage-two", Map.of("outcome", "RECOVERED",
                "recoveredOn", today().toString(), "unableToWork", Map.of("months", 1, "days", 1))));
        stop("claim-approval", "UserTask_RecordStageTwo", id, with("note", "Surat dokter"));
    }

    private void fieldCheck() {
        String id = file(covers.covered(Cast.VILLAGE, today().minusDays(20), today().plusMonths(1)), false);
        door.complete(cast.user(Role.BPJS_VERIFIKATOR), id, "UserTask_CheckCompleteness", with("complete", true));
        funds.executeJobs(UUID.fromString(id));
        String check = context.getBean(JdbcClient.class).sql("select id::text from claim_field_check where claim_id = cast(:id as uuid)")
                .param("id", id).query(String.class).single();
        stop("field-check", "UserTask_CheckField", check, with("approved", true, "note", "Kepala dusun membenarkan",
                "documentIds", door.document(cast.user(Role.BPJS_VERIFIKATOR), "LAPORAN_LAPANGAN")));
    }

    private void scholarship() {
        String operator = cast.user(Role.OPERATOR);
        Paid paid = paidClaims.jkm(Cast.VILLAGE, Cast.BRANCH, today().minusYears(2), 36);
        made.put("scholarshipClaim", paid.id().toString());
        made.put("scholarshipClaimNumber", paid.number());
        made.put("scholarshipDocument", door.document(operator, "SURAT_SEKOLAH"));
        String id = door.expect(201, door.post(operator, "/api/scholarships", Map.of("claimNumber", paid.number(), "guardian",
                Map.of("name", "Wali Uji", "nik", "3001014705850004", "account", "7654321"), "children", List.of(Map.of("name", "Anak Uji",
                        "nik", "30010101%08d".formatted(System.nanoTime() % 100_000_000), "birthDate", today().minusYears(9).toString())),
                "documents", List.of(made("scholarshipDocument"))))).get("accepted").get(0).get("schoolYearId").asText();
        StringBuilder papers = new StringBuilder(made("scholarshipDocument"));
        for (String kind : List.of("FORMULIR_BEASISWA", "AKTA_KELAHIRAN", "KK", "KTP_WALI", "BUKU_TABUNGAN", "RAPOR", "SURAT_PERNYATAAN")) {
            papers.append(",").append(door.document(cast.user(Role.KADES), kind));
        }
        stop("scholarship-payment", "UserTask_BringProof", id, with("level", "SD", "grade", 3, "married", "NO", "working", "NO",
                "documentIds", papers.toString()));
        stop("scholarship-payment", "UserTask_CheckProof", id, with("complete", true));
        stop("scholarship-payment", "UserTask_ApproveScholarship", id, with("approved", true));
        made.put("schoolYear", id);
        door.expect(200, door.post(cast.user(Role.BPJS_KEUANGAN), "/api/school-years/" + id + "/holder", Map.of("holder", "WALI UJI")));
        stop("scholarship-payment", "UserTask_PayScholarship", id, with("bankReference", "BJ 2"));
        funds.executeJobs(UUID.fromString(id));
        made.put("scholarshipLetter", door.get(operator, "/api/claims/" + paid.id() + "/scholarships").get(0).get("years").get(0)
                .get("letters").get(0).get("id").asText());
        String change = scholarshipChange(paid, false);
        stop("scholarship-change", "UserTask_ConfirmChange", change, with("approved", true));
        funds.executeJobs(UUID.fromString(change));
        stop("scholarship-change", "UserTask_DecideBeyondEnd", change, with("approved", true, "note", "Dibayar tanpa hak"));
        funds.executeJobs(UUID.fromString(change));
        stop("scholarship-change", "UserTask_FollowRepayment", change, with("approved", true, "note", "Wali tidak mampu"));
    }

    /** A report that a claim's first child married today, as the village's operator makes it. */
    private String scholarshipChange(Paid paid, boolean draft) {
        String operator = cast.user(Role.OPERATOR);
        return door.expect(201, door.post(operator, "/api/scholarship-changes?draft=" + draft, Map.of("claimNumber", paid.number(),
                "child", "1", "kind", "MARRIED", "happenedOn", today().toString(),
                "documents", List.of(door.document(operator, "BUKTI_PERUBAHAN"))))).get("id").asText();
    }

    /** The same of a new child of another claim, not begun. */
    String draftScholarshipChange() {
        Paid paid = paidClaims.jkm(Cast.VILLAGE, Cast.BRANCH, today().minusYears(2), 36);
        door.expect(201, door.post(cast.user(Role.OPERATOR), "/api/scholarships", Map.of("claimNumber", paid.number(), "guardian",
                Map.of("name", "Wali Uji", "nik", "3001014705850004", "account", "7654321"), "children", List.of(Map.of("name", "Anak Uji",
                        "nik", "30010103%08d".formatted(System.nanoTime() % 100_000_000), "birthDate", today().minusYears(9).toString())))));
        return scholarshipChange(paid, true);
    }

    /** A school year of a new child of another claim, recorded by the village's operator and not begun. */
    String draftSchoolYear() {
        Paid paid = paidClaims.jkm(Cast.VILLAGE, Cast.BRANCH, today().minusYears(2), 36);
        return door.expect(201, door.post(cast.user(Role.OPERATOR), "/api/school-years?draft=true", Map.of("claimNumber", paid.number(),
                "child", "NEW", "newChild", Map.of("name", "Anak Uji", "nik", "30010102%08d".formatted(System.nanoTime() % 100_000_000),
                        "birthDate", today().minusYears(9).toString()),
                "guardian", Map.of("name", "Wali Uji", "nik", "3001014705850004", "account", "7654321")))).get("id").asText();
    }

    private void complaint() {
        String region = cast.user(Role.BPJS_KANWIL);
        String claim = rejectedClaim();
        String answered = complain(claim, false);
        made.put("complaint", answered);
        stop("complaint-handling", "UserTask_AnswerComplaint", answered, with("approved", false, "note", "Akta tetap diragukan"));
        stop("complaint-handling", "UserTask_ReplyToAnswer", answered, with("mediationWanted", true, "note", "Akta itu asli"));
        made.put("complaintDocument", door.document(region, "BERITA_ACARA_MEDIASI"));
        stop("complaint-handling", "UserTask_Mediate", answered, with("approved", false, "note", "Tidak sepakat",
                "documentIds", made("complaintDocument")));
        stop("complaint-handling", "UserTask_RecordCourtDecision", answered, with("approved", false, "outcome", "NO_SUIT",
                "note", "Keluarga tidak menggugat"));
        String late = complain(claim, false);
        door.complete(cast.user(Role.BPJS_KACAB), late, "UserTask_AnswerComplaint", with("approved", false, "outcome", "HAND_OVER",
                "note", "Diserahkan ke Kantor Wilayah"));
        stop("complaint-handling", "UserTask_AnswerByRegion", late, with("approved", false, "note", "Akta tetap diragukan"));
    }

    /** A family complains with its letter in hand, and its village hears of it. */
    private void familyComplaint() {
        String claim = rejectedClaim();
        JdbcClient jdbc = context.getBean(JdbcClient.class);
        String code = jdbc.sql("select code from letter_letter where case_id = cast(:id as uuid) order by issued_at desc limit 1").param("id", claim)
                .query(String.class).single();
        door.expectPage(201, "/adukan/" + code, "subject=REJECTION&text=Akta+itu+asli+dan+benar&name=Janda+Uji");
        String id = jdbc.sql("select id::text from complaint_complaint where claim_id = cast(:id as uuid)").param("id", claim)
                .query(String.class).single();
        stop("complaint-handling", "UserTask_VisitFamily", id, with("note", "Keluarga dikunjungi"));
    }

    /** A complaint about a rejected claim, as the village's operator takes it. */
    String complain(String claim, boolean draft) {
        String operator = cast.user(Role.OPERATOR);
        String number = door.get(operator, "/api/claims/" + claim).get("number").asText();
        return door.expect(201, door.post(operator, "/api/complaints?draft=" + draft, Map.of("claimNumber", number,
                "subject", "REJECTION", "text", "Keluarga tidak setuju.", "complainant", Map.of("name", "Janda Uji")))).get("id").asText();
    }

    String rejectedClaim() {
        String claim = file(coveredWorker(), false);
        String officer = cast.user(Role.BPJS_VERIFIKATOR);
        door.complete(officer, claim, "UserTask_CheckCompleteness", with("complete", true));
        funds.executeJobs(UUID.fromString(claim));
        door.complete(officer, claim, "UserTask_ConfirmBenefit", with("approved", true));
        door.complete(cast.user(Role.BPJS_KABID), claim, "UserTask_ApproveClaim", with("approved", false, "outcome", "REJECT",
                "note", "Akta kematian diragukan"));
        return claim;
    }

    /** A family that complains of an amount too low, and is right. */
    private void supplement() {
        String claim = file(covers.covered(Cast.VILLAGE, today().minusDays(20), today().plusMonths(1)), false);
        String officer = cast.user(Role.BPJS_VERIFIKATOR);
        JdbcClient jdbc = context.getBean(JdbcClient.class);
        door.complete(officer, claim, "UserTask_CheckCompleteness", with("complete", true));
        funds.executeJobs(UUID.fromString(claim));
        String check = jdbc.sql("select id::text from claim_field_check where claim_id = cast(:id as uuid)").param("id", claim)
                .query(String.class).single();
        door.complete(officer, check, "UserTask_CheckField", with("approved", true, "note", "Kepala dusun membenarkan",
                "documentIds", door.document(officer, "LAPORAN_LAPANGAN")));
        door.complete(officer, claim, "UserTask_ConfirmBenefit", with("approved", true));
        door.complete(cast.user(Role.BPJS_KABID), claim, "UserTask_ApproveClaim", with("approved", true));
        door.expect(200, door.post(cast.user(Role.BPJS_KEUANGAN), "/api/claims/" + claim + "/payees", Map.of("payees", List.of(Map.of(
                "payee", 1, "holder", "Janda Uji")))));
        door.complete(cast.user(Role.BPJS_KEUANGAN), claim, "UserTask_PayClaim", with("bankReference", "BJ 8"));
        funds.executeJobs(UUID.fromString(claim));
        String complaint = door.expect(201, door.post(cast.user(Role.OPERATOR), "/api/complaints", Map.of("claimNumber", number(claim),
                "subject", "REDUCTION", "text", "Masa kepesertaan salah hitung.", "complainant", Map.of("name", "Janda Uji")))).get("id").asText();
        door.complete(cast.user(Role.BPJS_KACAB), complaint, "UserTask_AnswerComplaint", with("approved", true, "note", "Salah hitung"));
        funds.executeJobs(UUID.fromString(complaint));
        String id = jdbc.sql("select id::text from claim_supplement where claim_id = cast(:id as uuid)").param("id", claim)
                .query(String.class).single();
        made.put("supplement", id);
        door.expect(200, door.post(officer, "/api/supplements/" + id + "/facts", Map.of("memberSince", today().minusMonths(6).toString())));
        stop("claim-supplement", "UserTask_ProposeSupplement", id, with("note", "Masa kepesertaan dihitung ulang",
                "documentIds", door.document(officer, "DASAR_PERBAIKAN")));
        stop("claim-supplement", "UserTask_ApproveSupplement", id, with("approved", true));
        stop("claim-supplement", "UserTask_ApproveSupplementAboveLimit", id, with("approved", true));
        stop("claim-supplement", "UserTask_PaySupplement", id, with("bankReference", "BJ 9"));
        funds.executeJobs(UUID.fromString(id));
    }

    private void death() {
        String operator = cast.user(Role.OPERATOR);
        made.put("deadNik", coveredWorker().nik());
        String id = door.expect(201, door.post(cast.user(Role.DUKCAPIL), "/api/death-reports", Map.of("workerNik", made("deadNik"),
                "diedOn", today().toString()))).get("id").asText();
        made.put("deathReport", id);
        ManagementService management = context.getBean(ManagementService.class);
        management.executeJob(management.createJobQuery().timers()
                .processInstanceId(task(id, "UserTask_CompleteReport").getProcessInstanceId()).singleResult().getId());
        stop("death-report", "UserTask_RemindVillage", id, with("note", "Mohon dikunjungi"));
        stop("death-report", "UserTask_CompleteReport", id, with("claimWanted", false, "outcome", "DECLINED", "note", "Tidak dikehendaki"));
    }

    /** A claim lies too long with the officer, and his head of service hears of it. */
    private void delay() {
        Task late = task(made("waitingClaim"), "UserTask_CheckCompleteness");
        Date due = late.getDueDate();
        context.getBean(TaskService.class).setDueDate(late.getId(), Date.from(today().minusDays(20).atStartOfDay(ZoneId.of("Asia/Jakarta")).toInstant()));
        String id = context.getBean(EscalationStage.class).open(late.getId(), "claim-approval", UUID.fromString(made("waitingClaim"))).toString();
        stop("deadline-escalation", "UserTask_FollowUpDelay", id, with("action", "ORDERED", "note", "Selesaikan hari ini"));
        context.getBean(TaskService.class).setDueDate(late.getId(), due);
    }

    /** Heirs quarrel, and agree. */
    private void dispute(String claim) {
        String id = disputeDraft(claim);
        made.put("dispute", id);
        door.expect(200, door.send(cast.user(Role.BPJS_VERIFIKATOR), HttpMethod.POST, "/engine-rest/process-definition/key/heir-dispute/start",
                "{\"variables\":{\"disputeId\":{\"value\":\"%s\",\"type\":\"String\"}}}".formatted(id), "application/json"));
        door.expect(200, door.post(cast.user(Role.BPJS_VERIFIKATOR), "/api/disputes/" + id + "/settlement", Map.of("settlement", "AGREEMENT",
                "documents", List.of(door.document(cast.user(Role.BPJS_VERIFIKATOR), "PENYELESAIAN_SENGKETA")))));
        stop("heir-dispute", "UserTask_SettleDispute", id, with());
    }

    /** The worker was covered beyond the month of his death. */
    private void premiumReturn(String claim) {
        String id = premiumReturnDraft(claim);
        door.expect(200, door.send(cast.user(Role.BPJS_AR), HttpMethod.POST, "/engine-rest/process-definition/key/premium-return/start",
                "{\"variables\":{\"premiumReturnId\":{\"value\":\"%s\",\"type\":\"String\"}}}".formatted(id), "application/json"));
        stop("premium-return", "UserTask_ApproveReturn", id, with("approved", false, "note", "Perjanjian belum ada"));
    }

    String premiumReturnDraft(String claim) {
        return door.expect(201, door.post(cast.user(Role.BPJS_AR), "/api/premium-returns", Map.of("claim", number(claim),
                "reason", "Perjanjian desa 2026"))).get("id").asText();
    }

    String disputeDraft(String claim) {
        return door.expect(201, door.post(cast.user(Role.BPJS_VERIFIKATOR), "/api/disputes", Map.of("claim", number(claim),
                "holder", "FAMILY", "reason", "Dua istri"))).get("id").asText();
    }

    String heirCorrectionDraft(String claim) {
        return door.expect(201, door.post(cast.user(Role.BPJS_VERIFIKATOR), "/api/heir-corrections", Map.of("claim", number(claim),
                "reason", "Nama salah tulis", "heirs", List.of(Map.of("name", "Janda Uji Benar", "nik", "3001014705850003",
                        "relation", "SPOUSE", "account", "1234567")),
                "documents", List.of(door.document(cast.user(Role.BPJS_VERIFIKATOR), "DOKUMEN_AHLI_WARIS"))))).get("id").asText();
    }

    String number(String claim) {
        return door.get(cast.user(Role.BPJS_KEUANGAN), "/api/claims/" + claim).get("number").asText();
    }

    /** The bank names another holder, which the officer and his head clear. */
    private void clearance(String claim) {
        String number = number(claim);
        String check = door.expect(201, door.post(cast.user(Role.BANK), "/api/bank/account-checks", Map.of("claim", number,
                "payee", 1, "account", "1234567", "holder", "JANDA LAIN"))).get("id").asText();
        made.put("accountCheck", check);
        door.expect(200, door.post(cast.user(Role.BPJS_VERIFIKATOR), "/api/account-checks/" + check + "/proposal", Map.of(
                "reason", "Nama panggilan", "documents", List.of(door.document(cast.user(Role.BPJS_VERIFIKATOR), "DOKUMEN_REKENING")))));
        stop("account-clearance", "UserTask_ReviewAccount", check, with());
        stop("account-clearance", "UserTask_AcceptAccount", check, with("approved", true, "note", "Nama panggilan, KTP cocok"));
    }

    /** The transfer comes back and is made again; then some of it turns out to be too much. */
    private void correction(String claim) {
        String back = door.expect(201, door.post(cast.user(Role.BANK), "/api/bank/returns", Map.of("reference", "BJ 1",
                "rupiah", 42_000_000, "reason", "Rekening ditutup", "valueDate", today().toString()))).get("id").asText();
        made.put("correction", back);
        funds.executeJobs(UUID.fromString(back));
        door.expect(200, door.post(cast.user(Role.BPJS_KEUANGAN), "/api/corrections/" + back + "/account",
                Map.of("reason", "Bank keliru, rekening masih terbuka")));
        stop("payment-correction", "UserTask_CorrectAccount", back, with());
        stop("payment-correction", "UserTask_ApproveCorrection", back, with("approved", true));
        stop("payment-correction", "UserTask_PayAgain", back, with("bankReference", "BJ 2"));
        funds.executeJobs(UUID.fromString(back));
        String found = door.expect(201, door.post(cast.user(Role.BPJS_VERIFIKATOR), "/api/claims/" + claim + "/overpayments",
                Map.of("payee", 1, "rupiah", 1_000, "reason", "Salah hitung", "basis", "Laporan pemeriksaan"))).get("id").asText();
        funds.executeJobs(UUID.fromString(found));
        stop("payment-correction", "UserTask_ConfirmFinding", found, with("approved", true));
        funds.executeJobs(UUID.fromString(found));
        stop("payment-correction", "UserTask_DecideRecovery", found, with("approved", true, "note", "Jumlah kecil"));
    }

    /** A new link of the claim that waits; its id. */
    String link() {
        return uploadLink(made("waitingClaim")).get("id").asText();
    }

    private JsonNode uploadLink(String claim) {
        return door.expect(201, door.post(cast.user(Role.OPERATOR), "/api/claims/" + claim + "/upload-links", Map.of()));
    }

    Worker coveredWorker() {
        return covers.covered(Cast.VILLAGE, today().minusMonths(6), today().plusMonths(1));
    }

    /** Files a claim as the village's operator. */
    String file(Worker worker, boolean draft, String... documents) {
        return door.expect(201, door.post(cast.user(Role.OPERATOR), "/api/claims?draft=" + draft, Map.of("programme", "JKM",
                "workerNik", worker.nik(), "eventDate", today().toString(), "cause", "ILLNESS",
                "reporter", Map.of("name", "Pelapor Uji", "phone", "084000000001", "relation", "SPOUSE"),
                "heirs", List.of(Map.of("name", "Janda Uji", "nik", "300101470585%04d".formatted(++heirs), "relation", "SPOUSE", "account", "1234567")),
                "documents", List.of(documents)))).get("id").asText();
    }

    private void stop(String process, String element, String caseId, Map<String, ?> fields) {
        String taskId = task(caseId, element).getId();
        visitor.at(new Stop(process, element, caseId, taskId, fields));
        assertThat(context.getBean(TaskService.class).createTaskQuery().taskId(taskId).count()).as(element + " was completed").isZero();
    }

    private Task task(String caseId, String element) {
        Task task = context.getBean(TaskService.class).createTaskQuery().processInstanceBusinessKey(caseId)
                .taskDefinitionKey(element).singleResult();
        assertThat(task).as(element + " of " + caseId).isNotNull();
        return task;
    }

    private JsonNode expected(String user, String path, String field, String value) {
        for (JsonNode due : door.get(user, path)) {
            if (due.get(field).asText().equals(value)) {
                return due;
            }
        }
        throw new AssertionError(path + " does not wait for " + value);
    }

    static LocalDate today() {
        return LocalDate.now(ZoneId.of("Asia/Jakarta"));
    }

    private static Map<String, Object> with(Object... namesAndValues) {
        Map<String, Object> fields = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            fields.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return fields;
    }

    private static byte[] bytes(java.io.InputStream in) {
        try (in) {
            return in.readAllBytes();
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
