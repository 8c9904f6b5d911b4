package id.lindungdesa.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import id.lindungdesa.LindungDesaTest;
import id.lindungdesa.access.Cast.Answer;
import id.lindungdesa.access.Matrix.Row;
import id.lindungdesa.identity.Role;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.web.servlet.error.ErrorController;
import org.springframework.context.ApplicationContext;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Every endpoint of our controllers by everybody, on real cases here; whom it is not for is told nothing, whatever he sends. */
@LindungDesaTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ApiMatrixTest {

    private static final String MULTIPART = "multipart/form-data; boundary=batas";
    private static final String FILE = "--batas\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.csv\"\r\n"
            + "Content-Type: text/csv\r\n\r\nnik\r\n--batas--\r\n";
    private static final String PART = "--batas\r\nContent-Disposition: form-data; name=\"lain\"\r\n\r\nx\r\n--batas--\r\n";

    @Autowired
    ApplicationContext context;
    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping controllers;

    private AccessStage stage;

    /** A request that changes nothing, even when it is let in; the type of its body, or null. */
    private record Request(String path, String body, String type) {}

    @BeforeAll
    void realCases() {
        stage = AccessStage.in(context);
    }

    @TestFactory
    Stream<DynamicNode> endpoints() {
        Map<String, List<Row>> byCase = Matrix.read().table("Our interface").stream().collect(Collectors.groupingBy(
                row -> "%s %s (%s)".formatted(row.get("Method"), row.get("Path"), row.get("Of")), LinkedHashMap::new, Collectors.toList()));
        return byCase.entrySet().stream().map(one -> dynamicContainer(one.getKey(), stage.cast().concerned(holders(one.getValue())).stream()
                .map(persona -> dynamicTest(persona.toString(), () -> {
                    if (one.getValue().stream().anyMatch(row -> row.who().includes(persona))) {
                        letIn(persona, one.getValue().get(0));
                    } else {
                        keptOut(persona, one.getValue());
                    }
                }))));
    }

    /** Whose colleagues elsewhere are asked too: those whom an area limits. */
    private static Set<Role> holders(List<Row> rows) {
        return rows.stream().filter(row -> row.who().own()).flatMap(row -> row.who().roles().stream()).collect(Collectors.toSet());
    }

    private void letIn(Persona persona, Row row) {
        Request request = request(row);
        Answer answer = stage.cast().ask(persona, row.get("Method"), request.path(), request.body(), request.type());
        assertThat(answer.closed() || answer.status() >= 500).as(answer.toString()).isFalse();
    }

    /** Garbage names no case: only whoever lacks the office, not just the area, is refused for anything he sends. */
    private void keptOut(Persona persona, List<Row> rows) {
        Row row = rows.get(0);
        Request request = request(row);
        boolean officeOnly = rows.stream().anyMatch(one -> one.who().roles().contains(persona.role()));
        List<String> bodies = new ArrayList<>();
        bodies.add(request.body());
        if (request.body() != null && !officeOnly && !request.type().equals(MULTIPART)) {
            bodies.add("{\u0000");
        }
        for (String body : bodies) {
            Answer answer = stage.cast().ask(persona, row.get("Method"), request.path(), body, request.type());
            assertThat(answer.closed()).as(answer.toString()).isTrue();
        }
    }

    private Request request(Row row) {
        OneOfEach story = stage.story();
        String path = row.get("Path");
        return switch (row.get("Method") + " " + path) {
            case "PUT /api/regions/{edition}" -> new Request("/api/regions/2019", "code\n1\n", "text/csv");
            case "GET /api/regions/{edition}", "GET /api/regions/{edition}/villages" -> get(path.replace("{edition}", "2019"));
            case "PUT /api/branches", "PUT /api/offices" -> new Request(path, "code\n1\n", "text/csv");
            case "GET /api/offices", "GET /api/offices/handovers", "GET /api/offices/tasks-without-candidate", "GET /api/offices/vacancies", "GET /api/offices/work", "GET /api/me/offices",
                    "GET /api/tasks/reassignments" -> get(path);
            case "GET /api/offices/terms", "GET /api/offices/work/tasks", "GET /api/me/deputies" -> get(path + "?role=camat&area=30.01.01");
            case "POST /api/offices/appointments", "POST /api/offices/handovers", "POST /api/offices/deputies", "POST /api/me/absences",
                    "POST /api/tasks/reassignments" -> json(path, "{}");
            case "POST /api/offices/terms/{id}/end", "POST /api/offices/handovers/{id}/cancellation", "POST /api/me/absences/{id}/end" ->
                    json(path.replace("{id}", "00000000-0000-0000-0000-000000000000"), "{}");
            case "GET /api/deadlines" -> get(path + "?from=2026-01-05&workingDays=3&calendar=bpjs");
            case "POST /api/documents", "POST /api/decrees" -> new Request(path, PART, MULTIPART);
            case "GET /api/documents/{id}" -> get("/api/documents/" + story.made(switch (row.get("Of")) {
                case "uploaded, in no case yet" -> "looseDocument";
                case "a village's request" -> "requestDocument";
                case "a premium case" -> "premiumDocument";
                case "a claim" -> "claimDocument";
                case "a scholarship" -> "scholarshipDocument";
                case "a complaint" -> "complaintDocument";
                default -> throw new IllegalStateException(row.get("Of"));
            }));
            case "GET /api/letters/{id}" -> get("/api/letters/" + story.made(
                    row.get("Of").equals("of a claim") ? "letter" : "scholarshipLetter"));
            case "GET /api/bulk-decisions/kinds", "GET /api/bulk-decisions" -> get(path);
            case "GET /api/bulk-decisions/candidates" -> get(path + "?process=village-grant&element=UserTask_VerifyRequest");
            case "POST /api/bulk-decisions" -> json(path, "{}");
            case "GET /api/bulk-decisions/{id}", "GET /api/bulk-decisions/{id}/results" -> get(path.replace("{id}", story.made("bulkDecision")));
            case "GET /surat", "GET /api/notices" -> get(path);
            case "POST /api/notices/{id}/tries" -> json("/api/notices/00000000-0000-0000-0000-000000000000/tries", "");
            case "GET /surat/{code}" -> get("/surat/" + story.made("letterCode"));
            case "GET /adukan/{code}" -> get("/adukan/" + story.made("letterCode"));
            case "POST /adukan/{code}" -> new Request("/adukan/" + story.made("letterCode"), "subject=DELAY&text=kurang",
                    "application/x-www-form-urlencoded");
            case "POST /surat/{code}" -> new Request("/surat/" + story.made("letterCode"), FILE, MULTIPART);
            case "PUT /api/decrees/{id}" -> new Request("/api/decrees/" + story.made("draftDecree"), PART, MULTIPART);
            case "GET /api/decrees/{id}", "GET /api/trace/decrees/{id}" -> get(path.replace("{id}", story.made("decree")));
            case "GET /api/villages/{code}", "GET /api/villages/{code}/premiums", "GET /api/villages/{code}/worker-list" ->
                    get(path.replace("{code}", Cast.VILLAGE));
            case "POST /api/villages/{code}/workers" -> row.get("Of").equals("a form")
                    ? new Request(path.replace("{code}", Cast.VILLAGE), FILE, MULTIPART)
                    : new Request(path.replace("{code}", Cast.VILLAGE), "nik\n", "text/csv");
            case "GET /api/worker-lists/{id}/workers" -> get(path.replace("{id}", story.made("list")));
            case "POST /api/worker-lists/{id}/rejections" -> json(path.replace("{id}", story.made("list")), "[]");
            case "PUT /api/workers" -> new Request(path, "", "text/csv");
            case "GET /api/jobs/{id}", "GET /api/jobs/{id}/rejected" -> get(path.replace("{id}", story.made("job")));
            case "POST /api/premiums/quote", "POST /api/claims/assessment", "POST /api/bank/credits", "POST /api/insurer/confirmations",
                    "POST /api/bank/account-checks", "POST /api/bank/returns", "POST /api/bank/repayments" -> json(path, "{}");
            case "POST /api/premium-cases/{id}/rejections" ->
                    json(path.replace("{id}", story.made("premiumCase")), "{\"rejections\":[]}");
            case "POST /api/cover/lookup" -> json(path, "{\"nik\":\"3001010101800001\"}");
            case "POST /api/death-reports" -> json(path, "{\"workerNik\": \"%s\", \"diedOn\": \"%s\"}".formatted(story.made("deadNik"),
                    OneOfEach.today().plusDays(2)));
            case "GET /api/death-reports/{id}" -> get(path.replace("{id}", story.made("deathReport")));
            case "POST /api/death-reports/{id}/claim" -> json(path.replace("{id}", story.made("deathReport")), "{\"claimWanted\": false}");
            case "POST /api/complaints" -> json(path, "{\"claimNumber\": \"%s\", \"subject\": \"REJECTION\", \"text\": \"Bukan klaim yang ditolak.\", "
                    .formatted(story.made("claimNumber")) + "\"complainant\": {\"name\": \"Janda Uji\"}}");
            case "GET /api/complaints/{id}" -> get(path.replace("{id}", story.made("complaint")));
            case "POST /api/complaints/{id}/withdrawal" -> json(path.replace("{id}", story.made("complaint")), "{\"note\": null}");
            case "POST /api/claims" -> json(path, claimOfTomorrow(story.made("workerNik")));
            case "POST /api/claims/{id}/interim-payments" -> json(path.replace("{id}", story.made("injuryClaim")), "{}");
            case "POST /api/claims/{id}/stage-two" -> json(path.replace("{id}", story.made("injuryClaim")), "{}");
            case "POST /api/scholarships" -> json(path, """
                    {"claimNumber": "%s", "guardian": {"name": "Wali Uji", "nik": "3001014705850004", "account": "7654321"},
                     "children": [{"name": "Anak Uji", "nik": "3001010000000001", "birthDate": "2015-01-01", "nominated": false}]}"""
                    .formatted(story.made("scholarshipClaimNumber")));
            case "POST /api/school-years" -> json(path, "{\"claimNumber\": \"%s\", \"child\": \"9\"}"
                    .formatted(story.made("scholarshipClaimNumber")));
            case "POST /api/scholarship-changes" -> json(path, """
                    {"claimNumber": "%s", "child": "9", "kind": "MARRIED", "happenedOn": "2026-01-05",
                     "documents": ["00000000-0000-0000-0000-000000000000"]}""".formatted(story.made("scholarshipClaimNumber")));
            case "POST /api/claims/search" -> json(path, "{\"nik\":\"3001010101800001\"}");
            case "GET /api/reports/claims" -> get(path + "?branch=" + Cast.BRANCH);
            case "GET /api/claims/{id}/scholarships" -> get(path.replace("{id}", story.made("scholarshipClaim")));
            case "GET /api/bank/account-checks" -> get(path);
            case "POST /api/ceremonies" -> json(path, "{\"day\":\"%s\",\"place\":\"Balai desa\",\"claims\":[\"%s\"]}"
                    .formatted(OneOfEach.today().plusDays(1), story.number(story.made("claim"))));
            case "POST /api/premium-returns" -> json(path, "{\"claim\":\"%s\"}".formatted(story.number(story.made("claim"))));
            case "POST /api/heir-corrections" -> json(path, "{\"claim\":\"%s\",\"heirs\":[]}".formatted(story.number(story.made("claim"))));
            case "POST /api/disputes" -> json(path, "{\"claim\":\"%s\"}".formatted(story.number(story.made("claim"))));
            case "POST /api/disputes/{id}/settlement" -> json(path.replace("{id}", story.made("dispute")), "{}");
            case "POST /api/interim-payments/{id}/account", "POST /api/interim-payments/{id}/holder" ->
                    json(path.replace("{id}", story.made("interim")), "{}");
            case "POST /api/school-years/{id}/holder" -> json(path.replace("{id}", story.made("schoolYear")), "{}");
            case "POST /api/supplements/{id}/facts", "POST /api/supplements/{id}/payees" ->
                    json(path.replace("{id}", story.made("supplement")), "{}");
            case "POST /api/corrections/{id}/account" -> json(path.replace("{id}", story.made("correction")), "{}");
            case "POST /api/claims/{id}/payees", "POST /api/claims/{id}/overpayments" -> json(path.replace("{id}", story.made("claim")), "{}");
            case "POST /api/account-checks/{id}/proposal" -> json(path.replace("{id}", story.made("accountCheck")), "{}");
            case "POST /api/claims/{id}/papers" -> json(path.replace("{id}", story.made("waitingClaim")), "{\"papers\":[]}");
            case "POST /api/claims/{id}/pause", "POST /api/claims/{id}/resumption" ->
                    json(path.replace("{id}", story.made("waitingClaim")), "{\"cause\":\"COURT\",\"note\":\"menunggu\"}".replace(
                            path.endsWith("pause") ? "" : "\"cause\":\"COURT\",", ""));
            case "POST /api/claims/{id}/documents" -> json(path.replace("{id}", story.made("waitingClaim")), "{\"documents\":[]}");
            case "POST /api/claims/{id}/upload-links" -> json(path.replace("{id}", story.made("claim")), "{}");
            case "GET /api/claims/{id}/upload-links" -> get(path.replace("{id}", story.made("claim")));
            case "DELETE /api/claims/{id}/upload-links/{linkId}" -> get(path.replace("{id}", story.made("waitingClaim"))
                    .replace("{linkId}", story.link()));
            case "GET /unggah/{token}", "GET /unggah/{token}/papers" -> get(path.replace("{token}", story.made("uploadToken")));
            case "GET /unggah/aset/{file}" -> get("/unggah/aset/unggah.js");
            case "POST /unggah/{token}/documents" -> new Request(path.replace("{token}", story.made("uploadToken")) + "?kind=KTP",
                    "", "application/vnd.lindungdesa.file");
            case "POST /unggah/{token}/hand-in" -> json(path.replace("{token}", story.made("uploadToken")), "{}");
            case "GET /api/claims/{id}", "GET /api/claims/{id}/papers", "GET /api/trace/claims/{id}" -> get(path.replace("{id}", story.made("claim")));
            case "GET /api/work", "GET /api/work/elsewhere", "GET /api/start", "GET /api/start/menu" -> get(path);
            case "GET /api/start/{process}/{caseId}" -> get("/api/start/claim-approval/" + story.made("claim"));
            case "GET /api/work/cards" -> get(path + "?task=" + story.made("openTask"));
            case "GET /api/board", "GET /api/board/villages", "GET /api/board/work", "GET /api/board/offices", "GET /api/board/tasks",
                    "GET /api/board/claims", "GET /api/board/machinery", "GET /api/board/doors", "GET /api/board/checks" -> get(path);
            case "POST /api/board/checks" -> json(path, "{\"subject\":\"ledger-guards\"}");
            case "GET /api/board/search" -> get(path + "?number=" + Cast.VILLAGE);
            case "GET /api/tasks/{taskId}/sheet", "GET /api/tasks/{taskId}/standing" ->
                    get(path.replace("{taskId}", story.made("openTask")));
            case "GET /api/drafts/{place}", "DELETE /api/drafts/{place}" -> get("/api/drafts/start:trial");
            case "PUT /api/drafts/{place}" -> json("/api/drafts/start:trial", "{}");
            case "GET /api/trace/search" -> get(path + "?number=30.01.01.2001");
            case "GET /api/trace/chains/{kind}/{id}" -> get("/api/trace/chains/decree/" + story.made("decree"));
            case "GET /api/trace/transfers/{id}" -> get(path.replace("{id}", story.made("transfer")));
            case "PUT /api/me/password", "PUT /kata-sandi" -> json(path, "{}");
            case "GET /api/me/mail", "GET /api/mail-bounces", "DELETE /api/me/mail" -> get(path);
            case "PUT /api/me/mail", "POST /api/me/mail/confirmation", "POST /api/mail-bounces" -> json(path, "{}");
            case "PUT /api/users/{user}/mail" -> json(path.replace("{user}", "admin"), "{}");
            case "POST /api/users/{user}/password-reset" -> json(path.replace("{user}", "admin"), "{}");
            case "GET /api/rules" -> get(path);
            case "GET /api/rules/{decision}", "GET /api/rules/{decision}/table" -> get(path.replace("{decision}", "home-care-cap"));
            case "POST /api/rules/{decision}/versions" -> new Request(path.replace("{decision}", "home-care-cap"), PART, MULTIPART);
            case "POST /api/rule-versions" -> new Request(path, PART, MULTIPART);
            case "PUT /api/rule-versions/{id}" -> new Request(path.replace("{id}", story.made("rule")), PART, MULTIPART);
            case "GET /api/rules/{decision}/versions/{id}/difference" ->
                    get(path.replace("{decision}", "home-care-cap").replace("{id}", story.made("rule")));
            case "GET /", "GET /hukum", "GET /api/openapi", "GET /api/openapi.yaml", "GET /api/decrees", "GET /api/bank/expected-credits",
                    "GET /api/insurer/expected-payments" -> get(path);
            default -> throw new AssertionError("no request is known for " + row);
        };
    }

    private static String claimOfTomorrow(String nik) {
        return """
                {"programme": "JKM", "workerNik": "%s", "eventDate": "%s", "cause": "ILLNESS", "documents": [],
                 "reporter": {"name": "Pelapor Uji", "phone": "084000000001", "relation": "SPOUSE"},
                 "heirs": [{"name": "Janda Uji", "nik": "3001014705850003", "relation": "SPOUSE", "account": "1234567"}]}"""
                .formatted(nik, OneOfEach.today().plusDays(2));
    }

    private static Request get(String path) {
        return new Request(path, null, null);
    }

    private static Request json(String path, String body) {
        return new Request(path, body, "application/json");
    }

    @Test
    void everyEndpointHasItsRowAndEveryRowItsEndpoint() {
        Set<String> mapped = new TreeSet<>();
        controllers.getHandlerMethods().forEach((mapping, method) -> {
            boolean ofTests = String.valueOf(method.getBeanType().getProtectionDomain().getCodeSource()).contains("test-classes");
            boolean machinery = method.getBeanType().getPackageName().startsWith("org.springframework.boot")
                    || ErrorController.class.isAssignableFrom(method.getBeanType());
            if (!ofTests && !machinery) {
                for (String path : mapping.getPatternValues()) {
                    Set<RequestMethod> methods = mapping.getMethodsCondition().getMethods();
                    assertThat(methods).as(path + " answers every method").isNotEmpty();
                    methods.forEach(verb -> mapped.add(verb + " " + path));
                }
            }
        });
        assertThat(Matrix.read().table("Our interface").stream().map(row -> row.get("Method") + " " + row.get("Path")).distinct())
                .containsExactlyInAnyOrderElementsOf(mapped);
    }
}
