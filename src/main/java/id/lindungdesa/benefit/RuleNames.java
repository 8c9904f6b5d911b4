package id.lindungdesa.benefit;

import id.lindungdesa.calendar.DateWords;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;

/** What the decision tables are called in Indonesian: their names in {@code processes/*.dmn}, to which a test holds them. */
final class RuleNames {

    static final Map<String, String> NAMES = Map.ofEntries(
            Map.entry("accident-benefit", "Manfaat uang tunai JKK"),
            Map.entry("accident-report-deadline", "Batas laporan tahap I"),
            Map.entry("advance-premium", "Iuran yang dibayar di muka"),
            Map.entry("aid-cap", "Batas alat bantu"),
            Map.entry("approval-limit", "Batas wewenang Kepala Bidang"),
            Map.entry("claim-cause", "Sebab dan program"),
            Map.entry("claim-checklist", "Daftar kelengkapan berkas klaim"),
            Map.entry("claim-deadline", "Batas waktu pembayaran klaim"),
            Map.entry("claim-eligibility", "Kelayakan klaim"),
            Map.entry("claim-expiry", "Kedaluwarsa hak klaim"),
            Map.entry("complaint-deadline", "Batas waktu pengaduan"),
            Map.entry("death-benefit", "Manfaat jaminan kematian (JKM)"),
            Map.entry("death-report-deadline", "Batas waktu laporan kematian"),
            Map.entry("disability-percent", "Persentase cacat"),
            Map.entry("grace-period", "Masa tenggang iuran"),
            Map.entry("heir-majority", "Usia dewasa ahli waris"),
            Map.entry("heir-rank", "Urutan ahli waris"),
            Map.entry("home-care-cap", "Batas perawatan di rumah"),
            Map.entry("income-replacement", "Santunan sementara tidak mampu bekerja (STMB)"),
            Map.entry("late-penalty", "Denda keterlambatan"),
            Map.entry("premium-band", "Iuran JKK menurut penghasilan"),
            Map.entry("premium-rate", "Iuran JKK dan JKM per bulan"),
            Map.entry("reminder-term", "Hari pengingat dan eskalasi"),
            Map.entry("risk-sign", "Tanda risiko"),
            Map.entry("risk-window", "Ambang tanda risiko"),
            Map.entry("scholarship-amount", "Besar beasiswa"),
            Map.entry("scholarship-checklist", "Berkas beasiswa"),
            Map.entry("scholarship-confirmation", "Batas bukti sekolah"),
            Map.entry("scholarship-end", "Berakhirnya beasiswa"),
            Map.entry("scholarship-right", "Hak beasiswa"),
            Map.entry("transport-cap", "Batas biaya pengangkutan"),
            Map.entry("upload-link", "Tautan unggah berkas"),
            Map.entry("waiting-period", "Masa tunggu manfaat JKM penuh"),
            Map.entry("will-form", "Bentuk wasiat"),
            Map.entry("worker-eligibility", "Syarat umur pendaftaran"));

    private RuleNames() {}

    /** {@code claim-cause:1; risk-sign:2} in the words of the tables. */
    static String of(String versions) {
        return Arrays.stream(versions.split("; ")).map(RuleNames::one).collect(Collectors.joining("; "));
    }

    /** What is said where a table says nothing about a day. */
    static String noneOn(String table, LocalDate on) {
        return "Tidak ada aturan %s yang berlaku pada %s.".formatted(NAMES.getOrDefault(table, table), DateWords.day(on));
    }

    private static String one(String version) {
        int colon = version.indexOf(':');
        String name = colon < 0 ? null : NAMES.get(version.substring(0, colon));
        return name == null ? version : "%s (versi %s)".formatted(name, version.substring(colon + 1));
    }
}
