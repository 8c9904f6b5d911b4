package id.lindungdesa.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import id.lindungdesa.TestSchema;
import id.lindungdesa.refusal.Refusal;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.json.MappingJackson2HttpMessageConverter;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockPart;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.RequestBuilder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

class OncePerKeyTest {

    private static final Instant NOON = Instant.parse("2022-10-03T05:00:00Z");
    private static final String CLAIM = "{\"name\": \"Siti\", \"rupiah\": 5}";
    private static DataSource source;

    private final JdbcClient jdbc = JdbcClient.create(source);
    private final Desk desk = new Desk(jdbc);
    private MockMvc mvc;

    @BeforeAll
    static void database() {
        source = TestSchema.fresh("rest_test");
        JdbcClient.create(source).sql("""
                create table claim (id uuid primary key, name text,
                                    once text unique deferrable initially deferred)
                """).update();
    }

    @BeforeEach
    void edge() {
        jdbc.sql("truncate claim, rest_idempotency").update();
        mvc = edge(Duration.ofSeconds(20), NOON);
    }

    @Test
    void aPostSentTwiceHappensOnce() throws Exception {
        MockHttpServletResponse first = perform(claim("k1", CLAIM));
        MockHttpServletResponse second = perform(claim("k1", CLAIM));

        assertThat(first.getStatus()).isEqualTo(201);
        assertThat(second.getStatus()).isEqualTo(201);
        assertThat(second.getHeader("Location")).isEqualTo(first.getHeader("Location")).isNotNull();
        assertThat(second.getHeader(OncePerKey.REPLAYED)).isEqualTo("true");
        assertThat(id(second)).isEqualTo(id(first));
        assertThat(claims()).isEqualTo(1);
    }

    @Test
    void nothingPersonalIsKept() throws Exception {
        MockHttpServletResponse first = perform(claim("k1", CLAIM));

        assertThat(first.getContentAsString()).contains("Siti");
        assertThat(jdbc.sql("select rest_idempotency::text from rest_idempotency").query(String.class).single())
                .doesNotContain("Siti").contains(id(first));
        assertThat(perform(claim("k1", CLAIM)).getContentAsString())
                .contains("\"number\":\"K-1\"").contains("\"rupiah\":5").doesNotContain("Siti");
    }

    @Test
    void anotherBodyUnderTheKeyIsRefused() throws Exception {
        perform(claim("k1", CLAIM));

        MockHttpServletResponse other = perform(claim("k1", CLAIM.replace("5", "6")));

        assertThat(other.getStatus()).isEqualTo(422);
        assertThat(other.getContentAsString()).contains("IDEMPOTENCY_KEY_REUSED");
        assertThat(perform(post("/api/other").with(user("siti")).header(OncePerKey.KEY, "k1")
                .contentType(MediaType.APPLICATION_JSON).content(CLAIM)).getStatus()).isEqualTo(422);
        assertThat(claims()).isEqualTo(1);
    }

    @Test
    void keysBelongToTheirUser() throws Exception {
        perform(claim("k1", CLAIM));

        perform(claim("k1", CLAIM).with(user("budi")));

        assertThat(claims()).isEqualTo(2);
    }

    @Test
    void withoutAKeyEveryPostCounts() throws Exception {
        perform(post("/api/claims").with(user("siti")).contentType(MediaType.APPLICATION_JSON).content(CLAIM));
        perform(post("/api/claims").with(user("siti")).contentType(MediaType.APPLICATION_JSON).content(CLAIM));

        assertThat(claims()).isEqualTo(2);
    }

    @Test
    void quotesTakeNoKey() throws Exception {
        for (int i = 0; i < 2; i++) {
            assertThat(perform(post("/api/premiums/quote").with(user("siti")).header(OncePerKey.KEY, "k1")
                    .contentType(MediaType.APPLICATION_JSON).content("{\"i\": %d}".formatted(i))).getStatus()).isEqualTo(200);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/refused", "/api/broken"})
    void whatFailedIsUndoneAndMayBeSentAgain(String path) throws Exception {
        desk.failing = true;
        MockHttpServletResponse failed = perform(post(path).with(user("siti")).header(OncePerKey.KEY, "k1"));
        assertThat(failed.getStatus()).isGreaterThanOrEqualTo(400);
        assertThat(claims()).isZero();

        desk.failing = false;
        MockHttpServletResponse again = perform(post(path).with(user("siti")).header(OncePerKey.KEY, "k1"));

        assertThat(again.getStatus()).isEqualTo(200);
        assertThat(claims()).isEqualTo(1);
    }

    @Test
    void whatFailsAtTheVeryEndIsToldAndUndone() throws Exception {
        perform(post("/api/late").with(user("siti")).header(OncePerKey.KEY, "k1"));

        MockHttpServletResponse late = perform(post("/api/late").with(user("siti")).header(OncePerKey.KEY, "k2"));

        assertThat(late.getStatus()).isEqualTo(409);
        assertThat(late.getContentType()).startsWith("application/problem+json");
        assertThat(late.getContentAsString()).startsWith("{").contains("DATA_CONFLICT").doesNotContain("K-1");
        assertThat(claims()).isEqualTo(1);
    }

    @Test
    void twentyAtOnceAreOne() throws Exception {
        ExecutorService senders = Executors.newFixedThreadPool(8);
        try {
            List<Callable<String>> posts = IntStream.range(0, 20)
                    .mapToObj(i -> (Callable<String>) () -> id(perform(claim("k1", CLAIM)))).toList();

            List<String> ids = senders.invokeAll(posts).stream().map(OncePerKeyTest::value).distinct().toList();

            assertThat(ids).hasSize(1);
            assertThat(claims()).isEqualTo(1);
        } finally {
            senders.shutdown();
        }
    }

    @Test
    void whoWaitsTooLongIsToldSo() throws Exception {
        MockMvc impatient = edge(Duration.ofMillis(200), NOON);
        desk.hold = new CountDownLatch(1);
        ExecutorService sender = Executors.newSingleThreadExecutor();
        try {
            Future<MockHttpServletResponse> first = sender.submit(() -> perform(claim("k1", CLAIM)));
            assertThat(desk.entered.await(10, TimeUnit.SECONDS)).isTrue();

            MockHttpServletResponse second = impatient.perform(claim("k1", CLAIM)).andReturn().getResponse();
            desk.hold.countDown();

            assertThat(second.getStatus()).isEqualTo(409);
            assertThat(second.getContentAsString()).contains("IN_PROGRESS");
            assertThat(first.get().getStatus()).isEqualTo(201);
            assertThat(claims()).isEqualTo(1);
        } finally {
            sender.shutdown();
        }
    }

    @Test
    void partsCountAndNotTheirBoundary() throws Exception {
        MockHttpServletResponse first = perform(upload("k1", "one", "kind", "RAB"));
        MockHttpServletResponse again = perform(upload("k1", "one", "kind", "RAB").contentType("multipart/form-data; boundary=other"));
        MockHttpServletResponse other = perform(upload("k1", "two", "kind", "RAB"));
        MockHttpServletResponse kind = perform(upload("k1", "one", "kind", "SPJ"));

        assertThat(id(again)).isEqualTo(id(first));
        assertThat(other.getStatus()).isEqualTo(422);
        assertThat(kind.getStatus()).isEqualTo(422);
        assertThat(claims()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "two words", "Ünïcode"})
    void refusesOddKeys(String key) throws Exception {
        assertThat(perform(claim(key, CLAIM)).getContentAsString()).contains("IDEMPOTENCY_KEY_INVALID");
        assertThat(perform(claim("x".repeat(256), CLAIM)).getStatus()).isEqualTo(422);
        assertThat(claims()).isZero();
    }

    @Test
    void aBodyHasALimit() throws Exception {
        assertThat(perform(claim("k1", "{\"name\": \"" + "x".repeat(2000) + "\"}")).getStatus()).isEqualTo(413);
        assertThat(claims()).isZero();
    }

    @Test
    void keysAreForgottenAfterAWeek() throws Exception {
        perform(claim("k1", CLAIM));

        new SentPosts(jdbc, Clock.fixed(NOON.plus(Duration.ofDays(6)), ZoneId.of("UTC"))).forgetOld();
        assertThat(jdbc.sql("select count(*) from rest_idempotency").query(Long.class).single()).isEqualTo(1);
        new SentPosts(jdbc, Clock.fixed(NOON.plus(Duration.ofDays(8)), ZoneId.of("UTC"))).forgetOld();
        assertThat(jdbc.sql("select count(*) from rest_idempotency").query(Long.class).single()).isZero();
    }

    private MockMvc edge(Duration patience, Instant now) {
        Problems problems = new Problems(new StaticListableBeanFactory(Map.of()).getBeanProvider(KnownFailures.class));
        var json = ProblemsTest.strictMapper();
        OncePerKey filter = new OncePerKey(new SentPosts(jdbc, Clock.fixed(now, ZoneId.of("UTC"))),
                new TransactionTemplate(new DataSourceTransactionManager(source)), new ProblemWriter(json, problems), json,
                1000, patience);
        return MockMvcBuilders.standaloneSetup(desk).addFilters(filter).setControllerAdvice(new ProblemAdvice(problems))
                .setMessageConverters(new MappingJackson2HttpMessageConverter(json)).build();
    }

    private MockHttpServletResponse perform(RequestBuilder request) throws Exception {
        return mvc.perform(request).andReturn().getResponse();
    }

    private static MockHttpServletRequestBuilder claim(String key, String body) {
        return post("/api/claims").with(user("siti")).header(OncePerKey.KEY, key)
                .contentType(MediaType.APPLICATION_JSON).content(body);
    }

    private static AbstractMockHttpServletRequestBuilder<?> upload(String key,
            String content, String field, String value) {
        return multipart("/api/documents")
                .part(new MockPart("file", "a.pdf", content.getBytes(StandardCharsets.UTF_8)))
                .part(new MockPart(field, value.getBytes(StandardCharsets.UTF_8)))
                .with(user("siti")).header(OncePerKey.KEY, key);
    }

    private static RequestPostProcessor user(String name) {
        return request -> {
            request.setRemoteUser(name);
            return request;
        };
    }

    private long claims() {
        return jdbc.sql("select count(*) from claim").query(Long.class).single();
    }

    private static String id(MockHttpServletResponse response) throws Exception {
        return ProblemsTest.strictMapper().readTree(response.getContentAsString()).get("id").asText();
    }

    private static <T> T value(Future<T> future) {
        try {
            return future.get();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    @RestController
    static class Desk {

        private final JdbcClient jdbc;
        private final CountDownLatch entered = new CountDownLatch(1);
        private volatile CountDownLatch hold = new CountDownLatch(0);
        private volatile boolean failing;

        Desk(JdbcClient jdbc) {
            this.jdbc = jdbc;
        }

        record Request(String name, Long rupiah) {}

        record Answer(UUID id, String number, String name, Long rupiah) {}

        @PostMapping("/api/claims")
        ResponseEntity<Answer> file(@RequestBody Request request) throws InterruptedException {
            UUID id = add(null);
            entered.countDown();
            assertThat(hold.await(20, TimeUnit.SECONDS)).isTrue();
            return ResponseEntity.created(URI.create("/api/claims/" + id))
                    .body(new Answer(id, "K-1", request.name(), request.rupiah()));
        }

        @PostMapping("/api/other")
        UUID other(@RequestBody Request request) {
            return add(null);
        }

        @PostMapping("/api/premiums/quote")
        Map<String, Object> quote(@RequestBody Map<String, Object> request) {
            return request;
        }

        @PostMapping("/api/documents")
        Answer document(@RequestPart MultipartFile file) {
            return new Answer(add(null), "D-1", null, file.getSize());
        }

        @PostMapping("/api/refused")
        Answer refused() {
            UUID id = add(null);
            if (failing) {
                throw Refusal.invalid("SALAH", "Ini salah.");
            }
            return new Answer(id, "K-1", null, 0L);
        }

        @PostMapping("/api/broken")
        Answer broken() {
            UUID id = add(null);
            if (failing) {
                throw new IllegalStateException("a bug");
            }
            return new Answer(id, "K-1", null, 0L);
        }

        /** Breaks a constraint that is checked at commit only. */
        @PostMapping("/api/late")
        Answer late() {
            return new Answer(add("same"), "K-1", null, 0L);
        }

        private UUID add(String once) {
            UUID id = UUID.randomUUID();
            jdbc.sql("insert into claim (id, once) values (:id, :once)").param("id", id).param("once", once).update();
            return id;
        }
    }
}
