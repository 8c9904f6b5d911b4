package id.lindungdesa.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.lindungdesa.refusal.Finding;
import id.lindungdesa.refusal.Refusal;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TableReaderTest {

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t"})
    void findsTheSeparator(String separator) {
        var rows = read("code,name\n15,Satu\n".replace(",", separator));

        assertThat(rows).singleElement().satisfies(row -> {
            assertThat(row.get("code")).isEqualTo("15");
            assertThat(row.get("name")).isEqualTo("Satu");
        });
    }

    @Test
    void readsWhatExcelAdds() {
        var rows = read("\uFEFFsep=;\r\n Code ;\"Village Name\"\r\n 15\u00A0; Satu, dua \r\n\r\n;\r\n16;Tiga");

        assertThat(rows).extracting(TableRow::line).containsExactly(3, 6);
        assertThat(rows.get(0).cells()).containsEntry("code", "15").containsEntry("village_name", "Satu, dua");
        assertThat(rows.get(1).get("village_name")).isEqualTo("Tiga");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r"})
    void knowsEveryEndOfLine(String end) {
        assertThat(read("a,b\n1,2\n3,4".replace("\n", end))).extracting(TableRow::line).containsExactly(2, 3);
    }

    @Test
    void keepsQuotedSeparatorsQuotesAndLineBreaks() {
        var rows = read("a,b\n\"Siti, S.Pd\",\"kata \"\"baik\"\"\"\n\"dua\nbaris\",x\nToko \"Maju\",y\n");

        assertThat(rows).extracting(row -> row.get("a")).containsExactly("Siti, S.Pd", "dua\nbaris", "Toko \"Maju\"");
        assertThat(rows.get(0).get("b")).isEqualTo("kata \"baik\"");
        assertThat(rows).extracting(TableRow::line).containsExactly(2, 3, 5);
        assertThat(rows).allMatch(TableRow::sound);
    }

    @Test
    void anOpenQuoteBreaksItsLineOnly() {
        var rows = read("a,b\n\"Abdul,1\nBudi,2\n\"Siti, S.Pd\",3\nDewi,4\n");

        assertThat(rows).extracting(TableRow::line).containsExactly(2, 3, 4, 5);
        assertThat(rows.get(0).faults()).extracting(Finding::code).containsExactly("QUOTE_OPEN");
        assertThat(rows.subList(1, 4)).allMatch(TableRow::sound);
        assertThat(rows.get(2).get("a")).isEqualTo("Siti, S.Pd");
    }

    @Test
    void anOpenQuoteAtTheEndIsFound() {
        var rows = read("a,b\n1,\"x");

        assertThat(rows).singleElement().satisfies(row -> assertThat(row.faults())
                .containsExactly(Finding.atLine(2, null, "QUOTE_OPEN", "Tanda kutip pada baris ini tidak lengkap.")));
    }

    @Test
    void namesLinesWithMoreColumnsEvenEmptyOnes() {
        var rows = read("a,b\n1,2\n1,2,\n1,2,,catatan\n1\n");

        assertThat(rows).extracting(row -> row.faults().stream().map(Finding::code).toList())
                .containsExactly(List.of(), List.of("EXTRA_COLUMNS"), List.of("EXTRA_COLUMNS"), List.of());
        assertThat(rows.get(3).get("b")).isEmpty();
    }

    @Test
    void columnsWithoutATitleMayBeEmpty() {
        var rows = read("a;b;;\n1;2;;\n1;2;x;\n");

        assertThat(rows.get(0).sound()).isTrue();
        assertThat(rows.get(1).sound()).isFalse();
    }

    @Test
    void namesTheLineThatIsNotUtf8AndGoesOn() {
        var rows = read("name,code\nJosé,1\nBudi,2\nAndré\n".getBytes(Charset.forName("windows-1252")));

        assertThat(rows).extracting(TableRow::line).containsExactly(2, 3, 4);
        assertThat(rows).extracting(TableRow::sound).containsExactly(false, true, false);
        assertThat(rows.get(0).faults()).singleElement().satisfies(fault -> {
            assertThat(fault.line()).isEqualTo(2);
            assertThat(fault.field()).isEqualTo("name");
            assertThat(fault.code()).isEqualTo("NOT_UTF8");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16LE", "UTF-16BE", "UTF-8"})
    void readsEncodingsWithAMark(String charset) {
        assertThat(read("\uFEFFname\nJosé\n".getBytes(Charset.forName(charset)))).singleElement()
                .satisfies(row -> assertThat(row.get("name")).isEqualTo("José"));
    }

    @Test
    void refusesUtf16WithoutAMark() {
        assertRefused("TABLE_UNREADABLE", "a,b\n1,2\n".getBytes(StandardCharsets.UTF_16LE));
    }

    @Test
    void refusesControlCharactersInARow() {
        assertThat(read("a,b\n1\u0000,2\n3,4\n")).extracting(TableRow::sound).containsExactly(false, true);
    }

    @Test
    void refusesWhatIsNoTable() {
        assertRefused("TABLE_EMPTY", new byte[0]);
        assertRefused("TABLE_EMPTY", "\uFEFF\r\n\r\n".getBytes(StandardCharsets.UTF_8));
        assertRefused("COLUMN_DUPLICATE", "a,A\n1,2\n".getBytes(StandardCharsets.UTF_8));
        assertRefused("TABLE_UNREADABLE", new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1,
                (byte) 0xB1, 0x1A, (byte) 0xE1});
    }

    @Test
    void namesEveryColumnThatIsMissing() {
        assertThatThrownBy(() -> TableReader.open(bytes("name\n1\n"), "code", "name", "rupiah"))
                .isInstanceOfSatisfying(Refusal.class, refusal -> {
                    assertThat(refusal.code()).isEqualTo("COLUMN_MISSING");
                    assertThat(refusal.findings()).extracting(Finding::field).containsExactly("code", "rupiah");
                });
    }

    @Test
    void aLineWithoutEndStaysBounded() {
        var rows = read("a\n" + "x".repeat(200_000) + "\n1\n");

        assertThat(rows).extracting(TableRow::line).containsExactly(2, 3);
        assertThat(rows.get(0).faults()).extracting(Finding::code).containsExactly("LINE_TOO_LONG");
    }

    /** 60 MB of rows pass through while the list of them is never held. */
    @Test
    void streamsLargeFiles() throws IOException {
        byte[] line = "1501010101900001,Nama Seorang Pekerja,L,1990-01-01,petani,1000000,15.01.01.2001,0840\n"
                .getBytes(StandardCharsets.UTF_8);
        int lines = (60 << 20) / line.length;
        InputStream endless = new InputStream() {
            private final byte[] header = "nik,name,gender,birth_date,occupation,monthly_income,village_code,phone\n"
                    .getBytes(StandardCharsets.UTF_8);
            private long position = -header.length;

            @Override
            public int read() {
                long at = position++;
                if (at < 0) {
                    return header[(int) (header.length + at)];
                }
                return at < (long) lines * line.length ? line[(int) (at % line.length)] : -1;
            }
        };
        System.gc();
        long before = used();
        long count = 0;
        long most = 0;

        try (TableReader table = TableReader.open(endless, "nik")) {
            for (TableRow row : table) {
                if (++count % 200_000 == 0) {
                    System.gc();
                    most = Math.max(most, used() - before);
                }
            }
        }

        assertThat(count).isEqualTo(lines);
        assertThat(most).isLessThan(20L << 20);
    }

    static void assertRefused(String code, byte[] file) {
        assertThatThrownBy(() -> TableReader.open(new ByteArrayInputStream(file)))
                .isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
    }

    private static List<TableRow> read(String text) {
        return read(text.getBytes(StandardCharsets.UTF_8));
    }

    static List<TableRow> read(byte[] file) {
        List<TableRow> rows = new ArrayList<>();
        try (TableReader table = TableReader.open(new ByteArrayInputStream(file))) {
            table.forEach(rows::add);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return rows;
    }

    private static InputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    private static long used() {
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
