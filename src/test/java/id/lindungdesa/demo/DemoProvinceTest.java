package id.lindungdesa.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashSet;
import org.junit.jupiter.api.Test;

class DemoProvinceTest {

    private final DemoProvince province = new DemoProvince();

    @Test
    void hasTheCountsOfTheProvinceAndNamesNothingTwice() {
        assertThat(province.villages()).hasSize(1562);
        assertThat(province.villages().stream().filter(DemoProvince.Village::kelurahan)).hasSize(163);
        assertThat(province.villages().stream().map(DemoProvince.Village::code).distinct()).hasSize(1562);
        assertThat(province.villages().stream().map(DemoProvince.Village::districtCode).distinct()).hasSize(141);
        assertThat(province.villages().stream().map(DemoProvince.Village::code)).contains("15.04.03.2001");
    }

    @Test
    void invents78100WorkersEachWithANikOfHisOwnThatFitsHisBirth() {
        String[] lines = province.workerList(province.villages(), LocalDate.of(2026, 11, 22)).split("\n");
        var niks = new HashSet<String>();
        for (int i = 1; i < lines.length; i++) {
            String[] cell = lines[i].split(",");
            LocalDate born = LocalDate.parse(cell[3]);
            int day = born.getDayOfMonth() + (cell[2].equals("P") ? 40 : 0);
            assertThat(cell[0]).hasSize(16).startsWith(cell[6].replace(".", "").substring(0, 6))
                    .contains("%02d%02d%02d".formatted(day, born.getMonthValue(), born.getYear() % 100));
            niks.add(cell[0]);
        }
        assertThat(niks).hasSize(78_100);
    }
}
