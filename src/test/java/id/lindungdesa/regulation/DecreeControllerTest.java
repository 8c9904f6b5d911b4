package id.lindungdesa.regulation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.lindungdesa.LindungDesaTest;
import id.lindungdesa.SharedData;
import id.lindungdesa.ledger.Account;
import id.lindungdesa.ledger.Ledger;
import id.lindungdesa.region.Regions;
import id.lindungdesa.workflow.Workflow;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.context.ApplicationContext;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.LinkedMultiValueMap;

@LindungDesaTest
class DecreeControllerTest {

    private static final String PROVINCE = "96";
    private static final List<String> VILLAGES = List.of("96.01.01.2001", "96.01.01.2002", "96.02.01.1001");
    private static final String ANNEX = "village_code,rupiah\n96.01.01.2001,100000000\n96.01.01.2002,100000000\n96.02.01.1001,100000000\n";

    @Autowired
    TestRestTemplate http;
    @Autowired
    ApplicationContext context;
    @Autowired
    ObjectMapper json;
    @Autowired
    Regions regions;
    @Autowired
    DecreeRegister register;
    @Autowired
    DecreeEnactment enactment;
    @Autowired
    Ledger ledger;
    @Autowired
    Workflow workflow;

    @BeforeEach
    void aProvince() {
        DecreeFixture.in(context).appoint();
        regions.replace(DecreeFixture.EDITION, DecreeFixture.villageList(PROVINCE, VILLAGES));
    }

    @Test
    void aDecreeIsTakenInAndHandedToTheLegalBureau() {
        ResponseEntity<JsonNode> answer = post("", decree().put("monthsOfCover", 12), ANNEX);

        assertThat(answer.getStatusCode().value()).isEqualTo(201);
        assertThat(answer.getBody().get("state").asText()).isEqualTo("LEGAL_REVIEW");
        assertThat(codes(answer, "findings")).containsExactly("KELURAHAN_WITHOUT_ROUTE", "PREMIUM_SHORTFALL");
        JsonNode shortfall = answer.getBody().get("findings").get(1);
        assertThat(shortfall.get("perVillage").asLong()).isEqualTo(80_000);
        assertThat(shortfall.get("rupiah").asLong()).isEqualTo(240_000);
        assertThat(shortfall.get("message").asText()).contains("Rp80.000 per desa");
    }

    @Test
    void aDraftIsStartedByItsIdThroughTheEnginesRest() {
        ResponseEntity<JsonNode> draft = post("?draft=true", decree(), ANNEX);
        assertThat(draft.getStatusCode().value()).isEqualTo(201);
        assertThat(draft.getBody().get("state").asText()).isEqualTo("DRAFT");
        UUID id = UUID.fromString(draft.getBody().get("id").asText());
        Map<String, Object> start = Map.of("variables", Map.of("decreeId", Map.of("value", id.toString(), "type", "String")));

        assertThat(start(DecreeFixture.GOVERNOR, start).getStatusCode().is4xxClientError()).isTrue();
        assertThat(enactment.found(id).state()).isEqualTo("DRAFT");
        assertThat(start(DecreeFixture.DRAFTER, start).getStatusCode().value()).isEqualTo(200);
        assertThat(enactment.found(id).state()).isEqualTo("LEGAL_REVIEW");
        ResponseEntity<JsonNode> again = start(DecreeFixture.DRAFTER, start);
        assertThat(again.getStatusCode().isError()).as("a second time").isTrue();
        assertThat(again.getBody().get("message").asText()).contains("sudah tercatat dan tidak dicatat dua kali");
    }

    @Test
    void everythingThatIsWrongIsToldAtOnce() {
        ObjectNode decree = decree().put("title", " ").put("premiumSharePercent", 101).put("ceiling", 150000000L);
        decree.putArray("tranchePercents").add(30).add(60);

        ResponseEntity<JsonNode> answer = post("", decree, ANNEX + "96.01.01.2001,5\n96.09.01.2001,100.000.000\n");

        assertThat(answer.getStatusCode().value()).isEqualTo(422);
        assertThat(answer.getHeaders().getContentType()).isEqualTo(MediaType.APPLICATION_PROBLEM_JSON);
        assertThat(answer.getBody().get("code").asText()).isEqualTo("DECREE_INVALID");
        assertThat(codes(answer, "errors")).containsExactlyInAnyOrder("TITLE_REQUIRED", "PREMIUM_SHARE_INVALID",
                "TRANCHES_NOT_100", "VILLAGE_DUPLICATE", "VILLAGE_UNKNOWN", "AMOUNT_SEPARATORS", "CEILING_EXCEEDED");
        JsonNode line = answer.getBody().get("errors").get(3);
        assertThat(line.get("line").asInt()).isEqualTo(5);
        assertThat(line.get("field").asText()).isEqualTo("village_code");
        assertThat(answer.getBody().get("errors").get(0).get("pointer").asText()).isEqualTo("/title");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            "number|``|NUMBER_REQUIRED", "number|null|FIELD_REQUIRED", "number|7|NOT_TEXT", "title|\"a\\u0000b\"|CONTROL_CHARACTER",
            "province|\"JAMBI\"|PROVINCE_MALFORMED", "fiscalYear|22|FISCAL_YEAR_INVALID", "fiscalYear|\"2022\"|NOT_WHOLE_NUMBER",
            "edition|2018|EDITION_UNKNOWN", "edition|99999999999|NUMBER_TOO_LARGE", "ceiling|0|CEILING_INVALID",
            "ceiling|-5|CEILING_INVALID", "ceiling|300000000.5|NOT_WHOLE_NUMBER", "ceiling|\"300.000.000\"|NOT_WHOLE_NUMBER",
            "ceiling|99999999999999999999|NOT_WHOLE_NUMBER", "tranchePercents|[]|TRANCHE_INVALID", "tranchePercents|[100,0]|TRANCHE_INVALID",
            "tranchePercents|[130,-30]|TRANCHE_INVALID", "tranchePercents|[33.3,66.7]|NOT_WHOLE_NUMBER", "tranchePercents|100|NOT_A_LIST",
            "tranchePercents|[50,49]|TRANCHES_NOT_100", "premiumSharePercent|-1|PREMIUM_SHARE_INVALID", "premiumSharePercent|null|FIELD_REQUIRED",
            "workersPerVillage|0|WORKERS_INVALID", "monthsOfCover|0|MONTHS_INVALID", "articles|[]|ARTICLE_REQUIRED",
            "articles|[{\"regulation\":\"\",\"article\":\"5\",\"text\":\"\"}]|ARTICLE_INCOMPLETE", "articles|[\"Pasal 5\"]|NOT_AN_OBJECT",
            "articles|{}|NOT_A_LIST", "approver|\"saya\"|FIELD_UNKNOWN"})
    void aFaultyTermIsNamed(String field, String value, String code) throws IOException {
        ObjectNode decree = decree();
        decree.set(field, json.readTree(value.isEmpty() ? "\"\"" : value));

        ResponseEntity<JsonNode> answer = post("", decree, ANNEX);

        assertThat(answer.getStatusCode().value()).isEqualTo(422);
        assertThat(codes(answer, "errors")).contains(code);
        assertThat(answer.getBody().get("errors")).allSatisfy(error -> assertThat(error.get("message").asText()).isNotBlank());
    }

    @Test
    void whatIsNoDecreeIsSaidToBeNone() {
        assertThat(codes(post("", "{\"number\": ", ANNEX), "errors")).contains("JSON_UNREADABLE");
        assertThat(codes(post("", "[]", ANNEX), "errors")).contains("JSON_UNREADABLE");
        assertThat(post("", "", ANNEX).getStatusCode().value()).isEqualTo(422);
        assertThat(post("", decree(), null).getBody().get("code").asText()).isEqualTo("PART_MISSING");
        assertThat(codes(post("", decree(), ""), "errors")).containsExactly("TABLE_EMPTY");
    }

    @Test
    void aNumberIsGivenOnce() {
        ObjectNode decree = decree();
        assertThat(post("", decree, ANNEX).getStatusCode().value()).isEqualTo(201);

        ResponseEntity<JsonNode> again = post("", decree, ANNEX);

        assertThat(again.getStatusCode().value()).isEqualTo(409);
        assertThat(again.getBody().get("code").asText()).isEqualTo("DECREE_EXISTS");
    }

    @Test
    void draftingIsForTheTechnicalOffice() {
        assertThat(send(HttpMethod.POST, "/api/decrees", DecreeFixture.GOVERNOR, decree().toString(), ANNEX).getStatusCode().value())
                .isEqualTo(403);
        assertThat(http.postForEntity("/api/decrees", parts(decree().toString(), ANNEX), JsonNode.class).getStatusCode().value())
                .isEqualTo(401);
    }

    @Test
    void aReturnedDecreeIsCorrectedFieldByField() {
        UUID id = UUID.fromString(post("", decree(), ANNEX).getBody().get("id").asText());
        assertThat(put(id, DecreeFixture.DRAFTER, json.createObjectNode().put("monthsOfCover", 12), null).getBody().get("code").asText())
                .isEqualTo("DECREE_NOT_OPEN");
        workflow.actingAs(DecreeFixture.REVIEWER, () -> workflow.complete(DecreeProcess.ID, id, "UserTask_ReviewLegality",
                Map.of("approved", false, "note", "Lama perlindungan keliru")));

        ResponseEntity<JsonNode> corrected = put(id, DecreeFixture.DRAFTER, json.createObjectNode().put("monthsOfCover", 12), null);

        assertThat(corrected.getStatusCode().value()).isEqualTo(200);
        assertThat(codes(corrected, "findings")).contains("PREMIUM_SHORTFALL");
        assertThat(register.terms(id).monthsOfCover()).isEqualTo(12);
        assertThat(register.terms(id).workersPerVillage()).isEqualTo(50);

        ResponseEntity<JsonNode> below = put(id, DecreeFixture.DRAFTER, json.createObjectNode().put("ceiling", 299999999L), null);
        assertThat(codes(below, "errors")).containsExactly("CEILING_EXCEEDED");

        ResponseEntity<JsonNode> annex = put(id, DecreeFixture.DRAFTER, json.createObjectNode(),
                "village_code;rupiah\r\n96.01.01.2001;50000000\r\n");
        assertThat(codes(annex, "findings")).contains("VILLAGE_MISSING", "CEILING_NOT_USED");
        assertThat(put(id, DecreeFixture.DRAFTER, json.createObjectNode(), null).getBody().get("state").asText()).isEqualTo("RETURNED");
        assertThat(put(id, DecreeFixture.REVIEWER, json.createObjectNode(), null).getStatusCode().value()).isEqualTo(403);
        assertThat(put(UUID.randomUUID(), DecreeFixture.DRAFTER, json.createObjectNode(), null).getStatusCode().value()).isEqualTo(404);
    }

    @Test
    void theProvinceSeesItsDecrees() {
        UUID id = UUID.fromString(post("", decree(), ANNEX).getBody().get("id").asText());

        ResponseEntity<JsonNode> list = http.withBasicAuth(DecreeFixture.GOVERNOR, DecreeFixture.PASSWORD)
                .getForEntity("/api/decrees?size=500&sort=number", JsonNode.class);

        assertThat(list.getStatusCode().value()).isEqualTo(200);
        assertThat(StreamSupport.stream(list.getBody().get("items").spliterator(), false)).anySatisfy(item -> {
            assertThat(item.get("id").asText()).isEqualTo(id.toString());
            assertThat(item.get("state").asText()).isEqualTo("LEGAL_REVIEW");
        });
    }

    @Test
    void theRealListOf1562VillagesComesIntoForce() throws IOException {
        try (InputStream list = Files.newInputStream(SharedData.file("jambi-villages.csv"))) {
            regions.replace(DecreeFixture.EDITION, list);
        }
        String annex = "village_code,rupiah\n" + regions.villagesOf(DecreeFixture.EDITION, "15").keySet().stream()
                .map(code -> code + ",100000000\n").collect(Collectors.joining());
        ObjectNode decree = decree().put("province", "15").put("ceiling", 156_200_000_000L).put("monthsOfCover", 12);
        decree.putArray("tranchePercents").add(30).add(70);

        ResponseEntity<JsonNode> answer = post("", decree, annex);

        assertThat(answer.getStatusCode().value()).isEqualTo(201);
        assertThat(codes(answer, "findings")).containsExactly("KELURAHAN_WITHOUT_ROUTE", "PREMIUM_SHORTFALL", "COVER_ENDS_BEFORE_FULL_BENEFIT");
        JsonNode findings = answer.getBody().get("findings");
        assertThat(findings.get(0).get("villages").asInt()).isEqualTo(163);
        assertThat(findings.get(1).get("rupiah").asLong()).isEqualTo(124_960_000);
        assertThat(findings.get(1).get("message").asText()).isEqualTo("Iuran 50 pekerja × 12 bulan × Rp16.800 = Rp10.080.000 per desa "
                + "melebihi bagian iuran 10 persen (Rp10.000.000): kurang Rp80.000 per desa, Rp124.960.000 untuk 1.562 desa dan kelurahan.");
        assertThat(findings.get(2).get("perVillage").asLong()).isEqualTo(480_000);

        UUID id = UUID.fromString(answer.getBody().get("id").asText());
        workflow.actingAs(DecreeFixture.REVIEWER, () -> enactment.review(id, true, null));
        workflow.actingAs(DecreeFixture.SECRETARY, () -> enactment.initial(id, true, null));
        workflow.actingAs(DecreeFixture.GOVERNOR, () -> enactment.sign(id, true, null));
        enactment.putInForce(id);

        assertThat(ledger.balance(Account.treasury("15", id))).isEqualTo(156_200_000_000L);
        assertThat(register.unopened(id, 2000)).hasSize(1399).noneMatch(Allocation::kelurahan);
    }

    private ObjectNode decree() {
        ObjectNode decree = json.createObjectNode().put("number", "UJI/" + UUID.randomUUID()).put("title", "Bantuan keuangan khusus")
                .put("province", PROVINCE).put("fiscalYear", 2022).put("edition", DecreeFixture.EDITION).put("ceiling", 300_000_000L)
                .put("premiumSharePercent", 10).put("workersPerVillage", 50).put("monthsOfCover", 11);
        decree.putArray("tranchePercents").add(100);
        decree.putArray("articles").addObject().put("regulation", "Pergub 16/2022").put("article", "Pasal 5").put("text", "Besaran");
        return decree;
    }

    private ResponseEntity<JsonNode> post(String query, Object decree, String annex) {
        return send(HttpMethod.POST, "/api/decrees" + query, DecreeFixture.DRAFTER, decree.toString(), annex);
    }

    private ResponseEntity<JsonNode> put(UUID id, String user, ObjectNode decree, String annex) {
        return send(HttpMethod.PUT, "/api/decrees/" + id, user, decree.toString(), annex);
    }

    private ResponseEntity<JsonNode> start(String user, Map<String, Object> body) {
        return http.withBasicAuth(user, DecreeFixture.PASSWORD)
                .postForEntity("/engine-rest/process-definition/key/decree-enactment/start", body, JsonNode.class);
    }

    private ResponseEntity<JsonNode> send(HttpMethod method, String path, String user, String decree, String annex) {
        return http.withBasicAuth(user, DecreeFixture.PASSWORD).exchange(path, method, parts(decree, annex), JsonNode.class);
    }

    private static HttpEntity<LinkedMultiValueMap<String, Object>> parts(String decree, String annex) {
        HttpHeaders headers = new HttpHeaders();
        headers.setContentType(MediaType.MULTIPART_FORM_DATA);
        var parts = new LinkedMultiValueMap<String, Object>();
        HttpHeaders jsonPart = new HttpHeaders();
        jsonPart.setContentType(MediaType.APPLICATION_JSON);
        parts.add("decree", new HttpEntity<>(decree, jsonPart));
        if (annex != null) {
            parts.add("annex", new ByteArrayResource(annex.getBytes(StandardCharsets.UTF_8)) {
                @Override
                public String getFilename() {
                    return "lampiran.csv";
                }
            });
        }
        return new HttpEntity<>(parts, headers);
    }

    private static List<String> codes(ResponseEntity<JsonNode> answer, String list) {
        assertThat(answer.getBody().has(list)).as(answer.toString()).isTrue();
        return StreamSupport.stream(answer.getBody().get(list).spliterator(), false).map(one -> one.get("code").asText()).toList();
    }
}
