package id.lindungdesa.supply;

import static org.assertj.core.api.Assertions.assertThat;

import id.lindungdesa.supply.AdvisoryList.Accepted;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** No known flaw is shipped unexplained. The list is kept in docs/security, so the scan needs no network. */
class AdvisoryScanTest {

    private static final LocalDate LISTED = LocalDate.of(2026, 11, 22);
    private static final Part OLD_UPLOADS = new Part("maven:commons-fileupload:commons-fileupload", "1.5");

    @Test
    void everythingThatIsShippedIsLookedAt() throws IOException {
        List<Part> parts = Shipped.parts();

        assertThat(parts).hasSizeGreaterThan(200).extracting(Part::name).contains("maven:org.camunda.bpm:camunda-engine",
                "maven:org.camunda.feel:feel-engine", "maven:org.springframework:spring-web", "maven:org.slf4j:jul-to-slf4j",
                "maven:org.checkerframework:checker-qual", "postgresql:server", "npm:angular", "npm:@lezer/common", "npm:moment");
        assertThat(parts).extracting(Part::name).doesNotContain("maven:org.assertj:assertj-core", "maven:com.microsoft.playwright:playwright");
        assertThat(parts).allSatisfy(part -> assertThat(part.version()).matches("\\d.*"));
    }

    @Test
    void everyFindingIsExplained() throws IOException {
        Scan scan = new Scan(Shipped.parts(), AdvisoryList.read(), Accepted.read());

        assertThat(scan.faults()).isEmpty();
        List<String> warnings = scan.warnings(LocalDate.now());
        warnings.forEach(LoggerFactory.getLogger(AdvisoryScanTest.class)::warn);
        if (Boolean.getBoolean("advisories.strict")) {
            assertThat(warnings).isEmpty();
        }
    }

    @Test
    void everyEntryCanBeMatched() {
        assertThat(AdvisoryList.read().advisories()).allSatisfy(advisory -> {
            assertThat(advisory.source()).startsWith("https://");
            assertThat(advisory.affected()).isNotEmpty().allSatisfy(affected -> {
                assertThat(affected.part()).matches("(maven:[\\w.-]+:([\\w.-]+|\\*)|npm:.+|postgresql:server)");
                assertThat(affected.ranges()).isNotEmpty().allSatisfy(range ->
                        assertThat(range.before() == null || range.through() == null).isTrue());
            });
        }).extracting(Advisory::id).doesNotHaveDuplicates();
    }

    @Test
    void anOldLibraryIsFound() {
        Scan scan = new Scan(List.of(OLD_UPLOADS), AdvisoryList.read(), List.of());

        assertThat(scan.faults()).singleElement().asString()
                .startsWith("unexplained: CVE-2025-48976 (HIGH) in maven:commons-fileupload:commons-fileupload 1.5");
    }

    @Test
    void whatIsAcceptedMustStillBeThere() {
        Accepted gone = new Accepted("CVE-2025-48976", "not reached", "nobody uploads", LISTED);

        assertThat(new Scan(List.of(OLD_UPLOADS), AdvisoryList.read(), List.of(gone)).faults()).isEmpty();
        assertThat(new Scan(List.of(), AdvisoryList.read(), List.of(gone)).faults()).singleElement().asString()
                .contains("not found any more", "CVE-2025-48976");
    }

    @Test
    void anAcceptanceSaysWhyAndWhoIsProtected() {
        Accepted silent = new Accepted("CVE-2025-48976", "not reached", " ", LISTED);

        assertThat(new Scan(List.of(OLD_UPLOADS), AdvisoryList.read(), List.of(silent)).faults()).singleElement().asString()
                .startsWith("accepted without");
    }

    @Test
    void timeAloneOnlyWarns() {
        Accepted due = new Accepted("CVE-2025-48976", "not reached", "nobody uploads", LISTED.plusDays(10));
        Scan scan = new Scan(List.of(OLD_UPLOADS), new AdvisoryList(LISTED, "", AdvisoryList.read().advisories()), List.of(due));

        assertThat(scan.warnings(LISTED.plusDays(10))).isEmpty();
        assertThat(scan.warnings(LISTED.plusDays(11))).singleElement().asString().contains("judged again");
        assertThat(scan.warnings(LISTED.plusDays(61))).hasSize(2);
        assertThat(scan.faults()).isEmpty();
    }

    @Test
    void versionsCompareAsMavenDoes() {
        Advisory.Range range = new Advisory.Range("6.2.0", "6.2.10", null);

        assertThat(List.of("6.2.0", "6.2.9", "6.2.10-RC1")).allMatch(version -> range.holds(new Part("maven:g:a", version)));
        assertThat(List.of("6.1.99", "6.2.0-M1", "6.2.10", "6.2.10.RELEASE", "7.0.0")).noneMatch(version -> range.holds(new Part("maven:g:a", version)));
        assertThat(new Advisory.Range("0", null, "42.7.4").holds(new Part("maven:g:a", "42.7.4"))).isTrue();
        assertThat(new Part("maven:org.springframework.security:spring-security-web", "1").named("maven:org.springframework:*")).isFalse();
    }

    @Test
    void filesOfOsvAreRead(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("GHSA-1.json"), """
                {"id": "GHSA-1", "aliases": ["CVE-2025-48976"], "summary": "Headers", "database_specific": {"severity": "HIGH"},
                 "affected": [{"package": {"ecosystem": "Maven", "name": "commons-fileupload:commons-fileupload"},
                   "ranges": [{"type": "ECOSYSTEM", "events": [{"introduced": "0"}, {"fixed": "1.6.0"},
                                                               {"introduced": "2.0.0-M1"}, {"last_affected": "2.0.0-M3"}]}]},
                  {"package": {"ecosystem": "Maven", "name": "of:another"}, "versions": ["1"]}]}""");
        Files.writeString(folder.resolve("GHSA-2.json"), """
                {"id": "GHSA-2", "withdrawn": "2026-01-01T00:00:00Z", "affected": [{"package":
                  {"ecosystem": "Maven", "name": "commons-fileupload:commons-fileupload"}, "versions": ["1.5"]}]}""");

        List<Advisory> read = new OsvFiles(Set.of(OLD_UPLOADS.name())).under(folder);
        AdvisoryList list = AdvisoryList.read().with(read, LISTED.plusDays(1));

        assertThat(read).singleElement().satisfies(advisory -> {
            assertThat(advisory.concerns(OLD_UPLOADS)).isTrue();
            assertThat(advisory.concerns(new Part(OLD_UPLOADS.name(), "1.6.0"))).isFalse();
            assertThat(advisory.concerns(new Part(OLD_UPLOADS.name(), "2.0.0-M2"))).isTrue();
        });
        assertThat(new Scan(List.of(OLD_UPLOADS), list, List.of(new Accepted("CVE-2025-48976", "not reached", "nobody", LISTED))).faults())
                .isEmpty();
        assertThat(list.advisories()).extracting(Advisory::id).contains("GHSA-1", "CVE-2026-77226").doesNotContain("CVE-2025-48976");
        assertThat(AdvisoryList.JSON.readValue(list.text(), AdvisoryList.class)).isEqualTo(list);
    }

    /** {@code mvn test -Dtest=AdvisoryScanTest -Dosv.read=FOLDER}: FOLDER holds what OSV offers for Maven and npm, unpacked. */
    @Test
    @EnabledIfSystemProperty(named = "osv.read", matches = ".+")
    void theListIsRefreshed() throws IOException {
        var names = Shipped.parts().stream().map(Part::name).collect(Collectors.toSet());
        List<Advisory> read = new OsvFiles(names).under(Path.of(System.getProperty("osv.read")));

        Files.writeString(AdvisoryList.FILE, AdvisoryList.read().with(read, LocalDate.now()).text());
    }
}
