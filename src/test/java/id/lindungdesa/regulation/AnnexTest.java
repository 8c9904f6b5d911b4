package id.lindungdesa.regulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import id.lindungdesa.money.Rupiah;
import id.lindungdesa.refusal.Finding;
import id.lindungdesa.region.Village;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AnnexTest {

    private static final Map<String, Village> KNOWN = DecreeWarningsTest.known(
            List.of("15.04.03.2001", "15.04.03.2002", "15.71.01.1001"));

    @Test
    void everyFaultyLineIsToldAndTheGoodOnesAreRead() throws IOException {
        Annex annex = read("""
                village_code,rupiah
                15.04.03.2001,100000000
                15.04.03.2009,100000000
                16.04.03.2001,100000000
                15.04.03.2001,100000000
                ,100000000
                15.04.03,100000000
                15.04.03.2002,100.000.000
                15.71.01.1001,0,lebih
                """);

        assertThat(annex.lines()).extracting(line -> line.village().code()).containsExactly("15.04.03.2001");
        assertThat(annex.faults()).extracting(Finding::line, Finding::field, Finding::code).containsExactly(
                tuple(3, "village_code", "VILLAGE_UNKNOWN"),
                tuple(4, "village_code", "VILLAGE_OTHER_PROVINCE"),
                tuple(5, "village_code", "VILLAGE_DUPLICATE"),
                tuple(6, "village_code", "VILLAGE_EMPTY"),
                tuple(7, "village_code", "VILLAGE_MALFORMED"),
                tuple(8, "rupiah", "AMOUNT_SEPARATORS"),
                tuple(9, null, "EXTRA_COLUMNS"),
                tuple(9, "rupiah", "AMOUNT_ZERO"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "''|AMOUNT_EMPTY", "0|AMOUNT_ZERO", "000|AMOUNT_ZERO", "-1|AMOUNT_NEGATIVE", "-100000000|AMOUNT_NEGATIVE",
            "(5)|AMOUNT_NEGATIVE", "100.000.000|AMOUNT_SEPARATORS", "100,000,000|AMOUNT_SEPARATORS", "100 000 000|AMOUNT_SEPARATORS",
            "100.000|AMOUNT_SEPARATORS", "100000000.00|AMOUNT_DECIMALS", "100000000,5|AMOUNT_DECIMALS", "100.000.000,00|AMOUNT_DECIMALS",
            "1.5|AMOUNT_DECIMALS", "1E8|AMOUNT_MALFORMED", "Rp100000000|AMOUNT_MALFORMED", "seratus juta|AMOUNT_MALFORMED",
            "+5|AMOUNT_MALFORMED", "12345678901234|AMOUNT_TOO_LARGE", "99999999999999999999999|AMOUNT_TOO_LARGE"})
    void anAmountIsWholeRupiahInPlainDigits(String amount, String code) throws IOException {
        Annex annex = read("village_code;rupiah\n15.04.03.2001;" + amount + "\n");

        assertThat(annex.lines()).isEmpty();
        assertThat(annex.faults()).singleElement().satisfies(fault -> {
            assertThat(fault.code()).isEqualTo(code);
            assertThat(fault.line()).isEqualTo(2);
        });
    }

    @Test
    void dotsAreAnsweredWithWhatToWrite() throws IOException {
        assertThat(read("village_code;rupiah\n15.04.03.2001;100.000.000\n").faults().get(0).message())
                .isEqualTo("Tulis 100000000, tanpa titik, koma atau spasi: bukan \"100.000.000\".");
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "\uFEFFvillage_code,rupiah\r\n15.04.03.2001,100000000\r\n15.04.03.2002,100000000\r\n",
            "village_code;rupiah\r\n15.04.03.2001;100000000\r\n15.04.03.2002;100000000",
            "\"village_code\",\"rupiah\"\n\"15.04.03.2001\",\"100000000\"\n\n15.04.03.2002, 100000000 \n",
            "rupiah\tno\tKode Desa\n100000000\t1\t15.04.03.2001\n100000000\t2\t15.04.03.2002\n"})
    void markCrlfSemicolonsQuotesTabsAndFurtherColumnsAreRead(String text) throws IOException {
        Annex annex = read(text);

        assertThat(annex.faults()).isEmpty();
        assertThat(annex.lines()).extracting(line -> line.village().code(), line -> line.rupiah().amount())
                .containsExactly(tuple("15.04.03.2001", 100_000_000L), tuple("15.04.03.2002", 100_000_000L));
    }

    @Test
    void otherEncodingsAreReadOrNamed() throws IOException {
        String text = "village_code,nama,rupiah\n15.04.03.2001,Désa,100000000\n";

        assertThat(read(("\uFEFF" + text).getBytes(StandardCharsets.UTF_16LE)).lines()).hasSize(1);
        assertThat(read(text.getBytes(Charset.forName("windows-1252"))).faults()).extracting(Finding::line, Finding::code)
                .containsExactly(tuple(2, "NOT_UTF8"));
    }

    @Test
    void aFileThatIsNoAnnexIsSaidToBeNone() throws IOException {
        assertThat(read("").faults()).extracting(Finding::code).containsExactly("TABLE_EMPTY");
        assertThat(read("village_code,rupiah\n").faults()).extracting(Finding::code).containsExactly("ANNEX_EMPTY");
        assertThat(read("desa,jumlah\n15.04.03.2001,5\n").faults()).extracting(Finding::field, Finding::code)
                .containsExactly(tuple("village_code", "COLUMN_MISSING"), tuple("rupiah", "COLUMN_MISSING"));
        assertThat(read("village_code\n15.04.03.2001\n").faults()).extracting(Finding::field).containsExactly("rupiah");
        assertThat(read("village_code,rupiah,rupiah\n15.04.03.2001,5,6\n").faults()).extracting(Finding::code)
                .containsExactly("COLUMN_DUPLICATE");
        assertThat(read(new byte[] {'P', 'K', 3, 4, 0, 0}).faults()).isNotEmpty();
    }

    @Test
    void theSumStaysWithinTheCeiling() throws IOException {
        String two = "village_code,rupiah\n15.04.03.2001,100000000\n15.04.03.2002,100000001\n";
        Annex exact = read(two);
        exact.checkCeiling(Rupiah.of(200_000_001));
        Annex above = read(two);
        above.checkCeiling(Rupiah.of(200_000_000));
        Annex one = read(two);
        one.checkCeiling(Rupiah.of(100_000_000));

        assertThat(exact.faults()).isEmpty();
        assertThat(above.faults()).extracting(Finding::code).containsExactly("CEILING_EXCEEDED");
        assertThat(above.faults().get(0).message()).contains("Rp200.000.001").contains("sebesar Rp1.");
        assertThat(one.faults()).extracting(Finding::line, Finding::code)
                .containsExactly(tuple(3, "AMOUNT_OVER_CEILING"), tuple(null, "CEILING_EXCEEDED"));
    }

    private static Annex read(String text) throws IOException {
        return read(text.getBytes(StandardCharsets.UTF_8));
    }

    private static Annex read(byte[] file) throws IOException {
        return Annex.read(new ByteArrayInputStream(file), "15", KNOWN);
    }
}
