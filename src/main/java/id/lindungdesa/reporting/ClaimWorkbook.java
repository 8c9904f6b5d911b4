package id.lindungdesa.reporting;

import id.lindungdesa.reporting.ClaimFigures.Count;
import id.lindungdesa.reporting.ClaimFigures.Report;
import id.lindungdesa.table.Spreadsheet;
import id.lindungdesa.table.Spreadsheet.Sheet;
import java.util.Arrays;
import java.util.List;

/** The figures of a branch as a workbook, a sheet for each question. */
final class ClaimWorkbook {

    private static final List<String> COUNTS = List.of("Kelompok", "Diajukan", "Diproses", "Dibayar", "Ditolak", "Dibayar (Rp)");

    private ClaimWorkbook() {}

    static byte[] of(Report report) {
        return Spreadsheet.of(List.of(summary(report), counts("Program", report.programmes()), counts("Sebab", report.causes()),
                counts("Desa", report.villages()), counts("Umur", report.ageGroups()),
                new Sheet("Alasan penolakan", List.of("Alasan", "Klaim"), report.rejections().stream()
                        .map(one -> List.<Object>of(one.reason(), one.claims())).toList())));
    }

    private static Sheet summary(Report report) {
        return new Sheet("Ringkasan", List.of("Hal", "Nilai"), List.of(
                row("Kantor cabang", report.branch() == null ? "semua" : report.branch()),
                row("Sejak", report.from()), row("Sampai", report.through()),
                row("Klaim dibayar", report.punctuality().paid()), row("Dalam 3 hari kerja", report.punctuality().within3Days()),
                row("Dalam 7 hari kerja", report.punctuality().within7Days()), row("Tepat waktu", report.punctuality().inTime()),
                row("Klaim dengan denda", report.penalties().claims()), row("Denda (Rp)", report.penalties().rupiah()),
                row("Beasiswa dibayar (tahun ajaran)", report.scholarships().years()),
                row("Beasiswa (Rp)", report.scholarships().rupiah()), row("Dibayarkan seluruhnya (Rp)", report.ratio().paid()),
                row("Iuran diterima (Rp)", report.ratio().premiums()), row("Rasio klaim (per seribu)", report.ratio().perMille())));
    }

    private static List<Object> row(String label, Object value) {
        return Arrays.asList(label, value);
    }

    private static Sheet counts(String name, List<Count> counts) {
        return new Sheet(name, COUNTS, counts.stream().map(one -> List.<Object>of(one.key(), one.filed(), one.open(), one.paid(),
                one.rejected(), one.rupiah())).toList());
    }
}
