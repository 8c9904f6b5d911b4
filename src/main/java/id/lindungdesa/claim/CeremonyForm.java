package id.lindungdesa.claim;

import id.lindungdesa.refusal.Finding;
import id.lindungdesa.refusal.Refusal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;

/** For which day and place the list is wanted, and of which claims: by their numbers, or those paid from one day through another. */
record CeremonyForm(String day, String place, List<String> claims, String branch, String paidFrom, String paidThrough) {

    static final int MOST_CLAIMS = 200;

    private static final int LONGEST_PLACE = 120;

    /** What was read of it. Either numbers, or from and through. */
    record Wanted(LocalDate day, String place, LocalDate from, LocalDate through) {}

    boolean byDays() {
        return claims == null && (branch != null || paidFrom != null || paidThrough != null);
    }

    /** @throws Refusal CEREMONY_INVALID with each field that is wrong */
    Wanted read(LocalDate today) {
        List<Finding> faults = new ArrayList<>();
        LocalDate on = day(day, "day", faults);
        if (on != null && on.isBefore(today)) {
            fault(faults, "day", "DAY_PAST", "Hari penyerahan sudah lewat. Isi hari ini atau hari sesudahnya.");
        }
        String where = place == null ? "" : place.replaceAll("\\s+", " ").strip();
        if (where.isEmpty() || where.length() > LONGEST_PLACE) {
            fault(faults, "place", "PLACE_REQUIRED", "Tempat penyerahan wajib diisi, paling panjang %d huruf.".formatted(LONGEST_PLACE));
        }
        LocalDate from = null;
        LocalDate through = null;
        if (byDays()) {
            from = day(paidFrom, "paidFrom", faults);
            through = day(paidThrough, "paidThrough", faults);
            if (from != null && through != null && through.isBefore(from)) {
                fault(faults, "paidThrough", "DAYS_REVERSED", "Hari terakhir pembayaran mendahului hari pertamanya.");
            }
        } else if (claims == null || claims.isEmpty()) {
            fault(faults, "claims", "CLAIMS_REQUIRED", "Sebutkan paling sedikit satu nomor klaim.");
        } else if (claims.size() > MOST_CLAIMS) {
            fault(faults, "claims", "TOO_MANY_CLAIMS", "Paling banyak %d klaim dalam satu daftar. Bagi daftarnya.".formatted(MOST_CLAIMS));
        } else if (branch != null || paidFrom != null || paidThrough != null) {
            fault(faults, "claims", "EITHER_CLAIMS_OR_DAYS", "Sebutkan nomor klaim atau hari pembayaran, jangan keduanya.");
        }
        if (!faults.isEmpty()) {
            throw Refusal.invalid("CEREMONY_INVALID", "Daftar penyerahan belum dapat dibuat; perbaiki isian yang disebut.", faults);
        }
        return new Wanted(on, where, from, through);
    }

    private static LocalDate day(String typed, String field, List<Finding> faults) {
        try {
            return LocalDate.parse(typed == null ? "" : typed.strip());
        } catch (DateTimeParseException e) {
            fault(faults, field, "DAY_INVALID", "Isi tanggal sebagai tahun-bulan-hari, misalnya 2026-12-01.");
            return null;
        }
    }

    private static void fault(List<Finding> faults, String field, String code, String message) {
        faults.add(Finding.at("/" + field, field, code, message));
    }
}
