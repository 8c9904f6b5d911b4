package id.lindungdesa.claim;

import static id.lindungdesa.claim.AccidentFixture.word;

import id.lindungdesa.enrolment.Worker;
import id.lindungdesa.identity.Appointment;
import id.lindungdesa.identity.Offices;
import id.lindungdesa.identity.Role;
import id.lindungdesa.premium.CoverFixture;
import id.lindungdesa.region.Regions;
import id.lindungdesa.workflow.Workflow;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Paid claims of an invented province 77 under a branch of their own, and what follows when their amount was wrong. */
@Component
public class SupplementStage {

    public static final String VILLAGE = "77.01.01.2001";
    public static final String BRANCH = "uji-selisih";
    public static final String OPERATOR = "sel-operator";
    public static final String OFFICER = "sel-verifikator";
    public static final String HEAD = "sel-kabid";
    public static final String BRANCH_HEAD = "sel-kacab";
    public static final String FINANCE = "sel-keuangan";
    public static final String AUDITOR = "sel-inspektorat";
    public static final String BANK = "sel-bank";
    /** Officer, both heads and finance at once. */
    public static final String EVERYTHING = "sel-rangkap";
    public static final String PASSWORD = "Rahasia-uji-123";

    private final Offices offices;
    private final Regions regions;
    private final CoverFixture covers;
    private final Workflow workflow;
    private final ClaimStage claimStage;
    private final ClaimDesk desk;
    private final InjuryDesk injuryDesk;
    private final AccountDesk accounts;
    private final ClaimReopening reopening;
    private final Supplements supplements;
    private final Claims claims;
    private final FieldChecks fieldChecks;
    private final TaskService tasks;
    private final HistoryService history;
    private final ManagementService jobs;
    private final JdbcClient jdbc;
    private int heirs;
    private boolean set;

    SupplementStage(Offices offices, Regions regions, CoverFixture covers, Workflow workflow, ClaimStage claimStage, ClaimDesk desk,
            InjuryDesk injuryDesk, AccountDesk accounts, ClaimReopening reopening, Supplements supplements, Claims claims,
            FieldChecks fieldChecks, TaskService tasks, HistoryService history, ManagementService jobs, JdbcClient jdbc) {
        this.offices = offices;
        this.regions = regions;
        this.covers = covers;
        this.workflow = workflow;
        this.claimStage = claimStage;
        this.desk = desk;
        this.injuryDesk = injuryDesk;
        this.accounts = accounts;
        this.reopening = reopening;
        this.supplements = supplements;
        this.claims = claims;
        this.fieldChecks = fieldChecks;
        this.tasks = tasks;
        this.history = history;
        this.jobs = jobs;
        this.jdbc = jdbc;
    }

    public synchronized void set() {
        claimStage.set();
        if (set) {
            return;
        }
        regions.replace(2025, csv("""
                code,name,kind,district_code,district_name,regency_code,regency_name,province_code,province_name
                77.01.01.2001,Uji Selisih,desa,77.01.01,Hulu,77.01,Kabupaten Selisih,77,Provinsi Selisih
                """));
        regions.assignBranches(csv("branch,regency_code\nuji-selisih,77.01\n"));
        List<Appointment> all = new ArrayList<>(List.of(of(OPERATOR, Role.OPERATOR, VILLAGE), of(OFFICER, Role.BPJS_VERIFIKATOR, BRANCH),
                of(HEAD, Role.BPJS_KABID, BRANCH), of(BRANCH_HEAD, Role.BPJS_KACAB, BRANCH), of(FINANCE, Role.BPJS_KEUANGAN, BRANCH),
                of(AUDITOR, Role.INSPEKTORAT, ""), of(BANK, Role.BANK, "")));
        for (Role role : List.of(Role.BPJS_VERIFIKATOR, Role.BPJS_KABID, Role.BPJS_KACAB, Role.BPJS_KEUANGAN)) {
            all.add(of(EVERYTHING, role, BRANCH));
        }
        offices.appoint(all, List.of(), user -> PASSWORD);
        set = true;
    }

    private static Appointment of(String user, Role role, String area) {
        return new Appointment(1, user, "Pejabat " + user, role, area, LocalDate.of(2020, 1, 1), null, "SK-UJI");
    }

    public LocalDate today() {
        return claimStage.today();
    }

    public UUID document(String user, String kind) {
        return claimStage.document(user, kind);
    }

    private Worker covered(LocalDate from) {
        return covers.covered(VILLAGE, from, today().plusMonths(2));
    }

    List<ClaimForm.HeirForm> children(int count) {
        List<ClaimForm.HeirForm> all = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            all.add(new ClaimForm.HeirForm("Anak Selisih " + (i + 1), "770101410180%04d".formatted(++heirs), "CHILD", "770000%04d".formatted(heirs)));
        }
        return all;
    }

    /** A death in the second month of membership: the funeral was paid, to two children. */
    public UUID reducedClaim() {
        return paid(approvedReduced());
    }

    /** The same, paid a month after its last day. */
    UUID lateReducedClaim() {
        UUID claim = approvedReduced();
        approve(claim);
        jdbc.sql("update claim_claim set pay_by = pay_by - 30 where id = :id").param("id", claim).update();
        pay(claim);
        return claim;
    }

    private UUID approvedReduced() {
        Worker worker = covered(today().minusMonths(1));
        UUID claim = file(new ClaimForm("JKM", worker.nik(), today().toString(), "ILLNESS", new ClaimForm.ReporterForm("Pelapor Uji", null, null),
                children(2), List.of()));
        completes("claim-approval", OFFICER, claim, "UserTask_CheckCompleteness", "complete", true);
        fieldChecks.ofClaim(claim).ifPresent(check -> completes(FieldChecks.KEY, OFFICER, check.id(), "UserTask_CheckField", "approved", true,
                "note", "Kepala dusun membenarkan", "documentIds", document(OFFICER, "LAPORAN_LAPANGAN").toString()));
        return claim;
    }

    /** A right thumb lost, to a worker of a million a month who lives: Rp12.000.000 and a month of inability. */
    public UUID disabledClaim() {
        LocalDate accident = today().minusDays(100);
        UUID claim = accident(accident);
        workflow.actingAs(OFFICER, () -> injuryDesk.examine(claim, word("PARTIAL_DISABILITY", today())
                .disabled("THUMB", "RIGHT", "ANATOMICAL", null).unable(1, 0).form()));
        return decidedAndPaid(claim);
    }

    /** An accident at work that is treated. */
    public UUID accident(LocalDate day) {
        return file(AccidentFixture.form(covered(day.minusMonths(4)), day, "WORK_ACCIDENT", List.of()));
    }

    /** The same, of a worker who has named no account yet. */
    UUID accidentWithoutAccount(LocalDate day) {
        ClaimForm form = AccidentFixture.form(covered(day.minusMonths(4)), day, "WORK_ACCIDENT", List.of());
        return file(new ClaimForm(form.programme(), form.workerNik(), form.eventDate(), form.cause(), form.reporter(), form.heirs(), form.documents(),
                form.accidentAt(), form.place(), form.chronology(), null, form.incomeBase(), null));
    }

    private UUID file(ClaimForm form) {
        List<UUID> filed = new ArrayList<>();
        workflow.actingAs(OPERATOR, () -> filed.add(desk.file(form, false).id()));
        return filed.get(0);
    }

    /** The doctor has spoken. */
    UUID decidedAndPaid(UUID claim) {
        completes("claim-approval", OFFICER, claim, "UserTask_RecordStageTwo", "note", null);
        completes("claim-approval", OFFICER, claim, "UserTask_CheckCompleteness", "complete", true);
        return paid(claim);
    }

    private UUID paid(UUID claim) {
        approve(claim);
        pay(claim);
        return claim;
    }

    private void approve(UUID claim) {
        completes("claim-approval", OFFICER, claim, "UserTask_ConfirmBenefit", "approved", true);
        completes("claim-approval", HEAD, claim, "UserTask_ApproveClaim", "approved", true);
        if (waitsAt(claim).contains("UserTask_ApproveAboveLimit")) {
            completes("claim-approval", BRANCH_HEAD, claim, "UserTask_ApproveAboveLimit", "approved", true);
        }
    }

    private void pay(UUID claim) {
        claimStage.bankKnows(claim);
        completes("claim-approval", FINANCE, claim, "UserTask_PayClaim", "bankReference", "SEL/" + claim.toString().substring(0, 8));
        runs(claim);
    }

    /** A mediation found that the amount was wrong. */
    public UUID reopened(UUID claim) {
        reopening.recalculate(claim, "Mediasi: jumlah keliru", "UU 24/2011 Pasal 49", "sel-kanwil", "Pejabat Kantor Wilayah");
        return supplements.open(claim).orElseThrow().id();
    }

    SupplementCalculation.Calculated calculated(String user, UUID supplement, SupplementFacts facts, SupplementDesk supplementDesk) {
        List<SupplementCalculation.Calculated> results = new ArrayList<>();
        workflow.actingAs(user, () -> results.add(supplementDesk.calculate(supplement, facts)));
        return results.get(0);
    }

    void completes(String process, String user, UUID caseId, String element, Object... fields) {
        Map<String, Object> variables = new HashMap<>();
        for (int i = 0; i < fields.length; i += 2) {
            variables.put((String) fields[i], fields[i + 1]);
        }
        workflow.actingAs(user, () -> workflow.complete(process, caseId, element, variables));
    }

    void bankSays(UUID claim, int payee, String account, String holder) {
        workflow.actingAs(BANK, () -> accounts.bankAnswers(claims.get(claim).number(), payee, account, null, holder));
    }

    void bankKnows(UUID claim, int place) {
        claimStage.bankKnows(claim, place);
    }

    List<String> waitsAt(UUID caseId) {
        return tasks.createTaskQuery().processInstanceBusinessKey(caseId.toString()).list().stream().map(Task::getTaskDefinitionKey).toList();
    }

    public void clearDesks() {
        claimStage.clearDesks(BRANCH);
    }

    public String numberOf(UUID claim) {
        return claims.get(claim).number();
    }

    /** What is to be done without anybody. */
    public void runs(UUID caseId) {
        String process = history.createHistoricProcessInstanceQuery().processInstanceBusinessKey(caseId.toString()).singleResult().getId();
        jobs.createJobQuery().processInstanceId(process).messages().list().forEach(job -> jobs.executeJob(job.getId()));
    }

    private static ByteArrayInputStream csv(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
