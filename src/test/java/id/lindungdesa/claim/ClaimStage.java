package id.lindungdesa.claim;

import id.lindungdesa.benefit.Relation;
import id.lindungdesa.calendar.WorkingDays;
import id.lindungdesa.document.Documents;
import id.lindungdesa.enrolment.Worker;
import id.lindungdesa.identity.Appointment;
import id.lindungdesa.identity.Offices;
import id.lindungdesa.identity.Role;
import id.lindungdesa.money.Rupiah;
import id.lindungdesa.premium.CoverFixture;
import id.lindungdesa.refusal.Refusal;
import id.lindungdesa.region.Regions;
import id.lindungdesa.workflow.Workflow;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

/** Two villages under two branches of an invented province 94, their officials, covered workers and claims. */
@Component
public class ClaimStage {

    public static final String VILLAGE = "94.01.01.2001";
    public static final String ELSEWHERE = "94.02.01.2001";
    public static final String BRANCH = "uji-klaim";
    public static final String OTHER_BRANCH = "uji-lain";
    public static final String PASSWORD = "Rahasia-uji-123";

    public static final String OPERATOR = "k-operator";
    public static final String KADES = "k-kades";
    public static final String OPERATOR_ELSEWHERE = "k-operator-lain";
    public static final String OFFICER = "k-verifikator";
    public static final String OFFICER_ELSEWHERE = "k-verifikator-lain";
    public static final String HEAD = "k-kabid";
    public static final String BRANCH_HEAD = "k-kacab";
    public static final String FINANCE = "k-keuangan";
    public static final String AUDITOR = "k-inspektorat";
    public static final String CAMAT = "k-camat";
    public static final String BANK = "k-bank";
    /** Holds every office of the branch at once. */
    public static final String EVERYTHING = "k-rangkap";

    private final Offices offices;
    private final Regions regions;
    private final CoverFixture covers;
    private final Documents documents;
    private final Workflow workflow;
    private final ClaimDesk desk;
    private final FieldChecks fieldChecks;
    private final Claims claims;
    private final Payees payees;
    private final AccountDesk accounts;
    private final AccountChecks checks;
    private final BankReports reports;
    private final RuntimeService runtime;
    private final TaskService tasks;
    private final Clock clock;
    private boolean set;

    ClaimStage(Offices offices, Regions regions, CoverFixture covers, Documents documents, Workflow workflow, ClaimDesk desk,
            Claims claims, Payees payees, AccountDesk accounts, AccountChecks checks, BankReports reports, FieldChecks fieldChecks,
            RuntimeService runtime, TaskService tasks, Clock clock) {
        this.offices = offices;
        this.regions = regions;
        this.covers = covers;
        this.documents = documents;
        this.workflow = workflow;
        this.desk = desk;
        this.fieldChecks = fieldChecks;
        this.claims = claims;
        this.payees = payees;
        this.accounts = accounts;
        this.checks = checks;
        this.reports = reports;
        this.runtime = runtime;
        this.tasks = tasks;
        this.clock = clock;
    }

    public synchronized void set() {
        if (set) {
            return;
        }
        regions.replace(2025, csv("""
                code,name,kind,district_code,district_name,regency_code,regency_name,province_code,province_name
                94.01.01.2001,Uji Klaim,desa,94.01.01,Hulu,94.01,Kabupaten Klaim,94,Provinsi Klaim
                94.02.01.2001,Uji Lain,desa,94.02.01,Hilir,94.02,Kabupaten Lain,94,Provinsi Klaim
                """));
        regions.assignBranches(csv("branch,regency_code\nuji-klaim,94.01\nuji-lain,94.02\n"));
        List<Appointment> all = new ArrayList<>(List.of(
                of(OPERATOR, Role.OPERATOR, VILLAGE), of(KADES, Role.KADES, VILLAGE),
                of(OPERATOR_ELSEWHERE, Role.OPERATOR, ELSEWHERE), of(OFFICER, Role.BPJS_VERIFIKATOR, BRANCH),
                of(OFFICER_ELSEWHERE, Role.BPJS_VERIFIKATOR, OTHER_BRANCH), of(HEAD, Role.BPJS_KABID, BRANCH),
                of(BRANCH_HEAD, Role.BPJS_KACAB, BRANCH), of(FINANCE, Role.BPJS_KEUANGAN, BRANCH),
                of(AUDITOR, Role.INSPEKTORAT, ""), of(CAMAT, Role.CAMAT, "94.01.01"),
                of(BANK, Role.BANK, "")));
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
        return LocalDate.ofInstant(clock.instant(), WorkingDays.JAKARTA);
    }

    /** Covered for half a year and still is: a full benefit. */
    public Worker coveredWorker() {
        return covers.covered(VILLAGE, today().minusMonths(6), today().plusMonths(1));
    }

    Worker coveredFor(LocalDate from, LocalDate through) {
        return covers.covered(VILLAGE, from, through);
    }

    Worker uncoveredWorker() {
        return covers.worker(VILLAGE, today().minusMonths(6).atTime(9, 0).atZone(WorkingDays.JAKARTA).toInstant());
    }

    ClaimForm form(Worker worker, LocalDate died, Relation... heirs) {
        List<ClaimForm.HeirForm> forms = new ArrayList<>();
        for (int i = 0; i < heirs.length; i++) {
            forms.add(new ClaimForm.HeirForm("Ahli Waris " + (i + 1), heirNik(worker, i + 1), heirs[i].name(),
                    "123456789" + i));
        }
        return new ClaimForm("JKM", worker.nik(), died.toString(), "ILLNESS",
                new ClaimForm.ReporterForm("Pelapor Uji", "0812000000", "SPOUSE"), forms, List.of());
    }

    /** The same for the same worker, and nobody is an heir of many. */
    private static String heirNik(Worker worker, int place) {
        long bits = worker.id().getMostSignificantBits() >>> 8;
        // born between 1950 and 1999: who may be a child is asked for his birth date
        return "9401%02d%02d%02d%02d%02d%02d".formatted(bits % 100, 1 + bits / 100 % 28, 1 + bits / 2_800 % 12,
                50 + bits / 33_600 % 50, bits / 1_680_000 % 100, place);
    }

    /** Files a claim as the village's operator; its process begins. */
    UUID filed(Worker worker, Relation... heirs) {
        return file(OPERATOR, form(worker, today(), heirs), false).id();
    }

    Claim file(String user, ClaimForm form, boolean draft) {
        List<Claim> filed = new ArrayList<>();
        workflow.actingAs(user, () -> filed.add(desk.file(form, draft)));
        return filed.get(0);
    }

    UUID document(String user, String kind) {
        List<UUID> stored = new ArrayList<>();
        workflow.actingAs(user, () -> stored.add(documents.store(new ByteArrayInputStream(
                "%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n".getBytes(StandardCharsets.US_ASCII)), kind + ".pdf", kind).id()));
        return stored.get(0);
    }

    /** An officer goes and looks at a claim that shows signs of risk, and finds it true. */
    void looksOnTheSpot(String user, UUID claim) {
        UUID check = fieldChecks.ofClaim(claim).orElseThrow().id();
        String report = document(user, "LAPORAN_LAPANGAN").toString();
        workflow.actingAs(user, () -> workflow.complete(FieldChecks.KEY, check, "UserTask_CheckField",
                Map.of("approved", true, "note", "Kepala dusun membenarkan", "documentIds", report)));
    }

    /** The user completes the claim's open task of that element; fields as name, value, name, value. */
    void completes(String user, UUID claim, String element, Object... fields) {
        Map<String, Object> variables = new HashMap<>();
        for (int i = 0; i < fields.length; i += 2) {
            variables.put((String) fields[i], fields[i + 1]);
        }
        if (element.equals("UserTask_PayClaim")) {
            bankKnows(claim);
            // a bank gives no reference twice
            variables.computeIfPresent("bankReference", (name, typed) -> typed.toString().isBlank() ? typed
                    : typed + "/" + claim.toString().substring(0, 8));
        }
        workflow.actingAs(user, () -> workflow.complete("claim-approval", claim, element, variables));
    }

    /** Checked and proposed by {@link #OFFICER}; it waits for the head of service. */
    public UUID proposed() {
        UUID claim = filed(coveredWorker(), Relation.SPOUSE);
        completes(OFFICER, claim, "UserTask_CheckCompleteness", "complete", true);
        completes(OFFICER, claim, "UserTask_ConfirmBenefit", "approved", true);
        return claim;
    }

    /** Ready to be paid, to two children of equal parts. */
    public UUID approvedForTwoChildren() {
        UUID claim = filed(coveredWorker(), Relation.CHILD, Relation.CHILD);
        completes(OFFICER, claim, "UserTask_CheckCompleteness", "complete", true);
        completes(OFFICER, claim, "UserTask_ConfirmBenefit", "approved", true);
        completes(HEAD, claim, "UserTask_ApproveClaim", "approved", true);
        completes(BRANCH_HEAD, claim, "UserTask_ApproveAboveLimit", "approved", true);
        return claim;
    }

    public String numberOf(UUID claim) {
        return claims.get(claim).number();
    }

    /** The bank reports that a transfer came back; the correction's id. */
    public UUID bankReturns(String reference, long rupiah) {
        List<UUID> opened = new ArrayList<>();
        workflow.actingAs(BANK, () -> opened.add(reports.returned(reference, Rupiah.of(rupiah), "Rekening ditutup", today()).id()));
        return opened.get(0);
    }

    /** The bank names the right holder of every account that it was not asked about yet. */
    public void bankKnows(UUID claimId) {
        String number = claims.get(claimId).number();
        workflow.actingAs(BANK, () -> payees.unpaid(claimId).stream().filter(Payee::isPerson).filter(payee -> payee.account() != null
                && checks.latest(claimId, payee.place(), payee.account()).isEmpty()).forEach(payee ->
                        accounts.bankAnswers(number, payee.place(), payee.account(), null, payee.receiver())));
    }

    /** That officer brings the family's other account where the bank names another holder. */
    public void replacesAccount(String officer, UUID check, String account) {
        UUID paper = document(officer, "DOKUMEN_REKENING");
        workflow.actingAs(officer, () -> {
            accounts.propose(check, account, "Rekening keliru", List.of(paper));
            workflow.complete(AccountDesk.CLEARANCE, check, "UserTask_ReviewAccount", Map.of());
        });
    }

    /** The same of somebody who is paid beside the claim: the worker for his months, the guardian of a child. */
    public void bankKnows(UUID claimId, int place) {
        String number = claims.get(claimId).number();
        Payee payee = payees.person(claimId, place).orElseThrow();
        workflow.actingAs(BANK, () -> accounts.bankAnswers(number, place, payee.account(), null, payee.receiver()));
    }

    /** Takes what other tests left out of the lists of this branch: a browser shows the first page of a list only. */
    public void clearDesks() {
        clearDesks(BRANCH);
    }

    void clearDesks(String branch) {
        for (Role role : List.of(Role.BPJS_VERIFIKATOR, Role.BPJS_KABID, Role.BPJS_KACAB, Role.BPJS_KEUANGAN)) {
            tasks.createTaskQuery().taskCandidateGroup(role.group(branch)).includeAssignedTasks().list().stream()
                    .map(Task::getProcessInstanceId).distinct()
                    .forEach(process -> runtime.deleteProcessInstanceIfExists(process, "test over", true, true, true, true));
        }
    }

    /** Takes the open tasks of these claims out of everybody's list again. */
    void forget(Collection<UUID> claims) {
        claims.forEach(claim -> runtime.createProcessInstanceQuery().processInstanceBusinessKey(claim.toString()).list()
                .forEach(process -> runtime.deleteProcessInstance(process.getId(), "test over")));
    }

    /** Starts the process of a draft as Tasklist and the engine's REST do: by key, with the claim's id. */
    void starts(String user, String claimId) {
        workflow.actingAs(user, () -> {
            try {
                runtime.startProcessInstanceByKey("claim-approval", Map.of("claimId", claimId));
            } catch (RuntimeException e) {
                for (Throwable cause = e; cause != null; cause = cause.getCause()) {
                    if (cause instanceof Refusal refusal) {
                        throw refusal;
                    }
                }
                throw e;
            }
        });
    }

    private static ByteArrayInputStream csv(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
