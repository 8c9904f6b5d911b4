package id.lindungdesa.claim;

import id.lindungdesa.benefit.Shares;
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
import org.springframework.stereotype.Component;

/** Villages of an invented province 16 under a branch of their own, so that signs of risk meet no other test's claims. */
@Component
public class KindStage {

    public static final String VILLAGE = "16.91.01.2001";
    public static final String OTHER_VILLAGE = "16.91.01.2002";
    public static final String BRANCH = "uji-ragam";
    public static final String OPERATOR = "r-operator";
    public static final String OFFICER = "r-verifikator";
    public static final String SECOND_OFFICER = "r-verifikator-dua";
    public static final String HEAD = "r-kabid";
    public static final String BRANCH_HEAD = "r-kacab";
    public static final String FINANCE = "r-keuangan";
    public static final String PASSWORD = "Rahasia-uji-123";

    private final Offices offices;
    private final Regions regions;
    private final CoverFixture covers;
    private final Workflow workflow;
    private final ClaimDesk desk;
    private final InjuryDesk injuryDesk;
    private final ClaimStage claimStage;
    private final TaskService tasks;
    private final HistoryService history;
    private final ManagementService jobs;
    private boolean set;
    private int heirs;

    KindStage(Offices offices, Regions regions, CoverFixture covers, Workflow workflow, ClaimDesk desk, InjuryDesk injuryDesk,
            ClaimStage claimStage, TaskService tasks, HistoryService history, ManagementService jobs) {
        this.offices = offices;
        this.regions = regions;
        this.covers = covers;
        this.workflow = workflow;
        this.desk = desk;
        this.injuryDesk = injuryDesk;
        this.claimStage = claimStage;
        this.tasks = tasks;
        this.history = history;
        this.jobs = jobs;
    }

    /** The bank names the right holder of every account of that claim. */
    void bankKnows(UUID claim) {
        claimStage.set();
        claimStage.bankKnows(claim);
    }

    /** And of the worker himself, for his months. */
    void bankKnowsWorker(UUID claim) {
        claimStage.set();
        claimStage.bankKnows(claim, Shares.WORKER);
    }

    public synchronized void set() {
        if (set) {
            return;
        }
        regions.replace(2025, csv("""
                code,name,kind,district_code,district_name,regency_code,regency_name,province_code,province_name
                16.91.01.2001,Uji Ragam,desa,16.91.01,Hulu,16.91,Kabupaten Ragam,16,Provinsi Ragam
                16.91.01.2002,Uji Ragam Dua,desa,16.91.01,Hulu,16.91,Kabupaten Ragam,16,Provinsi Ragam
                """));
        regions.assignBranches(csv("branch,regency_code\nuji-ragam,16.91\n"));
        offices.appoint(List.of(of(OPERATOR, Role.OPERATOR, VILLAGE), of(OPERATOR + "-dua", Role.OPERATOR, OTHER_VILLAGE),
                of(OFFICER, Role.BPJS_VERIFIKATOR, BRANCH), of(SECOND_OFFICER, Role.BPJS_VERIFIKATOR, BRANCH),
                of(HEAD, Role.BPJS_KABID, BRANCH), of(BRANCH_HEAD, Role.BPJS_KACAB, BRANCH), of(FINANCE, Role.BPJS_KEUANGAN, BRANCH)),
                List.of(), user -> PASSWORD);
        set = true;
    }

    /** Holds that office too, or stands in for whoever holds it, until tomorrow. */
    void appoint(String user, Role role) {
        offices.appoint(List.of(new Appointment(1, user, "Pejabat " + user, role, BRANCH, LocalDate.of(2020, 1, 1), today().plusDays(1),
                "SK-PLH")), List.of(), name -> PASSWORD);
    }

    private static Appointment of(String user, Role role, String area) {
        return new Appointment(1, user, "Pejabat " + user, role, area, LocalDate.of(2020, 1, 1), null, "SK-UJI");
    }

    public LocalDate today() {
        return claimStage.today();
    }

    public Worker covered(LocalDate from) {
        return covered(VILLAGE, from);
    }

    Worker covered(String village, LocalDate from) {
        return covers.covered(village, from, today().plusMonths(1));
    }

    /** A widow whom no other claim names. */
    List<ClaimForm.HeirForm> widow() {
        return List.of(new ClaimForm.HeirForm("Janda Ragam", "169101410180%04d".formatted(++heirs), "SPOUSE", "123456789"));
    }

    ClaimForm death(Worker worker, List<ClaimForm.HeirForm> heirs) {
        return new ClaimForm("JKM", worker.nik(), today().toString(), "OTHER", new ClaimForm.ReporterForm("Pelapor Uji", null, null), heirs,
                List.of());
    }

    Claim file(ClaimForm form, String village) {
        List<Claim> filed = new ArrayList<>();
        workflow.actingAs(village.equals(VILLAGE) ? OPERATOR : OPERATOR + "-dua", () -> filed.add(desk.file(form, false)));
        return filed.get(0);
    }

    void examine(UUID claim, StageTwoForm form) {
        workflow.actingAs(OFFICER, () -> injuryDesk.examine(claim, form));
    }

    UUID document(String user, String kind) {
        return claimStage.document(user, kind);
    }

    void completes(String process, String user, UUID caseId, String element, Object... fields) {
        Map<String, Object> variables = new HashMap<>();
        for (int i = 0; i < fields.length; i += 2) {
            variables.put((String) fields[i], fields[i + 1]);
        }
        workflow.actingAs(user, () -> workflow.complete(process, caseId, element, variables));
    }

    List<String> waitsAt(UUID caseId) {
        return tasks.createTaskQuery().processInstanceBusinessKey(caseId.toString()).list().stream().map(Task::getTaskDefinitionKey).toList();
    }

    /** What is to be done without anybody; timers only where they are asked for. */
    void runs(UUID caseId, boolean timers) {
        String process = history.createHistoricProcessInstanceQuery().processInstanceBusinessKey(caseId.toString()).singleResult().getId();
        var query = jobs.createJobQuery().processInstanceId(process);
        (timers ? query.timers() : query.messages()).list().forEach(job -> jobs.executeJob(job.getId()));
    }

    private static ByteArrayInputStream csv(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
