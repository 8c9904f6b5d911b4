package id.lindungdesa.enrolment;

import static org.assertj.core.api.Assertions.assertThat;

import id.lindungdesa.refusal.Finding;
import id.lindungdesa.table.TableReader;
import id.lindungdesa.table.TableRow;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RosterCheckTest {

    private static final String VILLAGE = "15.04.03.2001";
    private static final LocalDate TODAY = LocalDate.of(2022, 12, 1);
    private static final String REGISTERED = "1504031203580001";

    private final RosterCheck check = check(VILLAGE, TODAY);

    @Test
    void ac36_aWomansNikCarriesHerDayPlusForty() {
        var verdict = check.of(row("1504034705850003,Siti Uji,P,1985-05-07,petani,1000000,15.04.03.2001,084000000001"));

        assertThat(verdict.fault()).isNull();
        assertThat(verdict.warnings()).isEmpty();
        assertThat(verdict.row()).usingRecursiveComparison().isEqualTo(new RosterRow(2, new Nik("1504034705850003"), "Siti Uji",
                'P', LocalDate.of(1985, 5, 7), "petani", 1_000_000L, "084000000001", VILLAGE));
    }

    @Test
    void ac37_whoIs65IsNotRegisteredForTheFirstTime() {
        assertThat(check.of(row("1504031011570003,Tua Uji,L,1957-11-10,petani,,15.04.03.2001,")).fault())
                .extracting(Finding::code, Finding::field, Finding::line).containsExactly("OVER_AGE", "birth_date", 2);
    }

    @Test
    void ac38_whoWasRegisteredBeforeGoesOnBeyond65() {
        var verdict = check(VILLAGE, LocalDate.of(2023, 12, 1))
                .of(row(REGISTERED + ",Lanjut Uji,L,1958-03-12,petani,,15.04.03.2001,"));

        assertThat(verdict.fault()).isNull();
    }

    @Test
    void theAgeLimitsHoldToTheDay() {
        assertThat(code(born("011205", "2005-12-01"))).isEqualTo("taken");       // 17 today
        assertThat(code(born("021205", "2005-12-02"))).isEqualTo("UNDER_AGE");   // 17 tomorrow
        assertThat(code(born("021257", "1957-12-02"))).isEqualTo("taken");       // 65 tomorrow
        assertThat(code(born("011257", "1957-12-01"))).isEqualTo("OVER_AGE");    // 65 today
        assertThat(code(born("021222", "2022-12-02"))).isEqualTo("UNDER_AGE");   // not born yet
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            "150403470585000,Uji,P,1985-05-07,petani,1,15.04.03.2001,|NIK_NOT_16_DIGITS",
            "15040347058500031,Uji,P,1985-05-07,petani,1,15.04.03.2001,|NIK_NOT_16_DIGITS",
            ",Uji,P,1985-05-07,petani,1,15.04.03.2001,|NIK_NOT_16_DIGITS",
            "15040347058500O3,Uji,P,1985-05-07,petani,1,15.04.03.2001,|NIK_NOT_16_DIGITS",
            "\"1,50101E+15\",Uji,P,1985-05-07,petani,1,15.04.03.2001,|NIK_SCIENTIFIC",
            "1.50101E+15,Uji,P,1985-05-07,petani,1,15.04.03.2001,|NIK_SCIENTIFIC",
            "1504034705850003,Uji,L,1985-05-07,petani,1,15.04.03.2001,|NIK_SEX_MISMATCH",
            "1504030705850003,Uji,P,1985-05-07,petani,1,15.04.03.2001,|NIK_SEX_MISMATCH",
            "1504034705850003,Uji,P,1985-05-08,petani,1,15.04.03.2001,|NIK_BIRTH_DATE_MISMATCH",
            "1504034705850003,Uji,P,1985-06-07,petani,1,15.04.03.2001,|NIK_BIRTH_DATE_MISMATCH",
            "1504034705850003,Uji,P,1986-05-07,petani,1,15.04.03.2001,|NIK_BIRTH_DATE_MISMATCH",
            "1504034705850003,Uji,P,7 Mei 1985,petani,1,15.04.03.2001,|BIRTH_DATE_MALFORMED",
            "1504034705850003,Uji,P,1985-02-30,petani,1,15.04.03.2001,|BIRTH_DATE_MALFORMED",
            "1504034705850003,Uji,X,1985-05-07,petani,1,15.04.03.2001,|GENDER_UNKNOWN",
            "1504034705850003,,P,1985-05-07,petani,1,15.04.03.2001,|NAME_EMPTY",
            "1504034705850003,   ,P,1985-05-07,petani,1,15.04.03.2001,|NAME_EMPTY",
            "1504034705850003,=+-@,P,1985-05-07,petani,1,15.04.03.2001,|NAME_EMPTY",
            "1504034705850003,Uji,P,1985-05-07,,1,15.04.03.2001,|OCCUPATION_EMPTY",
            "1504034705850003,Uji,P,1985-05-07,petani,1.000.000,15.04.03.2001,|INCOME_MALFORMED",
            "1504034705850003,Uji,P,1985-05-07,petani,-1,15.04.03.2001,|INCOME_MALFORMED",
            "1504034705850003,Uji,P,1985-05-07,petani,1,15.04.03.2002,|VILLAGE_MISMATCH",
            "1504034705850003,Uji,P,1985-05-07,petani,1,99.01.01.2001,|UNKNOWN_VILLAGE",
            "1504034705850003,Uji,P,1985-05-07,petani,1,,|UNKNOWN_VILLAGE",
            "1504034705850003,Uji,P,1985-05-07,petani,1,15.04.03.2001,,|EXTRA_COLUMNS",
            "1504034705850003,Uji,P,07/05/1985,petani,1,15.04.03.2001,|taken",
            "1504034705850003,Uji,Perempuan,1985-05-07,petani,,15.04.03.2001,|taken",
            "'1504034705850003,Uji,P,1985-05-07,petani,,15.04.03.2001,|taken"})
    void judgesARow(String given, String expected) {
        assertThat(code(given)).isEqualTo(expected);
    }

    @Test
    void aNameThatIsAFormulaIsMadeHarmlessAndKept() {
        for (String name : List.of("=cmd|' /C calc'!A0", "+cmd|' /C calc'!A0", "-2+3", "@SUM(1+1)", "=1+1", " =1+1")) {
            var verdict = check.of(row("1504034705850003," + name + ",P,1985-05-07,petani,1,15.04.03.2001,"));

            assertThat(verdict.row().name()).as(name).matches("[^=+@-].*");
            assertThat(verdict.warnings()).extracting(Finding::code).containsExactly("NAME_NEUTRALISED");
        }
    }

    @Test
    void aNikOfAnotherDistrictIsARemarkOnly() {
        var verdict = check.of(row("1571024705850003,Uji Pindah,P,1985-05-07,petani,1,15.04.03.2001,"));

        assertThat(verdict.fault()).isNull();
        assertThat(verdict.warnings()).extracting(Finding::code).containsExactly("NIK_OTHER_DISTRICT");
    }

    @Test
    void blanksAtTheEndDoNotCount() {
        assertThat(code("1504034705850003  ,Siti Uji   ,P,1985-05-07,petani,1,15.04.03.2001   ,")).isEqualTo("taken");
    }

    @Test
    void anOddPhoneIsLeftOut() {
        var verdict = check.of(row("1504034705850003,Uji,P,1985-05-07,petani,1,15.04.03.2001,tidak ada"));

        assertThat(verdict.row().phone()).isEmpty();
        assertThat(verdict.warnings()).extracting(Finding::code).containsExactly("PHONE_IGNORED");
    }

    @Test
    void whatGoesOutToASpreadsheetIsNoFormula() {
        for (String text : List.of("=1+1", "+1", "-1", "@SUM(1)", "\t=1", "\r=1")) {
            assertThat(JobController.harmless(text)).isEqualTo("'" + text);
        }
        assertThat(JobController.harmless("NIK wajib diisi.")).isEqualTo("NIK wajib diisi.");
        assertThat(JobController.harmless("")).isEmpty();
    }

    private String code(String given) {
        var verdict = check.of(row(given));
        return verdict.fault() == null ? "taken" : verdict.fault().code();
    }

    private static String born(String digits, String date) {
        return "150403" + digits + "0003,Uji,L," + date + ",petani,1,15.04.03.2001,";
    }

    private static RosterCheck check(String village, LocalDate today) {
        return new RosterCheck(village, Set.of(VILLAGE, "15.04.03.2002")::contains, new AgeLimits(17, 64, "aturan uji"),
                new AgeLimits(17, 150, "aturan uji"), today, REGISTERED::equals);
    }

    static TableRow row(String line) {
        String file = Roster.HEADER + line + "\n";
        try (TableReader table = TableReader.open(new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)), RosterCheck.REQUIRED)) {
            List<TableRow> rows = new ArrayList<>();
            table.forEach(rows::add);
            return rows.get(0);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
