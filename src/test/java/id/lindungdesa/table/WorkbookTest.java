package id.lindungdesa.table;

import static id.lindungdesa.table.TableReaderTest.assertRefused;
import static id.lindungdesa.table.TableReaderTest.read;
import static org.assertj.core.api.Assertions.assertThat;

import id.lindungdesa.refusal.Finding;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;

class WorkbookTest {


    @Test
    void readsTextsNumbersDatesAndFormulas() throws IOException {
        var rows = read(workbook(sheet -> {
            sheet.value(0, 0, "NIK");
            sheet.value(0, 1, "Birth Date");
            sheet.value(0, 2, "rupiah");
            sheet.value(0, 3, "baik");
            sheet.value(1, 0, "1501010101900001");
            sheet.value(1, 1, LocalDate.of(1990, 1, 31));
            sheet.style(1, 1).format("dd/mm/yyyy").set();
            sheet.value(1, 2, 100_000_000L);
            sheet.value(1, 3, true);
            sheet.value(3, 0, " x ");
            sheet.value(3, 2, 1000.5);
        }));

        assertThat(rows).extracting(TableRow::line).containsExactly(2, 4);
        assertThat(rows.get(0).cells()).containsEntry("nik", "1501010101900001").containsEntry("birth_date", "1990-01-31")
                .containsEntry("rupiah", "100000000").containsEntry("baik", "true");
        assertThat(rows.get(1).cells()).containsEntry("nik", "x").containsEntry("birth_date", "")
                .containsEntry("rupiah", "1000.5");
        assertThat(rows).allMatch(TableRow::sound);
    }

    @Test
    void aNikTypedAsANumberIsWrittenOutAndFlagged() throws IOException {
        var rows = read(workbook(sheet -> {
            sheet.value(0, 0, "nik");
            sheet.value(1, 0, 1.50101010190001E15);
        }));

        assertThat(rows).singleElement().satisfies(row -> {
            assertThat(row.get("nik")).isEqualTo("1501010101900010");
            assertThat(row.faults()).extracting(Finding::code).containsExactly("PRECISION_LOST");
            assertThat(row.faults().get(0).field()).isEqualTo("nik");
        });
    }

    @Test
    void namesRowsWithMoreCells() throws IOException {
        var rows = read(workbook(sheet -> {
            sheet.value(0, 0, "a");
            sheet.value(1, 0, "1");
            sheet.value(1, 2, "catatan");
        }));

        assertThat(rows).singleElement()
                .satisfies(row -> assertThat(row.faults()).extracting(Finding::code).containsExactly("EXTRA_COLUMNS"));
    }

    @Test
    void refusesAZipThatIsNoWorkbook() throws IOException {
        assertRefused("TABLE_UNREADABLE", zip("readme.txt", 10));
        assertRefused("TABLE_UNREADABLE", "PK\u0003\u0004 bukan buku kerja".getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void refusesAWorkbookThatUnpacksWithoutEnd() throws IOException {
        assertRefused("TABLE_TOO_LARGE", zip("xl/sharedStrings.xml", 201 << 20));
    }

    private static byte[] workbook(Consumer<Worksheet> fill) throws IOException {
        var out = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(out, "test", "1.0")) {
            fill.accept(workbook.newWorksheet("Daftar"));
        }
        return out.toByteArray();
    }

    private static byte[] zip(String entry, int bytes) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry(entry));
            byte[] chunk = new byte[1 << 20];
            for (int left = bytes; left > 0; left -= chunk.length) {
                zip.write(chunk, 0, Math.min(left, chunk.length));
            }
        }
        return out.toByteArray();
    }
}
