package id.lindungdesa.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.Test;

class LongSheetTest {

    @Test
    void cellsAreWhatTheyAreAndNeverAFormula() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (LongSheet sheet = new LongSheet(out, "Uji", List.of("Nama", "Rupiah", "Hari", "Saat", "Kosong"))) {
            sheet.row("=1+1", 10_080_000L, LocalDate.of(2026, 11, 22), OffsetDateTime.parse("2026-11-22T18:30:00Z"), null);
        }
        try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(out.toByteArray()))) {
            Row row = workbook.getFirstSheet().read().get(1);
            assertThat(row.getCell(0).getType()).isEqualTo(CellType.STRING);
            assertThat(row.getCell(0).getFormula()).isNull();
            assertThat(row.getCell(0).asString()).isEqualTo("=1+1");
            assertThat(row.getCell(1).getType()).isEqualTo(CellType.NUMBER);
            assertThat(row.getCell(1).asNumber().longValueExact()).isEqualTo(10_080_000);
            assertThat(row.getCell(2).asDate().toLocalDate()).isEqualTo("2026-11-22");
            assertThat(row.getCell(3).asDate()).as("on Jakarta's clock").isEqualTo("2026-11-23T01:30");
        }
    }

    @Test
    void rowsLeaveWhileTheyCome() {
        long[] written = new long[1];
        OutputStream counting = new OutputStream() {
            @Override
            public void write(int one) {
                written[0]++;
            }
        };
        try (LongSheet sheet = new LongSheet(counting, "Uji", List.of("Kode", "Rupiah"))) {
            long before = 0;
            for (int row = 1; row <= 15_620; row++) {
                sheet.row("15.%02d.%02d.%04d.%d".formatted(row % 11, row % 97, row, row * 31), row * 7_919L);
                if (row % 4_000 == 0) {
                    assertThat(written[0]).as("after " + row).isGreaterThan(before);
                    before = written[0];
                }
            }
        }
        assertThat(written[0]).isPositive();
    }
}
