package id.lindungdesa.benefit;

import java.util.Map;

/** What the codes of a claim mean to a family, in words that letters, sheets and explanations share. */
public final class Wording {

    private static final Map<String, String> COMPONENTS = Map.of("LUMP_SUM", "Santunan sekaligus",
            "PERIODIC", "Santunan berkala", "FUNERAL", "Biaya pemakaman", "DEATH", "Santunan kematian akibat kerja",
            "TOTAL_DISABILITY", "Santunan cacat total tetap", "PARTIAL_DISABILITY", "Santunan cacat sebagian",
            "INCOME_REPLACEMENT", "Santunan sementara tidak mampu bekerja", "TRANSPORT", "Biaya pengangkutan",
            "HOME_CARE", "Perawatan di rumah");

    private static final Map<String, String> REASONS = Map.ofEntries(
            Map.entry("UNDER_THREE_MONTHS", "masa kepesertaan belum mencapai 3 bulan, sehingga hanya biaya pemakaman yang dibayarkan"),
            Map.entry("GRACE", "iuran menunggak, tetapi masih dalam masa tenggang 3 bulan"),
            Map.entry("LAPSED_GT_3M", "iuran tidak dibayar lebih dari 3 bulan, sehingga kepesertaan telah berakhir sebelum tanggal peristiwa"),
            Map.entry("REGISTERED_AFTER_EVENT", "pekerja baru didaftarkan setelah tanggal peristiwa"),
            Map.entry("NOT_COVERED", "tidak ada perlindungan yang berlaku pada tanggal peristiwa"),
            Map.entry("CLAIM_RIGHT_LAPSED", "klaim diajukan setelah hak menuntut manfaat gugur"),
            Map.entry("CAUSE_BELONGS_TO_JKK", "sebabnya berasal dari pekerjaan, yang dijamin program JKK dengan manfaat lebih besar"),
            Map.entry("CAUSE_NOT_FROM_WORK", "sebabnya bukan dari pekerjaan; kematian karenanya dijamin program JKM"),
            Map.entry("NO_ENTITLED_HEIR", "tidak ada ahli waris yang berhak di antara yang dicantumkan"),
            Map.entry("PAID_BEFORE_NOT_DUE", "untuk kecelakaan ini sudah dibayar manfaat yang tidak termasuk perhitungan sekarang; pejabat menentukan perhitungannya"),
            Map.entry("CAP_REACHED", "sebagian manfaat dibatasi sampai jumlah paling tinggi menurut aturan"),
            Map.entry("SCHOLARSHIP_NEEDS_36_MONTHS", "beasiswa pada JKM memerlukan masa iur paling singkat 36 bulan"),
            Map.entry("SCHOLARSHIP_ENDED_AGE", "beasiswa seorang anak berakhir karena anak telah berumur 23 tahun"),
            Map.entry("SCHOLARSHIP_ENDED_MARRIED", "beasiswa seorang anak berakhir karena anak telah menikah"),
            Map.entry("SCHOLARSHIP_ENDED_WORK", "beasiswa seorang anak berakhir karena anak telah bekerja"),
            Map.entry("SCHOLARSHIP_ENDED_YEARS", "beasiswa seorang anak pada jenjang ini sudah diterima selama tahun paling lama"),
            Map.entry("SCHOLARSHIP_BELOW_SCHOOL_AGE", "anak belum mencapai umur sekolah"),
            Map.entry("SCHOLARSHIP_MAX_TWO_CHILDREN", "beasiswa diberikan kepada paling banyak dua anak; keluarga menunjuk anak yang menerimanya"),
            Map.entry("SCHOLARSHIP_YEAR_BEFORE_EVENT", "tahun ajaran itu telah selesai sebelum peristiwa"),
            Map.entry("PROGRAMME_MISSING", "program (JKM atau JKK) belum diketahui"),
            Map.entry("EVENT_DATE_MISSING", "tanggal peristiwa belum diketahui"),
            Map.entry("COVER_MISSING", "masa perlindungan belum diketahui"),
            Map.entry("FILED_ON_MISSING", "tanggal pengajuan belum diketahui, padahal hak menuntut mungkin sudah gugur"),
            Map.entry("OUTCOME_MISSING", "akibat bagi pekerja (sembuh, cacat, atau meninggal) belum diketahui"),
            Map.entry("INCOME_BASE_MISSING", "penghasilan yang dilaporkan belum diketahui"),
            Map.entry("HEIRS_MISSING", "ahli waris belum diketahui"),
            Map.entry("HEIR_RELATION_MISSING", "hubungan seorang ahli waris dengan pekerja belum diketahui"),
            Map.entry("DISABILITY_MISSING", "bagian tubuh yang cacat belum diketahui"),
            Map.entry("DISABILITY_PART_MISSING", "bagian tubuh yang cacat belum diketahui"),
            Map.entry("DISABILITY_LOSS_MISSING", "belum diketahui apakah bagian tubuh itu hilang atau berkurang fungsinya"),
            Map.entry("DISABILITY_SIDE_MISSING", "sisi kanan atau kiri bagian tubuh yang cacat belum diketahui"),
            Map.entry("PERCENT_LOST_MISSING", "persentase berkurangnya fungsi belum diketahui"),
            Map.entry("DOMINANT_HAND_MISSING", "belum diketahui apakah pekerja bertangan kanan atau kidal"),
            Map.entry("TRANSPORT_MODE_MISSING", "jenis angkutan sebuah kuitansi belum diketahui"),
            Map.entry("TRANSPORT_RUPIAH_MISSING", "jumlah sebuah kuitansi angkutan belum diketahui"),
            Map.entry("HOME_CARE_RUPIAH_MISSING", "biaya perawatan di rumah belum diketahui"),
            Map.entry("HOME_CARE_MONTHS_MISSING", "lama perawatan di rumah belum diketahui"),
            Map.entry("CHILD_BIRTH_DATE_MISSING", "tanggal lahir seorang anak belum diketahui"),
            Map.entry("CHILD_LEVEL_MISSING", "jenjang sekolah seorang anak belum diketahui"));

    private static final Map<String, String> SIGNS = Map.of(
            "EARLY_DEATH", "meninggal tidak lama setelah menjadi peserta",
            "DEATH_CLUSTER", "beberapa peserta baru di desa ini meninggal dalam waktu berdekatan",
            "RECURRING_HEIR", "ahli waris yang sama tercantum dalam beberapa klaim",
            "LATE_REGISTRATION", "perlindungan didaftarkan setelah peristiwa",
            "CAUSE_NOT_STATED", "sebab belum dinyatakan");

    private Wording() {}

    public static String sign(String code) {
        return SIGNS.getOrDefault(code, code);
    }

    public static String component(String code) {
        return COMPONENTS.getOrDefault(code, code);
    }

    public static String reason(String code) {
        return REASONS.getOrDefault(code, code);
    }

    /** Which tables decided in which version, as {@code claim-cause:1; risk-sign:1}, by the names of the tables. */
    public static String rules(String versions) {
        return versions == null ? null : RuleNames.of(versions);
    }

    static boolean knowsReason(String code) {
        return REASONS.containsKey(code);
    }
}
