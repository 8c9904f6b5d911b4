package id.lindungdesa.region;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import id.lindungdesa.SharedData;
import id.lindungdesa.TestSchema;
import id.lindungdesa.refusal.Finding;
import id.lindungdesa.refusal.Refusal;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class RegionsTest {

    private static final String HEADER =
            "code,name,kind,district_code,district_name,regency_code,regency_name,province_code,province_name\n";
    private static JdbcClient jdbc;

    private final Regions regions = new Regions(new Villages(jdbc), new Branches(jdbc));

    @BeforeAll
    static void database() {
        jdbc = JdbcClient.create(TestSchema.fresh("region_test"));
    }

    @BeforeEach
    void empty() {
        jdbc.sql("truncate region_village, region_branch").update();
    }

    @Test
    void loadsAListAndFindsAVillage() {
        RegionImport loaded = regions.replace(2019, csv(HEADER
                + "91.01.01.1001,Kota Lama,kelurahan,91.01.01,Hulu,91.01,Kabupaten Satu,91,Provinsi Uji\n"
                + "91.01.01.2001, Tanjung ,desa,91.01.01,Hulu,91.01,Kabupaten Satu,91,Provinsi Uji\n"
                + "91.02.01.3001,Adat,desa,91.02.01,Hilir,91.02,Kabupaten Dua,91,Provinsi Uji\n"));

        assertThat(loaded).usingRecursiveComparison()
                .isEqualTo(new RegionImport(2019, 1, 2, 2, 2, 1, List.of()));
        assertThat(regions.village(2019, "91.01.01.2001")).hasValue(new Village(2019, "91.01.01.2001", "Tanjung",
                Village.Kind.DESA, "91.01.01", "Hulu", "91.01", "Kabupaten Satu", "91", "Provinsi Uji"));
        assertThat(regions.village(2019, "91.01.01.1001").orElseThrow().label())
                .isEqualTo("Kelurahan Kota Lama (91.01.01.1001)");
        assertThat(regions.village(2020, "91.01.01.1001")).isEmpty();
    }

    @Test
    void derivesKindAndParentsWhereTheyAreLeftOut() {
        regions.replace(2019, csv("""
                name;code;district_name;regency_name;province_name
                Kota Lama;91.01.01.1001;Hulu;Kabupaten Satu;Provinsi Uji
                """));

        assertThat(regions.village(2019, "91.01.01.1001")).hasValueSatisfying(village -> {
            assertThat(village.kelurahan()).isTrue();
            assertThat(village.districtCode()).isEqualTo("91.01.01");
        });
    }

    @Test
    void rejectsFaultyLinesAndLoadsTheOthers() {
        RegionImport loaded = regions.replace(2019, csv(HEADER
                + line("91.01.01.2001", "Satu")
                + line("91.01.01.2001", "Lagi")
                + "91.01.01.2002,Dua,kelurahan,91.01.01,Hulu,91.01,Kabupaten Satu,91,Provinsi Uji\n"
                + "91.01.01.2003,Tiga,desa,91.01.02,Hulu,91.01,Kabupaten Satu,91,Provinsi Uji\n"
                + line("91.01.01.2004", " ")
                + line("91010120", "Lima")
                + line("91.01.01.4001", "Enam")
                + line("91.01.01.2007", "Tujuh").replace("\n", ",lebih\n")
                + "91.01.01.2008,Delapan,desa,91.01.01,Hilir,91.01,Kabupaten Satu,91,Provinsi Uji\n"
                + line("91.01.01.2009", "Sembilan")));

        assertThat(loaded.desa()).isEqualTo(2);
        assertThat(loaded.rejected()).extracting(Finding::line, Finding::field, Finding::code).containsExactly(
                tuple(3, "code", "CODE_DUPLICATE"),
                tuple(4, "kind", "KIND_MISMATCH"),
                tuple(5, "district_code", "PARENT_MISMATCH"),
                tuple(6, "name", "NAME_EMPTY"),
                tuple(7, "code", "CODE_MALFORMED"),
                tuple(8, "code", "KIND_UNKNOWN"),
                tuple(9, null, "EXTRA_COLUMNS"),
                tuple(10, null, "NAME_CONFLICT"));
        assertThat(regions.villagesOf(2019, "91")).containsOnlyKeys("91.01.01.2001", "91.01.01.2009");
        assertThat(regions.village(2019, "91.01.01.2001").orElseThrow().name()).isEqualTo("Satu");
    }

    @Test
    void refusesAListWithoutAGoodLineAndKeepsWhatWasThere() {
        regions.replace(2019, csv(HEADER + line("91.01.01.2001", "Satu")));

        assertThatThrownBy(() -> regions.replace(2019, csv(HEADER + line("91.01.01.2001", ""))))
                .isInstanceOfSatisfying(Refusal.class, refusal -> {
                    assertThat(refusal.code()).isEqualTo("NO_GOOD_ROW");
                    assertThat(refusal.findings()).extracting(Finding::code).containsExactly("NAME_EMPTY");
                });
        assertThatThrownBy(() -> regions.replace(20, csv(HEADER + line("91.01.01.2001", "Satu"))))
                .isInstanceOf(Refusal.class);
        assertThat(regions.village(2019, "91.01.01.2001").orElseThrow().name()).isEqualTo("Satu");
    }

    @Test
    void replacesTheProvincesOfTheListOnly() {
        regions.replace(2019, csv(HEADER + line("91.01.01.2001", "Satu") + line("91.01.01.2002", "Dua")));
        regions.replace(2019, csv(HEADER + line("92.01.01.2001", "Lain")));
        regions.replace(2025, csv(HEADER + line("91.01.01.2001", "Satu Baru")));

        regions.replace(2019, csv(HEADER + line("91.01.01.2002", "Dua Baru") + line("91.01.01.2003", "Tiga")));

        assertThat(regions.villagesOf(2019, "91").values()).extracting(Village::name).containsExactly("Dua Baru", "Tiga");
        assertThat(regions.villagesOf(2019, "92").values()).extracting(Village::name).containsExactly("Lain");
        assertThat(regions.villagesOf(2025, "91").values()).extracting(Village::name).containsExactly("Satu Baru");
        assertThat(regions.latest("91.01.01.2001").orElseThrow().edition()).isEqualTo(2025);
        assertThat(regions.latest("91.01.01.2002").orElseThrow().edition()).isEqualTo(2019);
    }

    @Test
    void aRejectedLineDoesNotDropItsVillage() {
        regions.replace(2019, csv(HEADER + line("91.01.01.2001", "Satu") + line("91.01.01.2002", "Dua")));

        regions.replace(2019, csv(HEADER + line("91.01.01.2001", "") + line("91.01.01.2002", "Dua")));

        assertThat(regions.village(2019, "91.01.01.2001").orElseThrow().name()).isEqualTo("Satu");
    }

    @Test
    void loadsTheRealListsBesideEachOther() throws IOException {
        regions.replace(2019, csv(HEADER + line("91.01.01.2001", "Satu")));

        RegionImport older;
        RegionImport newer;
        try (InputStream list = Files.newInputStream(SharedData.file("jambi-villages.csv"))) {
            older = regions.replace(2019, list);
        }
        try (InputStream list = Files.newInputStream(SharedData.file("jambi-villages-2025.csv"))) {
            newer = regions.replace(2025, list);
        }

        assertThat(older).usingRecursiveComparison()
                .isEqualTo(new RegionImport(2019, 1, 11, 141, 1399, 163, List.of()));
        assertThat(newer.rejected()).isEmpty();
        assertThat(newer.desa() + newer.kelurahan()).isEqualTo(1585);
        assertThat(regions.villagesOf(2019, "15")).hasSize(1562);
        assertThat(regions.villagesOf(2019, "91")).hasSize(1);
        assertThat(regions.counts(2025)).hasSize(11);
    }

    @Test
    void loadsAWholeCountry() {
        StringBuilder list = new StringBuilder(HEADER);
        for (int i = 0; i < 84_000; i++) {
            list.append(line("%02d.%02d.%02d.2%03d".formatted(11 + i / 3000, i / 300 % 10, i / 10 % 30, i % 10), "Desa " + i));
        }
        regions.replace(2025, csv(list.toString()));

        RegionImport again = regions.replace(2025, csv(list.toString()));

        assertThat(again.desa()).isEqualTo(84_000);
        assertThat(regions.count(2025, null)).isEqualTo(84_000);
    }

    @Test
    void knowsTheBranchOfARegency() {
        regions.replace(2019, csv(HEADER + line("91.01.01.2001", "Satu") + line("91.02.01.2001", "Dua")
                + line("91.03.01.2001", "Tiga")));
        assertThatThrownBy(() -> regions.branchOf("91.01"))
                .isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo("BRANCH_UNKNOWN"));

        BranchImport loaded = regions.assignBranches(csv("""
                branch,regency_code
                pusat-kota,91.02
                hulu,91.01
                hulu,91.01
                Hulu Raya,91.03
                hulu,91
                hulu,91.99
                """));

        assertThat(loaded.branches()).isEqualTo(2);
        assertThat(loaded.regencies()).isEqualTo(2);
        assertThat(loaded.rejected()).extracting(Finding::line, Finding::code).containsExactly(
                tuple(4, "CODE_DUPLICATE"),
                tuple(5, "BRANCH_MALFORMED"),
                tuple(6, "CODE_MALFORMED"),
                tuple(7, "REGENCY_UNKNOWN"));
        assertThat(regions.branchOf("91.02")).isEqualTo("pusat-kota");
        assertThat(regions.branchOf("91.03")).isEqualTo("hulu");
    }

    private static String line(String code, String name) {
        boolean whole = code.length() == 13;
        String district = whole ? code.substring(0, 8) : "";
        String regency = whole ? code.substring(0, 5) : "";
        String province = whole ? code.substring(0, 2) : "";
        return "%s,%s,,%s,Hulu,%s,Kabupaten,%s,Provinsi Uji\n".formatted(code, name, district, regency, province)
                .replace(",Kabupaten,", ",Kabupaten Satu,");
    }

    private static InputStream csv(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
