package id.lindungdesa.death;

import id.lindungdesa.refusal.Finding;
import id.lindungdesa.refusal.Refusal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** A report of a death as somebody sends it: texts that are read here, so that all that is wrong is told at once. */
record DeathReportForm(String workerNik, String diedOn, InformantForm informant, String certificateNumber) {

    private static final Pattern NIK = Pattern.compile("\\d{16}");
    private static final int LONGEST = 120;

    record InformantForm(String name, String phone, String relation) {}

    record Read(String workerNik, LocalDate diedOn, Informant informant) {}

    /** @throws Refusal REPORT_INVALID with every faulty field */
    Read read() {
        List<Finding> faults = new ArrayList<>();
        require(workerNik != null && NIK.matcher(workerNik).matches(), faults, "workerNik", "NIK_SHAPE", "NIK harus terdiri atas 16 angka.");
        LocalDate day = null;
        try {
            day = diedOn == null ? null : LocalDate.parse(diedOn);
        } catch (DateTimeParseException e) {
            // told below
        }
        require(day != null, faults, "diedOn", "DATE_SHAPE", "Tanggal kematian harus berbentuk TTTT-BB-HH, misalnya 2026-03-02.");
        if (informant != null) {
            require(isShort(informant.name()), faults, "informant/name", "TOO_LONG", "Nama pelapor terlalu panjang.");
            require(isShort(informant.phone()), faults, "informant/phone", "TOO_LONG", "Nomor telepon terlalu panjang.");
            require(isShort(informant.relation()), faults, "informant/relation", "TOO_LONG", "Hubungan terlalu panjang.");
        }
        require(isShort(certificateNumber), faults, "certificateNumber", "TOO_LONG", "Nomor akta terlalu panjang.");
        if (!faults.isEmpty()) {
            throw Refusal.invalid("REPORT_INVALID", "Laporan belum benar. Periksa isian yang ditandai.", faults);
        }
        return new Read(workerNik, day, informant == null ? new Informant(null, null, null, certificateNumber)
                : new Informant(informant.name(), informant.phone(), informant.relation(), certificateNumber));
    }

    private static boolean isShort(String text) {
        return text == null || text.length() <= LONGEST;
    }

    private static void require(boolean holds, List<Finding> faults, String path, String code, String message) {
        if (!holds) {
            faults.add(Finding.at("/" + path, path.substring(path.lastIndexOf('/') + 1), code, message));
        }
    }

    static Refusal refused(String field, String code, String message) {
        return Refusal.invalid(code, message, List.of(Finding.at("/" + field, field, code, message)));
    }
}
