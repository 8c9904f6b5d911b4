package id.lindungdesa.guide;

import static org.assertj.core.api.Assertions.assertThat;

import id.lindungdesa.identity.Role;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Holds the guides: every office has its page, every link and picture is there, every label is one that the program writes. */
class GuideTest {

    private static final int PICTURE_BYTES = 60_000;
    private static final int ALL_BYTES = 1_500_000;

    /** Which page is whose; one page serves several offices that do the same or sit in one chain. */
    private static final Map<Role, String> PAGES = Map.ofEntries(Map.entry(Role.OPERATOR, "operator-desa.md"), Map.entry(Role.SEKDES, "operator-desa.md"),
            Map.entry(Role.KADES, "kepala-desa.md"), Map.entry(Role.LURAH, "kepala-desa.md"), Map.entry(Role.BENDAHARA, "bendahara.md"),
            Map.entry(Role.CAMAT, "camat.md"), Map.entry(Role.PMD, "pmd.md"), Map.entry(Role.BKAD, "bkad.md"),
            Map.entry(Role.GUBERNUR, "provinsi.md"), Map.entry(Role.SEKDA, "provinsi.md"), Map.entry(Role.BIRO_HUKUM, "provinsi.md"),
            Map.entry(Role.DP3AP2_VERIFIKATOR, "provinsi.md"), Map.entry(Role.DP3AP2_KEPALA, "provinsi.md"),
            Map.entry(Role.BPKPD_SPP, "provinsi.md"), Map.entry(Role.BPKPD_SPM, "provinsi.md"), Map.entry(Role.BPKPD_BUD, "provinsi.md"),
            Map.entry(Role.BPJS_AR, "bpjs.md"), Map.entry(Role.BPJS_VERIFIKATOR, "bpjs.md"), Map.entry(Role.BPJS_KABID, "bpjs.md"),
            Map.entry(Role.BPJS_KACAB, "bpjs.md"), Map.entry(Role.BPJS_KEUANGAN, "bpjs.md"), Map.entry(Role.BPJS_KANWIL, "bpjs.md"),
            Map.entry(Role.PENGELOLA_ATURAN, "pengelola-aturan.md"), Map.entry(Role.ADMIN, "administrator.md"),
            Map.entry(Role.INSPEKTORAT, "pemeriksa.md"), Map.entry(Role.DISNAKER, "pemeriksa.md"));

    private final List<Guide> guides = Guide.all();

    @Test
    void everyOfficeOfPeopleHasItsPage() {
        Guide contents = Guide.of("README");
        assertThat(Arrays.stream(Role.values()).filter(role -> !role.isMachine())).allSatisfy(role -> {
            assertThat(PAGES).as("the page of " + role.id()).containsKey(role);
            assertThat(contents.links()).as("the page of " + role.id()).contains(PAGES.get(role));
        });
        assertThat(guides.stream().map(Guide::name).filter(name -> !name.equals("README.md"))).as("no page that nobody finds")
                .allSatisfy(name -> assertThat(contents.links()).contains(name));
    }

    @Test
    void everyLinkLeadsSomewhere() {
        List<String> broken = new ArrayList<>();
        for (Guide guide : guides) {
            for (String link : guide.links()) {
                Path target = Guide.FOLDER.resolve(link.replaceAll("#.*", ""));
                if (!link.matches("https?://.*") && !Files.exists(target)) {
                    broken.add(guide.name() + ": " + link);
                }
            }
        }
        assertThat(broken).isEmpty();
    }

    @Test
    void theFirstPageOfTheProjectShowsOneOfThem() {
        Guide first = Guide.read(Path.of("README.md"));
        assertThat(first.pictures()).isNotEmpty().allSatisfy(picture -> assertThat(Path.of(picture)).exists());
        assertThat(first.links()).contains("docs/panduan/README.md");
    }

    @Test
    void everyPictureThatIsNamedExistsAndEveryOneThatExistsIsNamed() throws IOException {
        Set<String> named = guides.stream().flatMap(guide -> guide.pictures().stream()).collect(Collectors.toCollection(TreeSet::new));
        Map<String, Long> sizes = pictures();
        assertThat(sizes.keySet()).isEqualTo(named);
        assertThat(sizes).allSatisfy((name, bytes) -> assertThat(bytes).as(name).isBetween(1_000L, (long) PICTURE_BYTES));
        assertThat(sizes.values().stream().mapToLong(bytes -> bytes).sum()).isLessThanOrEqualTo(ALL_BYTES);
        assertThat(guides.stream().flatMap(guide -> guide.descriptions().stream())).as("what a picture shows, in words")
                .allSatisfy(words -> assertThat(words.length()).isGreaterThan(20));
    }

    @Test
    void everyLabelIsOneThatTheProgramWrites() {
        ScreenWords screen = ScreenWords.ofTheProject();
        assertThat(screen.size()).isGreaterThan(2_000);
        List<String> unknown = new ArrayList<>();
        for (Guide guide : guides) {
            Stream.concat(guide.walked().stream(), guide.mentioned().stream()).filter(label -> !screen.has(label))
                    .forEach(label -> unknown.add(guide.name() + ": " + label));
        }
        assertThat(unknown).as("in bold or italics, and on no screen").isEmpty();
    }

    private static Map<String, Long> pictures() throws IOException {
        Map<String, Long> sizes = new java.util.TreeMap<>();
        if (Files.isDirectory(Guide.PICTURES)) {
            try (Stream<Path> files = Files.list(Guide.PICTURES)) {
                for (Path file : files.toList()) {
                    sizes.put(Guide.FOLDER.relativize(file).toString().replace('\\', '/'), Files.size(file));
                }
            }
        }
        return sizes;
    }
}
