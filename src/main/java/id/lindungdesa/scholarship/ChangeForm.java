package id.lindungdesa.scholarship;

import id.lindungdesa.document.Documents;
import id.lindungdesa.refusal.Finding;
import id.lindungdesa.refusal.Refusal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A report about a child as somebody sends it, read here, so that all that is wrong is told at once.
 *
 * @param child which of the claim's children, {@code 1} or {@code 2}
 * @param kind MARRIED, WAGE, BPU or INTERN
 * @param happenedOn the day of the marriage, or on which the work began
 * @param wageMonths for WAGE: months in a row so far; null where nobody knows
 */
record ChangeForm(String claimNumber, String child, String kind, String happenedOn, Integer wageMonths, String note,
                  List<String> documents) {

    private static final int LONGEST_NOTE = 1000;

    record Read(String claimNumber, String child, ChangeKind kind, LocalDate happenedOn, Integer wageMonths, String note,
                List<UUID> documents) {}

    /** @throws Refusal SCHOLARSHIP_CHANGE_INVALID with every faulty field */
    Read read(LocalDate today) {
        List<Finding> faults = new ArrayList<>();
        require(claimNumber != null && !claimNumber.isBlank(), faults, "claimNumber", "CLAIM_NUMBER_REQUIRED", "Nomor klaim wajib diisi.");
        require(child != null && !child.isBlank(), faults, "child", "CHILD_REQUIRED", "Pilih anak yang dilaporkan.");
        Optional<ChangeKind> what = Arrays.stream(ChangeKind.values()).filter(one -> one.name().equals(kind)).findFirst();
        require(what.isPresent(), faults, "kind", "CHANGE_KIND_UNKNOWN", "Pilih apa yang dilaporkan: menikah, bekerja, atau magang.");
        LocalDate on = date();
        require(on != null && !on.isAfter(today), faults, "happenedOn", "DATE_SHAPE",
                "Tanggal berbentuk TTTT-BB-HH dan tidak setelah hari ini.");
        boolean wage = what.filter(ChangeKind.WAGE::equals).isPresent();
        // a month that has begun counts
        require(!wage || wageMonths == null || on == null || wageMonths >= 0 && wageMonths <= ChronoUnit.MONTHS.between(on, today) + 1,
                faults, "wageMonths", "WAGE_MONTHS_INVALID", "Bulan bekerja berturut-turut tidak dapat lebih lama daripada sejak tanggal mulai bekerja.");
        require(note == null || note.length() <= LONGEST_NOTE, faults, "note", "NOTE_TOO_LONG", "Keterangan paling banyak 1.000 tanda.");
        List<UUID> papers = papers(faults);
        require(!papers.isEmpty(), faults, "documents", "DOCUMENT_REQUIRED",
                "Unggah dokumen buktinya, misalnya kutipan akta nikah atau surat keterangan kerja.");
        if (!faults.isEmpty()) {
            throw Refusal.invalid("SCHOLARSHIP_CHANGE_INVALID", "Isian laporan belum benar. Periksa isian yang ditandai.", faults);
        }
        return new Read(claimNumber.strip(), child.strip(), what.orElseThrow(), on, wage ? wageMonths : null,
                note == null || note.isBlank() ? null : note.strip(), papers);
    }

    private LocalDate date() {
        try {
            return happenedOn == null ? null : LocalDate.parse(happenedOn);
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    private List<UUID> papers(List<Finding> faults) {
        try {
            return documents == null ? List.of() : Documents.ids(String.join(",", documents));
        } catch (RuntimeException e) {
            require(false, faults, "documents", "DOCUMENT_UNKNOWN", "Dokumen tidak ditemukan. Unggah kembali berkasnya.");
            return List.of();
        }
    }

    private static void require(boolean holds, List<Finding> faults, String field, String code, String message) {
        if (!holds) {
            faults.add(Finding.at("/" + field, field, code, message));
        }
    }
}
