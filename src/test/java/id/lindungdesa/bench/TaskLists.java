package id.lindungdesa.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.lindungdesa.identity.Accounts;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.IdentityService;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A village official's two task lists, page and count, while other villages have few open tasks or many: through the
 * engine's API as he is logged in, and through the addresses that Tasklist calls in his session.
 */
final class TaskLists {

    private static final int OWN = 50;
    private static final int CALLS = 200;
    private static final int PAGE = 15;

    private final BenchApplication application;
    private final People people;
    private final JdbcClient jdbc;

    TaskLists(BenchApplication application) {
        this.application = application;
        this.people = application.people();
        this.jdbc = application.jdbc();
    }

    Report run(int few, int many, int rounds) throws Exception {
        Province own = new Province("36", 1);
        own.load(application, people, true);
        Province others = new Province("37", few);
        others.load(application, people, false);
        String official = "operator-" + own.villages().get(0);
        for (int i = 0; i < OWN; i++) {
            open(own);
        }
        String task = people.get("list", official, "/engine-rest/task").get(0).get("id").asText();
        people.post("claim", official, "/engine-rest/task/" + task + "/claim", Map.of("userId", official));
        String decree = open(others);
        CopiedCases rows = new CopiedCases(application);
        rows.take(decree);

        Map<String, Callable<?>> calls = calls(official);
        Map<String, Times> withFew = new LinkedHashMap<>();
        Map<String, Times> withMany = new LinkedHashMap<>();
        measure(calls, new LinkedHashMap<>());
        measure(calls, new LinkedHashMap<>());
        for (int round = 0; round < rounds; round++) {
            jdbc.sql("vacuum analyze").update();
            measure(calls, withFew);
            multiply(rows, few, many);
            measure(calls, withMany);
            if (round < rounds - 1) {
                takeBack();
            }
        }
        Report report = new Report("Task lists of an official with %d tasks, others with %,d and with %,d (%d rounds of %d calls; ms)"
                .formatted(OWN, few, tasks() - OWN, rounds, CALLS));
        report.table("call", "few: median (95 %)", "many: median (95 %)", "ratio");
        calls.keySet().forEach(call -> report.row(call, twoOf(withFew.get(call)), twoOf(withMany.get(call)),
                withMany.get(call).median() / withFew.get(call).median()));
        return report;
    }

    private static String twoOf(Times times) {
        return "%s (%s)".formatted(Report.number(times.median()), Report.number(times.percentile(95)));
    }

    private static void measure(Map<String, Callable<?>> calls, Map<String, Times> into) throws Exception {
        for (int i = 0; i < CALLS; i++) {
            for (var call : calls.entrySet()) {
                into.computeIfAbsent(call.getKey(), one -> new Times()).time(call.getValue());
            }
        }
    }

    /** Page and count of both filters, each through both doors. */
    private Map<String, Callable<?>> calls(String official) throws Exception {
        FilterService filters = application.bean(FilterService.class);
        Accounts accounts = application.bean(Accounts.class);
        Session session = new Session(application.port(), official);
        Map<String, Callable<?>> calls = new LinkedHashMap<>();
        for (var filter : filters.createTaskFilterQuery().orderByFilterName().desc().list()) {
            String id = filter.getId();
            calls.put("engine: " + filter.getName() + ", page", () -> as(official, accounts, () -> filters.listPage(id, null, 0, PAGE)));
            calls.put("engine: " + filter.getName() + ", count", () -> as(official, accounts, () -> filters.count(id)));
            String path = "/camunda/api/engine/engine/default/filter/" + id;
            calls.put("Tasklist: " + filter.getName() + ", page", () -> session.post(path + "/list?firstResult=0&maxResults=" + PAGE));
            calls.put("Tasklist: " + filter.getName() + ", count", () -> session.post(path + "/count"));
            calls.put("REST: " + filter.getName() + ", page", () -> people.get("page", official,
                    "/engine-rest/filter/" + id + "/list?firstResult=0&maxResults=" + PAGE));
        }
        return calls;
    }

    private Object as(String official, Accounts accounts, Callable<?> call) throws Exception {
        IdentityService identity = application.bean(IdentityService.class);
        identity.setAuthentication(official, accounts.groupsOf(official));
        try {
            return call.call();
        } finally {
            identity.clearAuthentication();
        }
    }

    private String open(Province province) {
        String decree = province.drafted(people, 2026);
        people.work("gubernur", "UserTask_SignDecree", decree, Map.of("approved", true));
        People.await("opening", 10, () -> jdbc.sql("select end_time_ is not null from act_hi_procinst where business_key_ = :decree")
                .param("decree", decree).query(Boolean.class).single());
        return decree;
    }

    /** Copies of the others' open tasks, each copy for villages of its own, until there are as many as asked. */
    private void multiply(CopiedCases rows, int few, int many) {
        for (int copy = 1; copy * few < many; copy++) {
            rows.copyTasks("-k" + copy);
        }
        jdbc.sql("vacuum analyze").update();
    }

    private void takeBack() {
        for (String table : List.of("act_ru_identitylink", "act_ru_variable", "act_ru_task", "act_ru_authorization", "act_ru_execution")) {
            jdbc.sql("delete from %s where id_ like '%%-k%%'".formatted(table)).update();
        }
    }

    private long tasks() {
        return jdbc.sql("select count(*) from act_ru_task").query(Long.class).single();
    }

    /** Logged in to Tasklist as a browser is. */
    private static final class Session {

        private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
        private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).cookieHandler(cookies).build();
        private final String root;

        private Session(int port, String user) throws Exception {
            root = "http://127.0.0.1:" + port;
            send(HttpRequest.newBuilder(URI.create(root + "/camunda/app/tasklist/default/")));
            send(HttpRequest.newBuilder(URI.create(root + "/camunda/api/admin/auth/user/default/login/tasklist"))
                    .header("Content-Type", "application/x-www-form-urlencoded").header("X-XSRF-TOKEN", token())
                    .POST(BodyPublishers.ofString("username=%s&password=%s".formatted(user, BenchApplication.PASSWORD))));
            send(HttpRequest.newBuilder(URI.create(root + "/camunda/api/engine/engine/")));
        }

        private JsonNode post(String path) throws Exception {
            return send(HttpRequest.newBuilder(URI.create(root + path)).header("Content-Type", "application/json")
                    .header("Accept", "application/json").header("X-XSRF-TOKEN", token()).POST(BodyPublishers.ofString("{}")));
        }

        private String token() {
            return cookies.getCookieStore().getCookies().stream().filter(cookie -> cookie.getName().equals("XSRF-TOKEN"))
                    .map(HttpCookie::getValue).findFirst().orElseThrow();
        }

        private JsonNode send(HttpRequest.Builder request) throws Exception {
            var answer = http.send(request.build(), BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new IllegalStateException("%d %s".formatted(answer.statusCode(), answer.body()));
            }
            return answer.body().startsWith("[") || answer.body().startsWith("{") ? new ObjectMapper().readTree(answer.body()) : null;
        }
    }
}
