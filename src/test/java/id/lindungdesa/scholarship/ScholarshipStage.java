package id.lindungdesa.scholarship;

import id.lindungdesa.calendar.WorkingDays;
import id.lindungdesa.claim.ClaimStage;
import id.lindungdesa.claim.PaidClaimFixture;
import id.lindungdesa.claim.PaidClaimFixture.Paid;
import id.lindungdesa.document.Documents;
import id.lindungdesa.identity.Appointment;
import id.lindungdesa.identity.Offices;
import id.lindungdesa.identity.Role;
import id.lindungdesa.region.Regions;
import id.lindungdesa.scholarship.ScholarshipForm.ChildForm;
import id.lindungdesa.scholarship.ScholarshipForm.GuardianForm;
import id.lindungdesa.workflow.Workflow;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Job;
import org.springframework.context.ApplicationContext;
import org.springframework.stereotype.Component;

/** Two villages under two branches of an invented province 19, their officials, paid claims and children. */
@Component
public class ScholarshipStage {

    public static final String VILLAGE = "19.01.01.2001";
    public static final String BRANCH = "uji-beasiswa";
    public static final String PASSWORD = "Rahasia-uji-123";
    public static final String OPERATOR = "b-operator";
    public static final String OPERATOR_ELSEWHERE = "b-operator-lain";
    public static final String OFFICER = "b-verifikator";
    public static final String HEAD = "b-kabid";
    public static final String FINANCE = "b-keuangan";
    public static final String BRANCH_HEAD = "b-kacab";
    public static final String BANK = "b-bank";
    /** Holds every office of the branch at once. */
    public static final String EVERYTHING = "b-rangkap";

    static final List<String> FIRST_PAPERS = List.of("FORMULIR_BEASISWA", "AKTA_KELAHIRAN", "KK", "KTP_WALI", "BUKU_TABUNGAN");
    static final List<String> YEARLY_PAPERS = List.of("SURAT_SEKOLAH", "RAPOR", "SURAT_PERNYATAAN");

    private final AtomicInteger serial = new AtomicInteger();
    private final Offices offices;
    private final Regions regions;
    private final PaidClaimFixture paidClaims;
    private final Documents documents;
    private final Workflow workflow;
    private final ScholarshipDesk desk;
    private final RuntimeService runtime;
    private final ManagementService jobs;
    private final Clock clock;
    private final ApplicationContext context;
    private boolean set;

    ScholarshipStage(Offices offices, Regions regions, PaidClaimFixture paidClaims, Documents documents, Workflow workflow,
            ScholarshipDesk desk, RuntimeService runtime, ManagementService jobs, Clock clock,
            ApplicationContext context) {
        this.offices = offices;
        this.regions = regions;
        this.paidClaims = paidClaims;
        this.documents = documents;
        this.workflow = workflow;
        this.desk = desk;
        this.runtime = runtime;
        this.jobs = jobs;
        this.clock = clock;
        this.context = context;
    }

    /** The bank names the guardian as the holder of his account. */
    public void bankKnows(UUID year) {
        ClaimStage claims = context.getBean(ClaimStage.class);
        claims.set();
        Scholarship child = context.getBean(Scholarships.class).get(context.getBean(SchoolYears.class).get(year).scholarshipId());
        claims.bankKnows(child.claimId(), GuardianAccounts.placeOf(child));
    }

    /** The officer brings the family's other account for one whose holder the bank names differently. */
    void replacesAccount(UUID check, String account) {
        context.getBean(ClaimStage.class).replacesAccount(OFFICER, check, account);
    }

    public synchronized void set() {
        if (set) {
            return;
        }
        regions.replace(2025, csv("""
                code,name,kind,district_code,district_name,regency_code,regency_name,province_code,province_name
                19.01.01.2001,Uji Beasiswa,desa,19.01.01,Hulu,19.01,Kabupaten Beasiswa,19,Provinsi Beasiswa
                19.02.01.2001,Uji Sebelah,desa,19.02.01,Hilir,19.02,Kabupaten Sebelah,19,Provinsi Beasiswa
                """));
        regions.assignBranches(csv("branch,regency_code\nuji-beasiswa,19.01\nuji-sebelah,19.02\n"));
        List<Appointment> all = new ArrayList<>(List.of(of(OPERATOR, Role.OPERATOR, VILLAGE),
                of(OPERATOR_ELSEWHERE, Role.OPERATOR, "19.02.01.2001"), of(OFFICER, Role.BPJS_VERIFIKATOR, BRANCH),
                of(HEAD, Role.BPJS_KABID, BRANCH), of(FINANCE, Role.BPJS_KEUANGAN, BRANCH),
                of(BRANCH_HEAD, Role.BPJS_KACAB, BRANCH), of(BANK, Role.BANK, "")));
        for (Role role : List.of(Role.BPJS_VERIFIKATOR, Role.BPJS_KABID, Role.BPJS_KEUANGAN)) {
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

    int schoolYear() {
        return SchoolCalendar.yearOf(today(), 7);
    }

    /** A death after three years of contribution, paid. */
    public Paid claim() {
        return paidClaims.jkm(VILLAGE, BRANCH, today().minusYears(2), 36);
    }

    Paid accident(String component) {
        return paidClaims.jkk(VILLAGE, BRANCH, today().minusMonths(1), component);
    }

    Paid claimAfter(int months) {
        return paidClaims.jkm(VILLAGE, BRANCH, today().minusDays(20), months);
    }

    Paid unpaid() {
        return paidClaims.unpaid(VILLAGE, BRANCH, today().minusDays(20), 36);
    }

    public String nik() {
        return "190101%010d".formatted(serial.incrementAndGet());
    }

    ChildForm child(int age, Boolean nominated) {
        int number = serial.incrementAndGet();
        return new ChildForm("Anak Uji " + number, "190101%010d".formatted(number), today().minusYears(age).minusDays(40).toString(), nominated);
    }

    ScholarshipForm form(Paid claim, ChildForm... children) {
        return new ScholarshipForm(claim.number(), new GuardianForm("Wali Uji", "1901014705850001", "7778889990"),
                Arrays.asList(children), List.of());
    }

    /** Registers one child of that age as the village's operator; the case of its first school year, begun. */
    SchoolYear registered(Paid claim, int age) {
        return as(OPERATOR, () -> desk.register(form(claim, child(age, true)))).accepted().get(0).year();
    }

    <T> T as(String user, Supplier<T> action) {
        List<T> found = new ArrayList<>();
        workflow.actingAs(user, () -> found.add(action.get()));
        return found.get(0);
    }

    String documents(String user, List<String> kinds) {
        return as(user, () -> kinds.stream().map(kind -> documents.store(new ByteArrayInputStream(
                "%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n".getBytes(StandardCharsets.US_ASCII)), kind + ".pdf", kind).id().toString())
                .collect(Collectors.joining(",")));
    }

    /** The user completes the year's open task of that element; fields as name, value, name, value. */
    void completes(String user, UUID year, String element, Object... fields) {
        completes("scholarship-payment", user, year, element, fields);
    }

    /** The same on a report about a child. */
    void decides(String user, UUID change, String element, Object... fields) {
        completes("scholarship-change", user, change, element, fields);
    }

    private void completes(String process, String user, UUID id, String element, Object... fields) {
        Map<String, Object> variables = new HashMap<>();
        for (int i = 0; i < fields.length; i += 2) {
            variables.put((String) fields[i], fields[i + 1]);
        }
        workflow.actingAs(user, () -> workflow.complete(process, id, element, variables));
    }

    /** The operator proves the year with every paper; what the child does as name, value. */
    void proves(UUID year, String level, long grade, Object... more) {
        Map<String, Object> fields = new HashMap<>(Map.of("level", level, "grade", grade, "married", "NO", "working", "NO",
                "documentIds", documents(OPERATOR, java.util.stream.Stream.concat(FIRST_PAPERS.stream(), YEARLY_PAPERS.stream()).toList())));
        for (int i = 0; i < more.length; i += 2) {
            fields.put((String) more[i], more[i + 1]);
        }
        workflow.actingAs(OPERATOR, () -> workflow.complete("scholarship-payment", year, "UserTask_BringProof", fields));
    }

    /** A school year that {@link #OFFICER} checked; it waits for the head of service. */
    public UUID checkedYear() {
        UUID year = registered(claim(), 13).id();
        proves(year, "SMP", 8);
        completes(OFFICER, year, "UserTask_CheckProof", "complete", true);
        return year;
    }

    void checksAndApproves(UUID year) {
        completes(OFFICER, year, "UserTask_CheckProof", "complete", true);
        completes(HEAD, year, "UserTask_ApproveScholarship", "approved", true);
    }

    void pays(UUID year) {
        bankKnows(year);
        completes(FINANCE, year, "UserTask_PayScholarship", "bankReference", "BNI/B-1");
        jobs.executeJob(job(year, "ServiceTask_PayScholarship").getId());
    }

    /** The timer or save point at which the year's process waits. */
    Job job(UUID year, String element) {
        String process = runtime.createProcessInstanceQuery().processInstanceBusinessKey(year.toString()).singleResult().getId();
        return jobs.createJobQuery().processInstanceId(process).activityId(element).singleResult();
    }

    public void passes(UUID year, String element) {
        jobs.executeJob(job(year, element).getId());
    }

    private static ByteArrayInputStream csv(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
