package id.lindungdesa.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.fasterxml.jackson.databind.ObjectMapper;
import id.lindungdesa.refusal.Finding;
import id.lindungdesa.refusal.Refusal;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Positive;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.http.MediaType;
import org.springframework.http.converter.json.Jackson2ObjectMapperBuilder;
import org.springframework.http.converter.json.MappingJackson2HttpMessageConverter;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.RequestBuilder;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartFile;

@ExtendWith(OutputCaptureExtension.class)
class ProblemsTest {

    private static final String SECRET = "1501010101900001";

    private MockMvc mvc;

    @BeforeEach
    void edge() {
        StaticListableBeanFactory beans = new StaticListableBeanFactory(Map.of("engine", (KnownFailures) failure ->
                failure instanceof EngineFailure ? Optional.of(Refusal.conflict("ENGINE", "Sudah berubah."))
                        : Optional.empty()));
        mvc = MockMvcBuilders.standaloneSetup(new Desk())
                .setControllerAdvice(new ProblemAdvice(new Problems(beans.getBeanProvider(KnownFailures.class))))
                .setMessageConverters(new MappingJackson2HttpMessageConverter(strictMapper()))
                .build();
    }

    static ObjectMapper strictMapper() {
        Jackson2ObjectMapperBuilder builder = Jackson2ObjectMapperBuilder.json();
        new RestConfiguration().strictJson().customize(builder);
        return builder.build();
    }

    @ParameterizedTest
    @CsvSource({"INVALID,422", "FORBIDDEN,403", "NOT_FOUND,404", "CONFLICT,409"})
    void aRefusalIsAProblemOfItsKind(String kind, int status) throws Exception {
        refused(get("/api/refusals/" + kind), status, "SALAH")
                .andExpect(content().contentType(MediaType.APPLICATION_PROBLEM_JSON))
                .andExpect(jsonPath("$.type").value("urn:lindungdesa:problem:SALAH"))
                .andExpect(jsonPath("$.title").isNotEmpty())
                .andExpect(jsonPath("$.detail").value("Ini salah."))
                .andExpect(jsonPath("$.errors[0].line").value(7))
                .andExpect(jsonPath("$.errors[0].field").value("rupiah"))
                .andExpect(jsonPath("$.errors[0].code").value("NEGATIVE"))
                .andExpect(jsonPath("$.errors[0].message").value("Negatif."))
                .andExpect(jsonPath("$.errors[0].pointer").doesNotExist());
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"rupiah\": 100000000.5}", "{\"rupiah\": \"100.000.000\"}", "{\"rupiah\": \"100000000\"}",
            "{\"rupiah\": 1e8}", "{\"rupiah\": true}", "{\"rupiah\": \"\"}", "{\"rupiah\": 99999999999999999999}",
            "{\"rupiah\": [1]}"})
    void moneyIsAWholeNumber(String body) throws Exception {
        refused(body, "NOT_WHOLE_RUPIAH").andExpect(jsonPath("$.errors[0].pointer").value("/rupiah"))
                .andExpect(jsonPath("$.errors[0].field").value("rupiah"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "{'rupiah': 1, 'amount': 2}|UNKNOWN_FIELD|/amount",
            "{'rupiah': null}|REQUIRED|/rupiah",
            "{}|REQUIRED|/rupiah",
            "{'rupiah': 1, 'workers': 1.5}|WRONG_TYPE|/workers",
            "{'rupiah': 1, 'workers': '5'}|WRONG_TYPE|/workers",
            "{'rupiah': 1, 'nik': 1501010101900001}|WRONG_TYPE|/nik",
            "{'rupiah': 1, 'on': '2025-02-30'}|WRONG_TYPE|/on",
            "{'rupiah': 1, 'on': '1 Mei 2025'}|WRONG_TYPE|/on",
            "{'rupiah': 1, 'on': 20000}|WRONG_TYPE|/on",
            "{'rupiah': 1, 'payer': 'KING'}|UNKNOWN_VALUE|/payer",
            "{'rupiah': 1, 'payer': 0}|UNKNOWN_VALUE|/payer",
            "{'rupiah': 1, 'heirs': [{'name': 'A', 'share': 1}, {'name': 'B', 'share': 'x'}]}|NOT_WHOLE_RUPIAH|/heirs/1/share",
            "{'rupiah': 1, 'heirs': {}}|WRONG_TYPE|/heirs",
            "{'rupiah': 1, 'heirs': [{'name': 'A', 'share': -1}]}|SHARE_NEGATIVE|/heirs/0"})
    void namesTheFieldThatIsWrong(String body, String code, String pointer) throws Exception {
        refused(body.replace('\'', '"'), code).andExpect(jsonPath("$.errors[0].pointer").value(pointer))
                .andExpect(jsonPath("$.errors[0].code").value(code))
                .andExpect(content().string(not(containsString(SECRET))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "rupiah=1", "{\"rupiah\": 1} x", "{\"rupiah\": 1, \"rupiah\": 2}", "{\"rupiah\": 01}"})
    void refusesWhatIsNoJson(String body) throws Exception {
        refused(post("/api/bodies").contentType(MediaType.APPLICATION_JSON).content(body), 400, "MALFORMED_JSON");
    }

    @Test
    void refusesAMissingBody() throws Exception {
        refused(post("/api/bodies").contentType(MediaType.APPLICATION_JSON), 422, "BODY_MISSING");
    }

    @Test
    void namesEveryFieldThatBreaksAConstraint() throws Exception {
        refused(post("/api/checked").contentType(MediaType.APPLICATION_JSON)
                .content("{\"name\": \" \", \"lines\": [{\"rupiah\": 0}]}"), 422, "INVALID")
                .andExpect(jsonPath("$.errors", hasSize(2)))
                .andExpect(jsonPath("$.errors[?(@.pointer == '/name')].code").value("REQUIRED"))
                .andExpect(jsonPath("$.errors[?(@.pointer == '/lines/0/rupiah')].code").value("INVALID_VALUE"));
    }

    @Test
    void namesParametersAndParts() throws Exception {
        refused(get("/api/parameters"), 422, "PARAMETER_MISSING").andExpect(jsonPath("$.errors[0].field").value("year"));
        refused(get("/api/parameters?year=satu"), 422, "WRONG_TYPE").andExpect(jsonPath("$.errors[0].field").value("year"));
        refused(multipart("/api/parts"), 422, "PART_MISSING").andExpect(jsonPath("$.errors[0].field").value("file"));
    }

    @Test
    void anAddressThatNamesNothingIsNotFound() throws Exception {
        refused(get("/api/things/no-uuid"), 404, "NOT_FOUND");
        refused(get("/api/nothing"), 404, "NOT_FOUND");
    }

    @Test
    void refusesOtherWaysToCall() throws Exception {
        refused(post("/api/parameters"), 405, "METHOD_NOT_ALLOWED");
        refused(post("/api/bodies").contentType(MediaType.TEXT_PLAIN).content("x"), 415, "MEDIA_TYPE_NOT_SUPPORTED");
    }

    @ParameterizedTest
    @CsvSource({"constraint,409,DATA_CONFLICT", "lock,409,CONCURRENT_CHANGE", "large,413,DOCUMENT_TOO_LARGE",
            "denied,403,FORBIDDEN", "engine,409,ENGINE", "wrapped,422,SALAH", "bug,500,INTERNAL"})
    void readsFailures(String failure, int status, String code, CapturedOutput log) throws Exception {
        refused(get("/api/failures/" + failure), status, code)
                .andExpect(content().string(not(containsString(SECRET))));
        assertThat(log).doesNotContain(SECRET);
    }

    @Test
    void ourOwnFaultIsFoundInTheLogByItsNumber(CapturedOutput log) throws Exception {
        String body = mvc.perform(get("/api/failures/bug")).andReturn().getResponse().getContentAsString(StandardCharsets.UTF_8);
        Matcher number = Pattern.compile("[0-9a-f-]{36}").matcher(body);

        assertThat(number.find()).isTrue();
        assertThat(log).contains(number.group()).contains("IllegalStateException").contains("ProblemsTest$Desk.fail");
    }

    @Test
    void pagesHaveBounds() throws Exception {
        mvc.perform(get("/api/pages")).andExpect(content().string("\"0 50 unique\""));
        mvc.perform(get("/api/pages?page=2&size=500&sort=name,desc&sort=code")).andExpect(
                content().string("\"1000 500 name_column desc, code_column, unique\""));
        mvc.perform(get("/api/pages?sort=name,desc")).andExpect(content().string("\"0 50 name_column desc, unique\""));
        refused(get("/api/pages?size=501"), 422, "PAGE_SIZE_INVALID");
        refused(get("/api/pages?size=0"), 422, "PAGE_SIZE_INVALID");
        refused(get("/api/pages?page=-1"), 422, "PAGE_INVALID");
        refused(get("/api/pages?page=x"), 422, "WRONG_TYPE");
        refused(get("/api/pages?sort=nik;drop"), 422, "SORT_UNKNOWN");
    }

    private ResultActions refused(String body, String code) throws Exception {
        return refused(post("/api/bodies").contentType(MediaType.APPLICATION_JSON).content(body), 422, code);
    }

    private ResultActions refused(RequestBuilder request, int status, String code)
            throws Exception {
        return mvc.perform(request).andExpect(status().is(status)).andExpect(jsonPath("$.status").value(status))
                .andExpect(jsonPath("$.code").value(code)).andExpect(jsonPath("$.errors").isArray());
    }

    private static final class EngineFailure extends RuntimeException {}

    @RestController
    static class Desk {

        enum Payer { APBD, SELF }

        record Heir(String name, long share) {
            Heir {
                if (share < 0) {
                    throw Refusal.invalid("SHARE_NEGATIVE", "Bagian tidak boleh negatif.");
                }
            }
        }

        record Body(long rupiah, Integer workers, String nik, LocalDate on, Payer payer, List<Heir> heirs) {}

        record Line(@Positive long rupiah) {}

        record Checked(@NotBlank String name, @Valid List<Line> lines) {}

        @GetMapping("/api/refusals/{kind}")
        void refuse(@PathVariable Refusal.Kind kind) {
            throw new Refusal(kind, "SALAH", "Ini salah.", List.of(Finding.atLine(7, "rupiah", "NEGATIVE", "Negatif.")));
        }

        @PostMapping(path = "/api/bodies", consumes = MediaType.APPLICATION_JSON_VALUE)
        long body(@RequestBody Body body) {
            return body.rupiah();
        }

        @PostMapping("/api/checked")
        String checked(@Valid @RequestBody Checked body) {
            return body.name();
        }

        @GetMapping("/api/parameters")
        int parameter(@RequestParam int year) {
            return year;
        }

        @PostMapping("/api/parts")
        long part(@RequestPart MultipartFile file) {
            return file.getSize();
        }

        @GetMapping("/api/things/{id}")
        UUID thing(@PathVariable UUID id) {
            return id;
        }

        @GetMapping("/api/pages")
        String page(Paging paging) {
            return paging.offset() + " " + paging.limit() + " "
                    + paging.orderBy(Map.of("name", "name_column", "code", "code_column"), "unique");
        }

        @GetMapping("/api/failures/{which}")
        void fail(@PathVariable String which) {
            throw switch (which) {
                case "constraint" -> new DataIntegrityViolationException("Key (nik)=(" + SECRET + ") exists");
                case "lock" -> new CannotAcquireLockException("row of " + SECRET);
                case "large" -> new MaxUploadSizeExceededException(1);
                case "denied" -> new AccessDeniedException(SECRET);
                case "engine" -> new RuntimeException(new EngineFailure());
                case "wrapped" -> new IllegalStateException(Refusal.invalid("SALAH", "Ini salah."));
                default -> new IllegalStateException(SECRET);
            };
        }
    }
}
