package id.lindungdesa.complaint;

import id.lindungdesa.Door;
import id.lindungdesa.calendar.WorkingDays;
import id.lindungdesa.claim.ClaimStage;
import id.lindungdesa.document.Documents;
import id.lindungdesa.enrolment.Worker;
import id.lindungdesa.identity.Appointment;
import id.lindungdesa.identity.Offices;
import id.lindungdesa.identity.Role;
import id.lindungdesa.premium.CoverFixture;
import id.lindungdesa.region.Regions;
import id.lindungdesa.workflow.Workflow;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.camunda.bpm.engine.ManagementService;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Two villages under two branches of an invented province 21, their officials, and claims that went wrong. */
@Component
public class ComplaintStage {

    public static final String VILLAGE = "21.01.01.2001";
    public static final String BRANCH = "uji-adu";
    public static final String OTHER_BRANCH = "uji-adu-lain";
    public static final String PASSWORD = "Rahasia-uji-123";

    public static final String OPERATOR = "adu-operator";
    public static final String KADES = "adu-kades";
    public static final String OPERATOR_ELSEWHERE = "adu-operator-lain";
    public static final String AR = "adu-ar";
    public static final String OFFICER = "adu-verifikator";
    public static final String HEAD = "adu-kabid";
    public static final String SECOND_HEAD = "adu-kabid-dua";
    public static final String BRANCH_HEAD = "adu-kacab";
    public static final String SECOND_BRANCH_HEAD = "adu-kacab-dua";
    public static final String FINANCE = "adu-keuangan";
    public static final String REGION = "adu-kanwil";
    public static final String MEDIATOR = "adu-mediator";
    public static final String AUDITOR = "adu-inspektorat";
    /** Head of service and branch head at once. */
    public static final String BOTH_HEADS = "adu-rangkap";

    private final Offices offices;
    private final Regions regions;
    private final CoverFixture covers;
    private final Documents documents;
    private final Workflow workflow;
    private final ManagementService jobs;
    private final ApplicationContext context;
    private final Clock clock;
    private final AtomicInteger heirs = new AtomicInteger(1000);
    private Door door;

    ComplaintStage(Offices offices, Regions regions, CoverFixture covers, Documents documents, Workflow workflow,
            ManagementService jobs, ApplicationContext context, Clock clock) {
        this.offices = offices;
        this.regions = regions;
        this.covers = covers;
        this.documents = documents;
        this.workflow = workflow;
        this.jobs = jobs;
        this.context = context;
        this.clock = clock;
    }

    public synchronized void set() {
        if (door != null) {
            return;
        }
        regions.replace(2025, csv("""
                code,name,kind,district_code,district_name,regency_code,regency_name,province_code,province_name
                21.01.01.2001,Uji Adu,desa,21.01.01,Hulu,21.01,Kabupaten Adu,21,Provinsi Adu
                21.02.01.2001,Uji Adu Lain,desa,21.02.01,Hilir,21.02,Kabupaten Adu Lain,21,Provinsi Adu
                """));
        regions.assignBranches(csv("branch,regency_code\nuji-adu,21.01\nuji-adu-lain,21.02\n"));
        List<Appointment> all = List.of(of(OPERATOR, Role.OPERATOR, VILLAGE), of(KADES, Role.KADES, VILLAGE),
                of(OPERATOR_ELSEWHERE, Role.OPERATOR, "21.02.01.2001"), of(AR, Role.BPJS_AR, BRANCH),
                of(OFFICER, Role.BPJS_VERIFIKATOR, BRANCH), of(HEAD, Role.BPJS_KABID, BRANCH),
                of(SECOND_HEAD, Role.BPJS_KABID, BRANCH), of(BRANCH_HEAD, Role.BPJS_KACAB, BRANCH),
                of(SECOND_BRANCH_HEAD, Role.BPJS_KACAB, BRANCH), of(FINANCE, Role.BPJS_KEUANGAN, BRANCH),
                of(REGION, Role.BPJS_KANWIL, ""), of(MEDIATOR, Role.BPJS_KANWIL, ""), of(AUDITOR, Role.INSPEKTORAT, ""),
                of(BOTH_HEADS, Role.BPJS_KABID, BRANCH), of(BOTH_HEADS, Role.BPJS_KACAB, BRANCH));
        offices.appoint(all, List.of(), user -> PASSWORD);
        door = new Door(context.getBean(TestRestTemplate.class));
        all.forEach(one -> door.knows(one.user(), PASSWORD));
    }

    private static Appointment of(String user, Role role, String area) {
        return new Appointment(1, user, "Pejabat " + user, role, area, LocalDate.of(2020, 1, 1), null, "SK-UJI");
    }

    Door door() {
        return door;
    }

    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), WorkingDays.JAKARTA);
    }

    /** A claim of a worker who is covered in full, on its way. */
    public UUID claim() {
        return filed(covers.covered(VILLAGE, today().minusMonths(6), today().plusMonths(1)));
    }

    private UUID filed(Worker worker) {
        return UUID.fromString(door.expect(201, door.post(OPERATOR, "/api/claims", Map.of("programme", "JKM",
                "workerNik", worker.nik(), "eventDate", today().toString(), "cause", "ILLNESS",
                "reporter", Map.of("name", "Pelapor Uji", "relation", "SPOUSE"),
                "heirs", List.of(Map.of("name", "Janda Uji", "nik", "210101410185%04d".formatted(heirs.incrementAndGet()), "relation", "SPOUSE",
                        "account", "1234567890")), "documents", List.of()))).get("id").asText());
    }

    /** A claim that the head of service rejected, on the officer's proposal or against it. */
    public UUID rejectedClaim() {
        return rejectedBy(HEAD);
    }

    UUID rejectedBy(String head) {
        UUID claim = claim();
        toTheHead(claim);
        completes("claim-approval", head, claim, "UserTask_ApproveClaim", "approved", false, "outcome", "REJECT",
                "note", "Akta kematian diragukan.");
        return claim;
    }

    /** A claim that a branch head rejected. */
    UUID claimRejectedByBranchHead(String branchHead) {
        UUID claim = claim();
        toTheHead(claim);
        completes("claim-approval", HEAD, claim, "UserTask_ApproveClaim", "approved", true);
        completes("claim-approval", branchHead, claim, "UserTask_ApproveAboveLimit", "approved", false, "outcome", "REJECT",
                "note", "Perlindungan diragukan.");
        return claim;
    }

    /** A claim of which only the funeral was paid: covered for a month. */
    UUID reducedClaim() {
        UUID claim = filed(covers.covered(VILLAGE, today().minusMonths(1), today().plusMonths(3)));
        toTheHead(claim);
        UUID check = context.getBean(JdbcClient.class).sql("select id from claim_field_check where claim_id = :claim")
                .param("claim", claim).query(UUID.class).single();
        completes("field-check", OFFICER, check, "UserTask_CheckField", "approved", true, "note", "Kepala dusun membenarkan.",
                "documentIds", document(OFFICER, "LAPORAN_LAPANGAN"));
        completes("claim-approval", HEAD, claim, "UserTask_ApproveClaim", "approved", true);
        completes("claim-approval", FINANCE, claim, "UserTask_PayClaim", "bankReference", "BNI/2026-21");
        runsJobs(claim);
        return claim;
    }

    void toTheHead(UUID claim) {
        completes("claim-approval", OFFICER, claim, "UserTask_CheckCompleteness", "complete", true);
        completes("claim-approval", OFFICER, claim, "UserTask_ConfirmBenefit", "approved", true);
    }

    /** The reopened and complete claim goes on through other hands than those that rejected it. */
    public void paidAfterReopening(UUID claim) {
        completes("claim-approval", OFFICER, claim, "UserTask_ConfirmBenefit", "approved", true);
        completes("claim-approval", SECOND_HEAD, claim, "UserTask_ApproveClaim", "approved", true);
        completes("claim-approval", BRANCH_HEAD, claim, "UserTask_ApproveAboveLimit", "approved", true);
        completes("claim-approval", FINANCE, claim, "UserTask_PayClaim", "bankReference", "BNI/2026-22");
        runsJobs(claim);
    }

    String number(UUID claim) {
        return door.get(OPERATOR, "/api/claims/" + claim).get("number").asText();
    }

    Map<String, Object> complaint(UUID claim, String subject) {
        return Map.of("claimNumber", number(claim), "subject", subject, "text", "Keluarga tidak setuju dengan keputusan itu.",
                "complainant", Map.of("name", "Janda Pengadu", "phone", "084000000021", "relation", "SPOUSE"));
    }

    UUID complained(UUID claim, String subject) {
        return UUID.fromString(door.expect(201, door.post(OPERATOR, "/api/complaints", complaint(claim, subject))).get("id").asText());
    }

    /** About a claim that {@link #HEAD} rejected; it waits for the branch head. */
    public UUID complaintAboutARejection() {
        return complained(rejectedClaim(), "REJECTION");
    }

    String document(String user, String kind) {
        List<UUID> stored = new ArrayList<>();
        workflow.actingAs(user, () -> stored.add(documents.store(new ByteArrayInputStream(
                "%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n".getBytes(StandardCharsets.US_ASCII)), kind + ".pdf", kind).id()));
        return stored.get(0).toString();
    }

    /** The user completes the case's open task of that element; fields as name, value, name, value. */
    void completes(String process, String user, UUID caseId, String element, Object... fields) {
        Map<String, Object> variables = new HashMap<>();
        for (int i = 0; i < fields.length; i += 2) {
            variables.put((String) fields[i], fields[i + 1]);
        }
        if (element.equals("UserTask_PayClaim")) {
            // the bank names the right holders, and gives no reference twice
            ClaimStage claims = context.getBean(ClaimStage.class);
            claims.set();
            claims.bankKnows(caseId);
            variables.computeIfPresent("bankReference", (name, typed) -> typed + "/" + caseId.toString().substring(0, 8));
        }
        workflow.actingAs(user, () -> workflow.complete(process, caseId, element, variables));
    }

    void answers(String user, UUID complaint, String element, Object... fields) {
        completes("complaint-handling", user, complaint, element, fields);
    }

    /** Whatever the engine has to do by itself in a case, timers apart. */
    public void runsJobs(UUID caseId) {
        jobs.createJobQuery().messages().list().stream().filter(job -> caseId.toString().equals(businessKey(job.getProcessInstanceId())))
                .forEach(job -> jobs.executeJob(job.getId()));
    }

    /** The day has come for which the timer of that element waits. */
    void dayComes(UUID caseId, String element) {
        jobs.executeJob(jobs.createJobQuery().timers().activityId(element).list().stream()
                .filter(job -> caseId.toString().equals(businessKey(job.getProcessInstanceId()))).findFirst().orElseThrow().getId());
    }

    private String businessKey(String instance) {
        return context.getBean(org.camunda.bpm.engine.RuntimeService.class).createProcessInstanceQuery()
                .processInstanceId(instance).singleResult().getBusinessKey();
    }

    private static ByteArrayInputStream csv(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
