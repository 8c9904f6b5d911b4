package id.lindungdesa.regulation;

import static org.assertj.core.api.Assertions.assertThat;

import id.lindungdesa.money.Rupiah;
import id.lindungdesa.region.Village;
import id.lindungdesa.region.Village.Kind;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class DecreeWarningsTest {

    private static final List<String> DESA = List.of("15.04.03.2001", "15.04.03.2002");

    @Test
    void tenPercentDoNotBuyAYearForFifty() throws IOException {
        DecreeWarning warning = only("PREMIUM_SHORTFALL", of(DESA, 100_000_000, 12, 100));

        assertThat(warning.message()).isEqualTo("Iuran 50 pekerja × 12 bulan × Rp16.800 = Rp10.080.000 per desa melebihi bagian "
                + "iuran 10 persen (Rp10.000.000): kurang Rp80.000 per desa, Rp160.000 untuk 2 desa dan kelurahan.");
        assertThat(warning).isEqualTo(new DecreeWarning("PREMIUM_SHORTFALL", warning.message(), 2, 80_000L, 160_000L));
    }

    @Test
    void elevenMonthsLeaveSomethingOver() throws IOException {
        DecreeWarning warning = only("PREMIUM_RESIDUE", of(DESA, 100_000_000, 11, 100));

        assertThat(warning.perVillage()).isEqualTo(760_000);
        assertThat(warning.rupiah()).isEqualTo(1_520_000);
    }

    @Test
    void elevenMonthsOnPaperDoNotHideThatTheTwelfthIsUninsured() throws IOException {
        assertThat(of(DESA, 100_000_000, 11, 100)).extracting(DecreeWarning::code)
                .containsExactly("PREMIUM_SHORTFALL", "PREMIUM_RESIDUE");
        assertThat(only("PREMIUM_SHORTFALL", of(DESA, 100_000_000, 11, 100)).perVillage()).isEqualTo(80_000);
    }

    @Test
    void aFirstTrancheOfThirtyPercentBuysThreeMonths() throws IOException {
        DecreeWarning warning = only("COVER_ENDS_BEFORE_FULL_BENEFIT", of(DESA, 100_000_000, 12, 30, 70));

        assertThat(warning.message()).startsWith("Tahap pertama 30 persen (iuran Rp3.000.000 per desa) hanya cukup untuk 50 pekerja "
                + "selama 3 bulan, sisa Rp480.000 per desa di 2 desa dan kelurahan.");
        assertThat(warning.perVillage()).isEqualTo(480_000);
    }

    @Test
    void fourMonthsAreEnoughForTheFullBenefitAndBeforeTheWaitingAnyAre() throws IOException {
        assertThat(of(DESA, 112_000_000, 12, 30, 70)).extracting(DecreeWarning::code).doesNotContain("COVER_ENDS_BEFORE_FULL_BENEFIT");
        assertThat(of(DESA, 111_999_900, 12, 30, 70)).extracting(DecreeWarning::code).contains("COVER_ENDS_BEFORE_FULL_BENEFIT");
        assertThat(new DecreeWarnings(DecreeFixture.draft("15", 200_000_000, 30, 70), annex(DESA, 100_000_000), 0,
                Rupiah.of(16_800), 0, "").all()).extracting(DecreeWarning::code).doesNotContain("COVER_ENDS_BEFORE_FULL_BENEFIT");
    }

    @Test
    void kelurahanAndMissingVillagesAreCounted() throws IOException {
        Annex annex = annex(List.of("15.04.03.1001", "15.04.03.2001"), 100_000_000);
        List<DecreeWarning> warnings = new DecreeWarnings(DecreeFixture.draft("15", 250_000_000), annex, 1561,
                Rupiah.of(16_800), 3, "Permenaker 1/2025").all();

        assertThat(only("KELURAHAN_WITHOUT_ROUTE", warnings).villages()).isEqualTo(1);
        assertThat(only("VILLAGE_MISSING", warnings).message()).startsWith("1.561 desa");
        assertThat(only("CEILING_NOT_USED", warnings).rupiah()).isEqualTo(50_000_000);
    }

    @Test
    void unequalAmountsAreToldAsARange() throws IOException {
        Annex annex = read("village_code,rupiah\n15.04.03.2001,100000000\n15.04.03.2002,50000000\n");
        DecreeWarning warning = only("PREMIUM_SHORTFALL", new DecreeWarnings(draft(150_000_000, 12, 100), annex, 0,
                Rupiah.of(16_800), 3, "").all());

        assertThat(warning.message()).contains("kurang Rp80.000 sampai Rp5.080.000 per desa, Rp5.160.000 untuk 2");
        assertThat(warning.perVillage()).isNull();
    }

    @Test
    void columnsThatAreNotReadAreNamed() throws IOException {
        Annex annex = read("no;village_code;nama;rupiah\n1;15.04.03.2001;Satu;100000000\n");

        assertThat(annex.faults()).isEmpty();
        assertThat(only("COLUMNS_IGNORED", new DecreeWarnings(draft(100_000_000, 11, 100), annex, 0, Rupiah.of(16_800), 3, "").all())
                .message()).isEqualTo("Kolom lampiran berikut tidak dibaca: no, nama.");
    }

    private static List<DecreeWarning> of(List<String> villages, long rupiah, int months, Integer... tranches) throws IOException {
        return new DecreeWarnings(draft(villages.size() * rupiah, months, tranches), annex(villages, rupiah), 0,
                Rupiah.of(16_800), 3, "Permenaker 1/2025").all();
    }

    private static DecreeDraft draft(long ceiling, int months, Integer... tranches) {
        DecreeDraft draft = DecreeFixture.draft("15", ceiling, tranches);
        return new DecreeDraft(draft.number(), draft.title(), "15", 2022, 2019, ceiling, Arrays.asList(tranches), 10, 50, months,
                draft.articles());
    }

    private static Annex annex(List<String> villages, long rupiah) throws IOException {
        return Annex.read(DecreeFixture.annex(villages, rupiah), "15", known(villages));
    }

    private static Annex read(String text) throws IOException {
        return Annex.read(DecreeFixture.text(text), "15", known(DESA));
    }

    static Map<String, Village> known(List<String> codes) {
        Map<String, Village> known = new TreeMap<>();
        codes.forEach(code -> known.put(code, new Village(2019, code, "Uji", code.charAt(9) == '1' ? Kind.KELURAHAN : Kind.DESA,
                code.substring(0, 8), "Kecamatan", code.substring(0, 5), "Kabupaten", code.substring(0, 2), "Provinsi")));
        return known;
    }

    private static DecreeWarning only(String code, List<DecreeWarning> warnings) {
        List<DecreeWarning> found = warnings.stream().filter(warning -> warning.code().equals(code)).toList();
        assertThat(found).as(code).hasSize(1);
        return found.get(0);
    }
}
