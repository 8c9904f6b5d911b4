package id.lindungdesa.reporting;

import id.lindungdesa.table.LongSheet;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What the auditor sees as a workbook: the lines of the chain, or the rows of the list below a decree. */
final class TraceWorkbook {

    private TraceWorkbook() {}

    static void write(Chain chain, OutputStream out) {
        if (chain.table() != null) {
            rows(chain.table(), out);
        } else {
            lines(chain, out);
        }
    }

    private static void rows(Chain.Table table, OutputStream out) {
        List<String> heads = new ArrayList<>(List.of("Wilayah"));
        table.heads().forEach(head -> heads.add(head + " (Rp)"));
        heads.add("Sesuai buku");
        try (LongSheet sheet = new LongSheet(out, "Penelusuran", heads)) {
            for (Chain.Row row : table.rows()) {
                sheet.row(cells(row.name(), row.cells(), row.agrees() ? "Ya" : "TIDAK"));
            }
            sheet.row(cells("Jumlah", table.totals(), null));
        }
    }

    private static Object[] cells(String name, List<Long> cells, String agrees) {
        List<Object> all = new ArrayList<>();
        all.add(name);
        all.addAll(cells);
        all.add(agrees);
        return all.toArray();
    }

    private static void lines(Chain chain, OutputStream out) {
        try (LongSheet sheet = new LongSheet(out, "Penelusuran", List.of("Tingkat", "Uraian", "Nomor", "Jumlah (Rp)", "Waktu", "Tanggal", "Diputuskan oleh",
                "Dasar hukum", "Dokumen", "Sesuai buku"))) {
            for (Chain.Part part : chain.parts()) {
                for (Chain.Line line : part.lines()) {
                    sheet.row(part.title(), line.what(), line.number(), line.rupiah(), line.at(), line.on(), line.by(), line.legalBasis(),
                            line.papers().stream().map(Chain.Paper::name).collect(Collectors.joining(", ")), null);
                }
                if (part.rupiah() != null) {
                    sheet.row(part.title(), "Jumlah menurut perkara", null, part.rupiah(), null, null, null, null, null, null);
                    sheet.row(part.title(), "Jumlah menurut buku", null, part.booked(), null, null, null, null, null, part.agrees() ? "Ya" : "TIDAK");
                }
            }
        }
    }
}
