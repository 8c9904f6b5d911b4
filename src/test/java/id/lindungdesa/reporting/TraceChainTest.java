package id.lindungdesa.reporting;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.options.AriaRole;
import id.lindungdesa.Door;
import id.lindungdesa.LindungDesaTest;
import id.lindungdesa.claim.PaidClaimFixture;
import id.lindungdesa.grant.VillageFundFixture;
import id.lindungdesa.identity.Appointment;
import id.lindungdesa.identity.Offices;
import id.lindungdesa.identity.Role;
import id.lindungdesa.ledger.Account;
import id.lindungdesa.ledger.Ledger;
import id.lindungdesa.ledger.Transfer;
import id.lindungdesa.money.Rupiah;
import id.lindungdesa.premium.AdvancePremiums;
import id.lindungdesa.premium.CoverFixture;
import id.lindungdesa.regulation.DecreeFixture;
import id.lindungdesa.webapp.Browser;
import id.lindungdesa.webapp.PageCheck;
import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The auditor's page and the chain that it shows: one village whose every rupiah is told, in 23, and one with a hole, in 24. */
@LindungDesaTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TraceChainTest {

    private static final String VILLAGE = "23.01.01.2001";
    private static final String HOLE = "24.01.01.2001";
    private static final String AUDITOR = "inspektorat-23";
    private static final String PASSWORD = VillageFundFixture.PASSWORD;
    private static final LocalDate FROM = LocalDate.of(2021, 1, 1);
    private static final LocalDate DIED = LocalDate.of(2021, 4, 20);
    private static final long PREMIUM = 16_800;

    @Autowired TestRestTemplate http;
    @Autowired ApplicationContext context;
    @Autowired CoverFixture covers;
    @Autowired PaidClaimFixture claims;
    @Autowired AdvancePremiums premiums;
    @Autowired Offices offices;
    @Autowired Ledger ledger;
    @Autowired JdbcClient jdbc;
    @Autowired Clock clock;
    @LocalServerPort int port;

    private Door door;

    /** A decree with money in one village, premium for a year and a claim that was paid. */
    private record Told(UUID decree, UUID village, CoverFixture.Covered cover, PaidClaimFixture.Paid claim) {}

    private Told told;
    private Told holed;

    @BeforeAll
    void money() {
        door = new Door(http);
        offices.appoint(List.of(new Appointment(1, AUDITOR, "Agus Penguji", Role.INSPEKTORAT, "", LocalDate.of(2020, 1, 1), null, "SK-UJI")),
                List.of(), user -> PASSWORD);
        door.knows(AUDITOR, PASSWORD);
        told = told("23", VILLAGE);
        premiums.refund(told.cover().worker().id(), DIED, List.of(), told.claim().number(), "Uji: iuran setelah kematian");
        jdbc.sql("""
                insert into claim_premium_return (id, claim_id, reason, legal_basis, state, drafted_by, drafted_at)
                values (:id, :claim, 'Uji', 'Uji', 'DONE', 'uji', now())""").param("id", UUID.randomUUID()).param("claim", told.claim().id()).update();
        holed = told("24", HOLE);
        ledger.post(Transfer.of("PREMIUM_REFUNDED", Account.insurerPremium(YearMonth.from(FROM)), Account.villagePremium(HOLE, holed.decree()), Rupiah.of(5_000),
                "tanpa perkara", "Uji", clock.instant(), holed.village()));
    }

    private Told told(String province, String village) {
        VillageFundFixture fund = VillageFundFixture.in(context);
        UUID decree = DecreeFixture.in(context).inForce(province, List.of(village, village.replace("2001", "2002")), 100_000_000, 100);
        fund.received(decree, village);
        UUID allocation = jdbc.sql("select allocation_id from report_allocation where decree_id = :decree and village_code = :code")
                .param("decree", decree).param("code", village).query(UUID.class).single();
        PaidClaimFixture.Paid claim = claims.jkm(village, "uji-telusur", DIED, 3);
        CoverFixture.Covered cover = covers.covered(claim.worker(), FROM, FROM.plusMonths(12).minusDays(1), decree, allocation, UUID.randomUUID());
        ledger.transfersOf(cover.disbursementId().toString()).forEach(share ->         // paid from what really came
                ledger.post(ledger.reversal(share.id(), "Uji", clock.instant())));
        Transfer paid = Transfer.of("BENEFIT_PAID", Account.insurerBenefit("JKM"), Account.payee(claim.id(), 1), Rupiah.of(20_000_000), claim.number(), "Uji",
                clock.instant(), claim.id());
        ledger.post(paid);
        jdbc.sql("update claim_claim set cover_bill_id = :bill where id = :id").param("bill", cover.billId()).param("id", claim.id()).update();
        jdbc.sql("""
                insert into claim_payment (claim_id, code, payee, rupiah, transfer_id, bank_reference, paid_at)
                values (:id, 'LUMP_SUM', 1, 20000000, :transfer, 'UJI-1', now())""").param("id", claim.id()).param("transfer", paid.id()).update();
        return new Told(decree, allocation, cover, claim);
    }

    @Test
    void everyLevelOfAVillageIsToldByItsCaseAndByTheBooks() {
        JsonNode chain = chain("village/" + told.village());

        assertThat(chain.get("agrees").asBoolean()).as(chain.toString()).isTrue();
        assertThat(booked(chain, "Alokasi desa")).isEqualTo(100_000_000);
        assertThat(booked(chain, "Cair ke kas kabupaten/kota")).isEqualTo(100_000_000);
        assertThat(booked(chain, "Diterima desa")).isEqualTo(100_000_000);
        assertThat(booked(chain, "Premi dibayar")).isEqualTo(12 * PREMIUM);
        assertThat(booked(chain, "Perlindungan per bulan")).isEqualTo(12 * PREMIUM);
        assertThat(booked(chain, "Premi dikembalikan ke desa")).as("May to December").isEqualTo(8 * PREMIUM);
        assertThat(booked(chain, "Klaim " + told.claim().number())).isEqualTo(20_000_000 + 8 * PREMIUM);
        assertThat(chain.findValuesAsText("by")).as("who decided, and in which office").anyMatch(by -> by.endsWith(", Gubernur"))
                .anyMatch(by -> by.contains(", Camat ")).anyMatch(by -> by.contains("Dinas PMD"));
        assertThat(StreamSupport.stream(part(chain, "Permohonan desa").get("lines").get(0).get("papers").spliterator(), false)
                .map(paper -> paper.get("name").asText())).contains("Surat permohonan");
        assertThat(chain.toString()).doesNotContain(told.claim().worker().nik()).doesNotContain(told.claim().worker().name());
    }

    @Test
    void eachTransferLeadsBackToItsVillageAndItsDecree() {
        List<String> links = new ArrayList<>();
        chain("village/" + told.village()).get("parts").forEach(part -> part.get("lines").forEach(line -> {
            if (line.get("kind").asText().equals("BOOK")) {
                links.add(line.get("link").get("id").asText());
            }
        }));
        assertThat(links).as("allocation, SP2D, two into the village, premium, its months, their return, the benefit").hasSize(1 + 1 + 2 + 1 + 12 + 2 * 8 + 1);
        for (String link : List.copyOf(links).stream().distinct().toList()) {
            JsonNode up = chain("transfer/" + link).get("up");
            assertThat(up.get(0).get("link").get("id").asText()).as(link).isEqualTo(told.decree().toString());
            assertThat(up.get(2).get("link").get("id").asText()).as(link).isEqualTo(told.village().toString());
        }
        for (String way : List.of("claim/" + told.claim().id(), "bill/" + told.cover().billId())) {
            assertThat(chain(way).get("up")).as(way).hasSize(3);
        }
    }

    @Test
    void theListsBelowADecreeAddUpAndSayWhereTheBooksDiffer() {
        JsonNode decree = chain("decree/" + told.decree());
        assertThat(decree.get("agrees").asBoolean()).as(decree.get("parts").toString()).isTrue();
        assertThat(decree.get("table").get("rows")).hasSize(1);
        JsonNode regency = chain("regency/" + told.decree() + "?area=23.01");
        assertThat(regency.get("table").get("rows")).hasSize(2);
        assertThat(regency.get("table").get("totals")).isEqualTo(decree.get("table").get("totals"));
        assertThat(decree.get("table").get("totals").toString()).isEqualTo("[200000000,100000000,100000000,%d,%d,20000000]".formatted(12 * PREMIUM, 8 * PREMIUM));
        JsonNode run = chain("run/" + jdbc.sql("select id from report_run where decree_id = :decree").param("decree", told.decree()).query(UUID.class).single());
        assertThat(run.get("table").get("rows")).hasSize(1);

        for (String way : List.of("decree/" + holed.decree(), "regency/" + holed.decree() + "?area=24.01", "village/" + holed.village())) {
            JsonNode chain = chain(way);
            assertThat(chain.get("agrees").asBoolean()).as(way).isFalse();
            assertThat(StreamSupport.stream(chain.get("parts").spliterator(), false).filter(part -> !part.get("agrees").asBoolean())
                    .map(part -> part.get("title").asText())).as(way).allMatch(title -> title.startsWith("Premi dikembalikan")).hasSize(1);
        }
        assertThat(chain("regency/" + holed.decree() + "?area=24.01").get("table").get("rows").findValuesAsText("agrees")).containsExactly("false", "true");
        assertThat(door.get(AUDITOR, "/api/trace/decrees/" + holed.decree()).get("agrees").asBoolean()).as("the old trace knows of it too").isFalse();
    }

    @Test
    void aNumberOfAnyPaperIsFoundAndAPersonIsNot() {
        String reference = jdbc.sql("select reference from report_run where decree_id = :decree").param("decree", told.decree()).query(String.class).single();
        for (List<String> asked : List.of(List.of(VILLAGE, "village"), List.of(reference, "run"), List.of(told.cover().billingCode(), "bill"),
                List.of(told.claim().number(), "claim"))) {
            assertThat(found(asked.get(0))).as(asked.get(0)).contains(asked.get(1));
        }
        for (String number : List.of(told.cover().billingCode(), told.claim().number())) {
            assertThat(placeOf(number)).as("whose it is, by name and code").endsWith(" (" + VILLAGE + ")").doesNotStartWith(" ");
        }
        assertThat(found("%%%")).isEmpty();
        assertThat(found("tidak ada nomor ini")).isEmpty();
        for (String nik : List.of(told.claim().worker().nik(), told.claim().worker().nik().replaceFirst("(.{6})", "$1 "))) {
            assertThat(door.expect(422, door.send(AUDITOR, HttpMethod.GET, "/api/trace/search?number=" + nik, null, null)).get("code").asText())
                    .isEqualTo("SEARCH_NAMES_A_PERSON");
        }
        assertThat(door.expect(404, door.send(AUDITOR, HttpMethod.GET, "/api/trace/chains/claim/" + UUID.randomUUID(), null, null)).get("code").asText())
                .isEqualTo("TRACE_UNKNOWN");
    }

    @Test
    void theWorkbookHasTheLinesAndTheSumsOfThePage() throws Exception {
        List<Row> lines = workbook("village/" + told.village());
        long shown = StreamSupport.stream(chain("village/" + told.village()).get("parts").spliterator(), false)
                .mapToLong(part -> part.get("lines").size() + (part.get("rupiah").isNull() ? 0 : 2)).sum();
        assertThat(lines).hasSize(1 + (int) shown);
        assertThat(workbook("regency/" + told.decree() + "?area=23.01")).as("two villages, their heads and their sum").hasSize(4);
        assertThat(workbook("decree/" + holed.decree()).get(1).getCell(7).asString()).isEqualTo("TIDAK");
    }

    @Test
    void everyStepOutcomeAndTransferHasItsWord() throws Exception {
        for (String constraint : List.of("step", "outcome")) {
            List<String> rules = jdbc.sql("""
                    select pg_get_constraintdef(oid) from pg_constraint where contype = 'c'
                       and conrelid in ('regulation_decision'::regclass, 'grant_decision'::regclass, 'premium_decision'::regclass, 'claim_decision'::regclass)
                       and conname like '%\\_' || :name || '%'""").param("name", constraint).query(String.class).list();
            assertThat(rules).hasSizeGreaterThan(2);
            assertThat(Stream.concat(Arrays.stream(Class.forName("id.lindungdesa.claim." + (constraint.equals("step") ? "Step" : "Outcome")).getEnumConstants()).map(one -> ((Enum<?>) one).name()),
                    rules.stream().flatMap(rule -> Pattern.compile("'([A-Z_0-9]+)'").matcher(rule).results()).map(match -> match.group(1))))
                    .as(constraint).hasSizeGreaterThan(30).allMatch(code -> TraceWords.knows(constraint, code));
        }
        assertThat(jdbc.sql("select distinct code from report_ledger_transfer where code not like 'TEST%'").query(String.class).list()).hasSizeGreaterThan(5)
                .allMatch(code -> TraceWords.knows("transfer", code));
    }

    @Test
    void theAuditorWalksFromTheStartPageToThePaymentAndBack() {
        List<String> addresses = new ArrayList<>();
        try (Browser browser = Browser.on(port)) {
            Page page = browser.loggedIn(browser.page(390, 844), "tasklist", AUDITOR, PASSWORD);
            page.onRequest((Request request) -> addresses.add(request.url()));
            page.navigate("/");
            page.getByText("Telusur uang").click();
            page.getByLabel("Nomor keputusan").fill(told.claim().worker().nik());
            button(page, "Cari");
            assertThat(page.getByRole(AriaRole.ALERT)).containsText("terbaca sebagai NIK");
            page.getByLabel("Nomor keputusan").fill(told.claim().number());
            button(page, "Cari");
            assertThat(page.locator("h2")).hasText("Klaim " + told.claim().number());
            page.getByRole(AriaRole.NAVIGATION, new Page.GetByRoleOptions().setName("Tingkat di atas")).getByText(VILLAGE).click();
            assertThat(page.locator(".done")).containsText("sama dengan jumlah menurut buku");
            assertThat((int) page.evaluate("() => document.documentElement.scrollWidth")).as("nothing sticks out").isLessThanOrEqualTo(390);
            assertThat(PageCheck.faults(page, null)).isEmpty();
            picture(page, "trace-phone");
            page.getByText("Alokasi keputusan: Anggaran").click();
            assertThat(page.locator("tr[aria-current]")).containsText("Alokasi keputusan");
            page.goBack();
            assertThat(page.locator("tr[aria-current]")).containsText(VILLAGE);

            page.setViewportSize(1280, 900);
            page.navigate("/camunda/telusur.html#keputusan/" + holed.decree());
            assertThat(page.locator(".card.differs")).containsText("Tidak sesuai dengan buku: Premi dikembalikan");
            assertThat(PageCheck.faults(page, null)).isEmpty();
            picture(page, "trace-differs");
            page.locator("table tbody tr", new Page.LocatorOptions().setHasText("24.01")).getByRole(AriaRole.LINK).click();
            assertThat(page.locator("tr", new Page.LocatorOptions().setHasText(HOLE))).containsText("tidak sesuai");

            Page camat = browser.loggedIn("tasklist", VillageFundFixture.user(Role.CAMAT, "23.01.01"), PASSWORD);
            camat.navigate("/");
            assertThat(camat.locator("main h1")).isVisible();
            assertThat(camat.getByText("Telusur uang")).hasCount(0);
            camat.navigate("/camunda/telusur.html#desa/" + told.village());
            assertThat(camat.getByRole(AriaRole.ALERT)).containsText("tidak berwenang");
        }
        assertThat(addresses).as("no NIK in an address").noneMatch(address -> address.contains(told.claim().worker().nik()))
                .anyMatch(address -> address.contains("/api/trace/chains/village/"));
    }

    private static void button(Page page, String name) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name)).click();
    }

    private static void picture(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions().setFullPage(true).setPath(Path.of("target/screenshots", name + ".png")));
    }

    private JsonNode chain(String way) {
        return door.get(AUDITOR, "/api/trace/chains/" + way);
    }

    private List<String> found(String number) {
        return http.withBasicAuth(AUDITOR, PASSWORD).getForObject("/api/trace/search?number={number}", JsonNode.class, number).findValuesAsText("kind").stream().distinct().toList();
    }

    private String placeOf(String number) {
        return http.withBasicAuth(AUDITOR, PASSWORD).getForObject("/api/trace/search?number={number}", JsonNode.class, number).get(0).get("place").asText();
    }

    private static JsonNode part(JsonNode chain, String title) {
        return StreamSupport.stream(chain.get("parts").spliterator(), false).filter(part -> part.get("title").asText().equals(title)).findFirst().orElseThrow();
    }

    private static long booked(JsonNode chain, String title) {
        return part(chain, title).get("booked").asLong();
    }

    private List<Row> workbook(String way) throws Exception {
        byte[] file = http.withBasicAuth(AUDITOR, PASSWORD).getForObject("/api/trace/chains/" + way + (way.contains("?") ? "&" : "?") + "format=xlsx", byte[].class);
        try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(file))) {
            return workbook.getFirstSheet().read();
        }
    }
}
