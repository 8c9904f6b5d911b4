package id.lindungdesa.claim;

import static org.assertj.core.api.Assertions.assertThat;

import id.lindungdesa.benefit.BenefitRules;
import id.lindungdesa.benefit.BenefitRules.Paper;
import id.lindungdesa.benefit.Relation;
import id.lindungdesa.money.Rupiah;
import id.lindungdesa.regulation.RulesAsTheyLie;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Which papers each kind of claim needs, by the table as it lies: section 4 of the handbook, row by row. */
class ChecklistTest {

    private static final RulesAsTheyLie TABLES = new RulesAsTheyLie();
    private static final LocalDate EVENT = LocalDate.parse("2025-06-01");

    private final BenefitRules rules = new BenefitRules(TABLES.ruleBook());

    @AfterAll
    static void everyRowWasHit() {
        assertThat(TABLES.rowsNeverHit("claim-checklist")).isEmpty();
    }

    @Test
    void aDeathByIllnessNeedsThePapersOfTheHeirsThereAre() {
        assertThat(kinds("JKM", Relation.SPOUSE)).containsExactly("FORMULIR_JKM", "KPJ", "KTP", "KK", "AKTA_KEMATIAN",
                "SURAT_AHLI_WARIS", "BUKU_TABUNGAN", "SURAT_USAHA", "BUKU_NIKAH");
        assertThat(kinds("JKM", Relation.CHILD, Relation.CHILD)).contains("AKTA_KELAHIRAN", "SURAT_KUASA")
                .doesNotContain("BUKU_NIKAH", "NPWP").doesNotHaveDuplicates();
        assertThat(kinds("JKM", Relation.WILL)).contains("AKTA_WASIAT");
        assertThat(checklist("JKM", Rupiah.ZERO, "SPOUSE")).filteredOn(paper -> !paper.required()).extracting(Paper::kind)
                .containsExactly("SURAT_USAHA");
    }

    @Test
    void theTaxNumberIsAskedForAboveFiftyMillionOnly() {
        assertThat(checklist("JKM", Rupiah.of(50_000_000), "SPOUSE")).extracting(Paper::kind).doesNotContain("NPWP");
        assertThat(checklist("JKM", Rupiah.of(50_000_001), "SPOUSE")).extracting(Paper::kind).contains("NPWP");
        assertThat(checklist("JKK", Rupiah.of(70_000_000), "DEATH")).extracting(Paper::kind).contains("NPWP");
    }

    @Test
    void anAccidentIsReportedWithItsChronologyAndThePoliceReportWhereItWasInTraffic() {
        assertThat(kinds("JKK", "STAGE_ONE")).containsExactly("FORMULIR_JKK_1", "KPJ", "KTP", "KRONOLOGI");
        assertThat(kinds("JKK", "STAGE_ONE", "TRAFFIC")).contains("LAPORAN_POLISI");
    }

    @Test
    void stageTwoNeedsTheDoctorsWordAndTheReceiptsOfWhatIsClaimed() {
        assertThat(kinds("JKK", "STAGE_ONE", "STAGE_TWO", "WORKER")).contains("FORMULIR_JKK_2", "SURAT_DOKTER", "BUKU_TABUNGAN")
                .doesNotContain("KUITANSI_TRANSPORTASI", "KUITANSI_PERAWATAN", "AKTA_KEMATIAN", "LAPORAN_POLISI");
        assertThat(kinds("JKK", "STAGE_TWO", "TRANSPORT", "HOME_CARE")).contains("KUITANSI_TRANSPORTASI", "KUITANSI_PERAWATAN");
        assertThat(checklist("JKK", Rupiah.ZERO, "STAGE_TWO")).filteredOn(paper -> !paper.required()).extracting(Paper::kind)
                .containsExactly("KUITANSI_PENGOBATAN");
    }

    @Test
    void aDeathAtWorkNeedsTheDoctorAndAllPapersOfTheHeirs() {
        assertThat(kinds("JKK", "STAGE_ONE", "STAGE_TWO", "DEATH", "SPOUSE", "CHILD", "WILL", "SEVERAL")).contains("SURAT_DOKTER", "KK",
                "AKTA_KEMATIAN", "SURAT_AHLI_WARIS", "BUKU_TABUNGAN", "BUKU_NIKAH", "AKTA_KELAHIRAN", "AKTA_WASIAT", "SURAT_KUASA");
    }

    @Test
    void everyPaperNamesWhoIssuesItAndTheLawOfItsDay() {
        for (String day : List.of("2015-07-01", "2025-02-23", "2025-02-24", "2026-11-22")) {
            List<Paper> papers = rules.checklist(LocalDate.parse(day), "JKK", Set.of("STAGE_ONE", "STAGE_TWO", "TRANSPORT", "HOME_CARE"),
                    Rupiah.ZERO);

            assertThat(papers).as(day).hasSize(9).allSatisfy(paper -> {
                assertThat(paper.issuer()).isNotBlank();
                assertThat(paper.legalBasis()).isNotBlank();
            });
            assertThat(papers).filteredOn(paper -> paper.kind().equals("FORMULIR_JKK_1")).extracting(Paper::legalBasis).singleElement()
                    .asString().startsWith(day.compareTo("2025-02-24") < 0 ? "PP 44/2015" : "Permenaker 1/2025 Pasal 8");
        }
        assertThat(rules.checklist(LocalDate.parse("2015-06-30"), "JKM", Set.of("SPOUSE"), Rupiah.ZERO)).isEmpty();
    }

    private List<String> kinds(String programme, Relation... heirs) {
        return rules.checklist(EVENT, programme, ClaimCircumstances.ofHeirs(List.of(heirs)), Rupiah.ZERO).stream().map(Paper::kind).toList();
    }

    private List<String> kinds(String programme, String... circumstances) {
        return checklist(programme, Rupiah.ZERO, circumstances).stream().map(Paper::kind).toList();
    }

    private List<Paper> checklist(String programme, Rupiah total, String... circumstances) {
        return rules.checklist(EVENT, programme, new TreeSet<>(List.of(circumstances)), total);
    }
}
