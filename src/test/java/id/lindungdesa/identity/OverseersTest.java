package id.lindungdesa.identity;

import static org.assertj.core.api.Assertions.assertThat;

import id.lindungdesa.Door;
import id.lindungdesa.LindungDesaTest;
import id.lindungdesa.identity.Official.Office;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;

@LindungDesaTest
class OverseersTest {

    @Autowired TestRestTemplate http;
    @Autowired Overseers overseers;

    @ParameterizedTest
    @CsvSource({
            "operator-88.01.02.2003, kades-88.01.02.2003 lurah-88.01.02.2003",
            "sekdes-88.01.02.2003, kades-88.01.02.2003 lurah-88.01.02.2003",
            "bendahara-88.01.02.2003, kades-88.01.02.2003 lurah-88.01.02.2003",
            "kades-88.01.02.2003, camat-88.01.02", "lurah-88.01.02.1003, camat-88.01.02", "camat-88.01.02, pmd-88.01",
            "pmd-88.01, dp3ap2-kepala", "bkad-88.01, dp3ap2-kepala", "dp3ap2-verifikator, dp3ap2-kepala",
            "bpkpd-spp, bpkpd-bud", "bpkpd-spm, bpkpd-bud", "pengelola-aturan, biro-hukum",
            "dp3ap2-kepala, sekda", "biro-hukum, sekda", "bpkpd-bud, sekda", "disnaker, sekda",
            "sekda, gubernur", "inspektorat, gubernur",
            "bpjs-verifikator-cabang-x, bpjs-kabid-cabang-x", "bpjs-ar-cabang-x, bpjs-kacab-cabang-x",
            "bpjs-keuangan-cabang-x, bpjs-kacab-cabang-x", "bpjs-kabid-cabang-x, bpjs-kacab-cabang-x",
            "bpjs-kacab-cabang-x, bpjs-kanwil"})
    void knows_the_office_above(String office, String above) {
        assertThat(Overseers.above(office(office))).extracting(one -> one.role().group(one.area()))
                .containsExactly(above.split(" "));
    }

    static Stream<Role> officials() {
        return Arrays.stream(Role.values()).filter(Role::isOfficial);
    }

    @ParameterizedTest
    @MethodSource("officials")
    void every_ladder_ends_at_the_top(Role role) {
        List<Office> rung = List.of(new Office(role, areaOf(role)));
        List<Role> passed = new ArrayList<>();
        while (!rung.isEmpty()) {
            assertThat(passed).as("no circle").doesNotContain(rung.get(0).role());
            passed.add(rung.get(0).role());
            rung = Overseers.above(rung.get(0));
        }
        assertThat(passed.get(passed.size() - 1)).isIn(Role.GUBERNUR, Role.BPJS_KANWIL);
    }

    @Test
    void climbs_past_an_office_that_nobody_holds() {
        Door door = new Door(http);
        door.appoint("user,name,role,area,from,until,decree_number\nove.pmd,PMD Uji,pmd,88.71,2020-01-01,,SK 1\n");

        assertThat(overseers.heldAbove(office("operator-88.71.01.2001"))).containsExactly(office("pmd-88.71"));

        door.appoint("user,name,role,area,from,until,decree_number\nove.lurah,Lurah Uji,lurah,88.71.01.2001,2020-01-01,,SK 1\n");
        assertThat(overseers.heldAbove(office("operator-88.71.01.2001"))).containsExactly(office("lurah-88.71.01.2001"));
        assertThat(overseers.heldAbove(List.of(office("operator-88.71.01.2001"), office("lurah-88.71.01.2001"))))
                .as("nobody oversees a duty that is his own").containsExactly(office("pmd-88.71"));
        assertThat(overseers.heldAbove(office("gubernur"))).isEmpty();
    }

    private static Office office(String group) {
        return Official.of("x", "x", List.of(group)).offices().iterator().next();
    }

    private static String areaOf(Role role) {
        return switch (role.area()) {
            case NONE -> "";
            case REGENCY -> "88.01";
            case DISTRICT -> "88.01.02";
            case VILLAGE -> "88.01.02.2003";
            case BRANCH -> "cabang-x";
        };
    }
}
