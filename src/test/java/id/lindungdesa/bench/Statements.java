package id.lindungdesa.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;

/** Which statements a village costs when it is opened, and a task when it is completed: where to look, no goal. */
final class Statements {

    private final BenchApplication application;
    private final People people;

    Statements(BenchApplication application) {
        this.application = application;
        this.people = application.people();
    }

    Report run(int villages) throws Exception {
        Province province = new Province("36", villages);
        province.load(application, people, true);
        Report report = new Report("Statements to the database (%d villages)".formatted(villages));
        String warm = province.drafted(people, 2025);
        open(warm);
        String decree = province.drafted(people, 2026);
        application.counter().begin();
        open(decree);
        tell(report, "village opened", villages);
        Map<String, JsonNode> tasks = new java.util.LinkedHashMap<>();
        for (String village : province.villages()) {
            tasks.put(village, people.get("list", "operator-" + village, "/engine-rest/task?taskDefinitionKey=UserTask_PrepareRequest").get(0));
        }
        Map<String, String> documents = new java.util.LinkedHashMap<>();
        for (String village : province.villages()) {
            documents.put(village, people.document("operator-" + village, "SURAT_PERMOHONAN"));
        }
        application.counter().begin();
        for (String village : province.villages()) {
            people.post("complete", "operator-" + village, "/engine-rest/task/" + tasks.get(village).get("id").asText() + "/complete",
                    Map.of("variables", Map.of("requestedRupiah", Map.of("value", Province.GRANT),
                            "documentIds", Map.of("value", documents.get(village)))));
        }
        tell(report, "request completed (POST complete)", villages);
        Map<String, JsonNode> signing = new java.util.LinkedHashMap<>();
        application.counter().begin();
        for (String village : province.villages()) {
            signing.put(village, people.get("list", "kades-" + village, "/engine-rest/task?taskDefinitionKey=UserTask_SignRequest").get(0));
        }
        tell(report, "task found (GET task?taskDefinitionKey)", villages);
        application.counter().begin();
        for (String village : province.villages()) {
            people.get("sheet", "kades-" + village, "/api/tasks/" + signing.get(village).get("id").asText() + "/sheet");
        }
        tell(report, "sheet opened", villages);
        application.counter().begin();
        for (String village : province.villages()) {
            people.post("complete", "kades-" + village, "/engine-rest/task/" + signing.get(village).get("id").asText() + "/complete",
                    Map.of("variables", Map.of("approved", Map.of("value", true))));
        }
        tell(report, "signature completed (POST complete)", villages);
        application.counter().begin();
        String job = people.send("upload", "bpjs-ar-" + province.branch(), "PUT", "/api/workers",
                Files.readAllBytes(RosterFile.of(province, "statements")), "text/csv").get("id").asText();
        People.await("import", () -> application.jdbc().sql("select state from enrolment_import where id = :id::uuid").param("id", job)
                .query(String.class).single().equals("DONE"));
        tell(report, "village whose workers are imported", villages);
        people.steps().forEach((step, times) -> report.line("%s: %d times, median %s ms", step, times.count(), Report.number(times.median())));
        return report;
    }

    private void open(String decree) {
        people.work("gubernur", "UserTask_SignDecree", decree, Map.of("approved", true));
        People.await("opening", 10, () -> application.jdbc()
                .sql("select end_time_ is not null from act_hi_procinst where business_key_ = :decree")
                .param("decree", decree).query(Boolean.class).single());
    }

    private void tell(Report report, String what, int by) {
        List<StatementCounter.Counted> counted = application.counter().end();
        report.line("");
        report.line("Per %s: %s statements, %s ms in the database driver", what,
                Report.number(counted.stream().mapToLong(StatementCounter.Counted::calls).sum() / (double) by),
                Report.number(counted.stream().mapToDouble(StatementCounter.Counted::millis).sum() / by));
        report.table("calls", "ms", "statement");
        counted.stream().limit(25).forEach(one -> report.row(one.calls() / (double) by, one.millis() / by,
                "`" + one.sql().substring(0, Math.min(150, one.sql().length())) + "`"));
    }
}
