package id.lindungdesa.reporting;

import java.util.Map;

/** States in the officials' own words, for a workbook that leaves the house. */
final class StateWords {

    private static final Map<String, String> VILLAGE = Map.ofEntries(Map.entry("OPENABLE", "Akan dibuka"),
            Map.entry("OPENED", "Dibuka"), Map.entry("AWAITING_KELURAHAN_ROUTE", "Kelurahan, menunggu jalur penyaluran"),
            Map.entry("AWAITING_REQUEST", "Menunggu permohonan desa"),
            Map.entry("AWAITING_SIGNATURE", "Menunggu tanda tangan kepala desa"),
            Map.entry("AWAITING_RECOMMENDATION", "Menunggu rekomendasi camat"),
            Map.entry("AWAITING_VERIFICATION", "Menunggu verifikasi Dinas PMD"), Map.entry("READY", "Siap dibayarkan"),
            Map.entry("IN_RUN", "Dalam proses pencairan provinsi"), Map.entry("AT_REGENCY", "Di kas kabupaten/kota"),
            Map.entry("FORWARDED", "Diteruskan ke rekening kas desa"), Map.entry("RECEIVED", "Diterima desa"));

    private static final Map<String, String> CLAIM = Map.ofEntries(Map.entry("IN_TREATMENT", "Menunggu hasil pemeriksaan dokter"),
            Map.entry("SUBMITTED", "Diperiksa kelengkapannya"), Map.entry("INCOMPLETE", "Menunggu kelengkapan"),
            Map.entry("COMPLETE", "Lengkap"), Map.entry("ASSESSED", "Dihitung"), Map.entry("PROPOSED", "Menunggu Kepala Bidang"),
            Map.entry("ENDORSED", "Disetujui Kepala Bidang"), Map.entry("APPROVED", "Disetujui"),
            Map.entry("PAYMENT_ORDERED", "Pembayaran diperintahkan"), Map.entry("PAID", "Dibayar"), Map.entry("REJECTED", "Ditolak"));

    private StateWords() {}

    static String village(String state) {
        return VILLAGE.getOrDefault(state, state);
    }

    static String claim(String state) {
        return CLAIM.getOrDefault(state, state);
    }
}
