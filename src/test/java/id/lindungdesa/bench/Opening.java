package id.lindungdesa.bench;

import id.lindungdesa.regulation.DecreeEnactment;
import id.lindungdesa.workflow.Workflow;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.builder.CallActivityBuilder;

/**
 * The villages of one decree: from the governor's signature until each has its allocation, its ledger row, its case and
 * its first task. Rivals with the same child process: a parallel multi-instance call activity, each instance a job of its
 * own (exclusive, the engine's default, and not), or all in one transaction; and the same rows by plain SQL.
 */
final class Opening {

    private final BenchApplication application;
    private final People people;
    private final ProcessEngine engine;

    Opening(BenchApplication application) {
        this.application = application;
        this.people = application.people();
        this.engine = application.bean(ProcessEngine.class);
    }

    Report run(int villages, int rounds) throws Exception {
        Province province = new Province("36", villages);
        province.load(application, people, false);
        application.register("benchTasks", BenchTasks.class, new BenchTasks(application.jdbc()));
        deploy("exclusive", true, true);
        deploy("shared", true, false);
        deploy("at-once", false, false);
        CopiedCases rows = new CopiedCases(application);
        Times ours = new Times();
        Times exclusive = new Times();
        Times shared = new Times();
        Times atOnce = new Times();
        Times sql = new Times();
        warmUp();
        int copied = 0;
        for (int round = 0; round < rounds; round++) {
            String decree = opened(province, ours);
            if (round == 0) {
                rows.take(decree);
            }
            String other = signed(province);
            application.jdbc().sql("delete from regulation_allocation where decree_id = :other").param("other", UUID.fromString(other)).update();
            String mark = "-k" + round;
            copied = sql.time(() -> rows.copy(mark, other));
            multiInstance("at-once", province, atOnce);
            multiInstance("shared", province, shared);
            multiInstance("exclusive", province, exclusive);
        }
        Report report = new Report("Opening %,d villages (%d rounds; milliseconds: median, least–most)".formatted(villages, rounds));
        report.table("way", "ms", "against ours");
        row(report, "ours: one decree signed, until its last task stands", ours, ours);
        row(report, "multi-instance call activity, each instance a job (exclusive, the default)", exclusive, ours);
        row(report, "the same, jobs not exclusive", shared, ours);
        row(report, "multi-instance call activity, all in one transaction", atOnce, ours);
        row(report, "the same rows by insert … select (%,d rows, one transaction)".formatted(copied), sql, ours);
        return report;
    }

    private static void row(Report report, String way, Times times, Times ours) {
        report.row(way, times.spread(1), times.median() / ours.median());
    }

    private void warmUp() throws Exception {
        Province small = new Province("37", 60);
        small.load(application, people, false);
        for (int i = 0; i < 3; i++) {
            opened(small, new Times());
            multiInstance("shared", small, new Times());
        }
    }

    private String opened(Province province, Times times) throws Exception {
        String decree = province.drafted(people, 2026);
        times.time(() -> {
            people.work("gubernur", "UserTask_SignDecree", decree, Map.of("approved", true));
            People.await("opening", 10, () -> application.jdbc()
                    .sql("select end_time_ is not null from act_hi_procinst where business_key_ = :decree")
                    .param("decree", decree).query(Boolean.class).single());
            return null;
        });
        require(decree, province);
        return decree;
    }

    private void multiInstance(String way, Province province, Times times) throws Exception {
        String decree = signed(province);
        long before = tasks();
        times.time(() -> {
            engine.getRuntimeService().startProcessInstanceByKey("rival-" + way, decree, Map.of("decreeId", decree));
            People.await("multi-instance", 50, () -> tasks() - before >= province.villages().size());
            return null;
        });
        People.await("jobs", 50, () -> engine.getManagementService().createJobQuery().executable().count() == 0);
        require(decree, province);
    }

    /** A signed decree whose process was never started: the rivals put it in force themselves. */
    private String signed(Province province) {
        DecreeEnactment enactment = application.bean(DecreeEnactment.class);
        Workflow workflow = application.bean(Workflow.class);
        UUID decree = UUID.fromString(people.send("draft the decree", "dp3ap2-verifikator", "POST", "/api/decrees?draft=true",
                multipart(province), "multipart/form-data; boundary=ukur").get("id").asText());
        workflow.actingAs("dp3ap2-verifikator", () -> enactment.submit(decree));
        workflow.actingAs("biro-hukum", () -> enactment.review(decree, true, null));
        workflow.actingAs("sekda", () -> enactment.initial(decree, true, null));
        workflow.actingAs("gubernur", () -> enactment.sign(decree, true, null));
        return decree.toString();
    }

    private static byte[] multipart(Province province) {
        return Province.bytes(("--ukur\r\nContent-Disposition: form-data; name=\"decree\"\r\nContent-Type: application/json\r\n\r\n%s\r\n"
                + "--ukur\r\nContent-Disposition: form-data; name=\"annex\"; filename=\"a.csv\"\r\nContent-Type: text/csv\r\n\r\n%s\r\n--ukur--\r\n")
                .formatted(People.write(province.terms(2026)), province.annex()));
    }

    private long tasks() {
        return application.jdbc().sql("select count(*) from act_ru_task where task_def_key_ = 'UserTask_PrepareRequest'")
                .query(Long.class).single();
    }

    /** Each village has its case with its task, and its money stands in the treasury. */
    private void require(String decree, Province province) {
        long open = application.jdbc().sql("""
                select count(distinct line.id) from grant_disbursement line
                  join act_ru_execution process on process.business_key_ = line.id::text
                  join act_ru_task task on task.proc_inst_id_ = process.proc_inst_id_
                 where line.decree_id = :decree""").param("decree", UUID.fromString(decree)).query(Long.class).single();
        long money = application.jdbc().sql("select balance from report_ledger_account where path = :path")
                .param("path", "province/" + province.code() + "/treasury/" + decree).query(Long.class).single();
        if (open != province.villages().size() || money != open * Province.GRANT) {
            throw new IllegalStateException("%d cases and Rp%d".formatted(open, money));
        }
    }

    private void deploy(String way, boolean asJobs, boolean exclusive) {
        CallActivityBuilder call = Bpmn.createExecutableProcess("rival-" + way).camundaHistoryTimeToLiveString("P1D")
                .startEvent()
                .serviceTask().camundaAsyncBefore().camundaExpression("${decreeTasks.putInForce(decreeId)}")
                .serviceTask().camundaExpression("${benchTasks.addDisbursements(decreeId)}")
                .callActivity("villages").calledElement("village-grant").camundaIn("disbursementId", "disbursementId")
                .camundaInBusinessKey("${disbursementId}");
        var many = call.multiInstance().parallel().camundaCollection("${benchTasks.disbursements(decreeId)}")
                .camundaElementVariable("disbursementId");
        if (asJobs) {
            many.camundaAsyncBefore();
            many.getElement().setAttributeValueNs("http://camunda.org/schema/1.0/bpmn", "exclusive", Boolean.toString(exclusive));
        }
        BpmnModelInstance model = many.multiInstanceDone().endEvent().done();
        engine.getRepositoryService().createDeployment().addModelInstance("rival-" + way + ".bpmn", model).deploy();
    }
}
