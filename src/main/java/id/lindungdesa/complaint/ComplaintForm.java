package id.lindungdesa.complaint;

import id.lindungdesa.notice.Mail;
import id.lindungdesa.refusal.Finding;
import id.lindungdesa.refusal.Refusal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** A complaint as somebody sends it: texts that are read here, so that all that is wrong is told at once. */
record ComplaintForm(String claimNumber, String subject, String text, ComplainantForm complainant, List<String> documents) {

    private static final int LONGEST_TEXT = 4000;
    private static final int LONGEST_NAME = 120;
    private static final int LONGEST_PHONE = 40;

    record ComplainantForm(String name, String phone, String relation, String email) {}

    /** The same, read: every value is of its shape. */
    record Read(String claimNumber, ComplaintSubject subject, Story story, List<UUID> documents) {}

    /** @throws Refusal COMPLAINT_INVALID with every faulty field */
    Read read() {
        List<Finding> faults = new ArrayList<>();
        require(claimNumber != null && !claimNumber.isBlank(), faults, "claimNumber", "CLAIM_NUMBER_REQUIRED",
                "Nomor klaim wajib diisi, misalnya JKM-2026-000001.");
        Optional<ComplaintSubject> about = Arrays.stream(ComplaintSubject.values())
                .filter(value -> value.name().equals(subject)).findFirst();
        require(about.isPresent(), faults, "subject", "SUBJECT_UNKNOWN", "Pilih hal yang diadukan.");
        require(text != null && text.strip().length() >= 10 && text.length() <= LONGEST_TEXT, faults, "text", "TEXT_REQUIRED",
                "Uraikan pengaduan dengan 10 sampai %d tanda.".formatted(LONGEST_TEXT));
        boolean named = complainant != null && complainant.name() != null && !complainant.name().isBlank()
                && complainant.name().length() <= LONGEST_NAME;
        require(named, faults, "complainant/name", "NAME_REQUIRED", "Nama pengadu wajib diisi.");
        require(complainant == null || shorterThan(complainant.phone(), LONGEST_PHONE), faults, "complainant/phone",
                "PHONE_TOO_LONG", "Nomor telepon terlalu panjang.");
        require(complainant == null || shorterThan(complainant.relation(), LONGEST_NAME), faults, "complainant/relation",
                "RELATION_TOO_LONG", "Hubungan dengan pekerja terlalu panjang.");
        String email = complainant == null || complainant.email() == null || complainant.email().isBlank() ? null : complainant.email().strip();
        require(email == null || Mail.isAddress(email), faults, "complainant/email", "EMAIL_SHAPE", "Alamat e-mail tidak benar. Periksa kembali, atau kosongkan.");
        List<UUID> papers = documents(faults);
        if (!faults.isEmpty()) {
            throw Refusal.invalid("COMPLAINT_INVALID", "Isian pengaduan belum benar. Periksa isian yang ditandai.", faults);
        }
        return new Read(claimNumber.strip(), about.orElseThrow(), new Story(complainant.name().strip(), complainant.phone(),
                complainant.relation(), text.strip(), email), papers);
    }

    private List<UUID> documents(List<Finding> faults) {
        List<UUID> read = new ArrayList<>();
        for (int i = 0; documents != null && i < documents.size(); i++) {
            try {
                read.add(UUID.fromString(documents.get(i)));
            } catch (RuntimeException e) {
                require(false, faults, "documents/" + i, "DOCUMENT_UNKNOWN", "Dokumen tidak ditemukan. Unggah kembali berkasnya.");
            }
        }
        return read.stream().distinct().toList();
    }

    private static boolean shorterThan(String text, int limit) {
        return text == null || text.length() <= limit;
    }

    private static void require(boolean holds, List<Finding> faults, String path, String code, String message) {
        if (!holds) {
            faults.add(Finding.at("/" + path, path.substring(path.lastIndexOf('/') + 1), code, message));
        }
    }

    /** A refusal of one field. */
    static Refusal refused(String field, String code, String message) {
        return Refusal.invalid(code, message, List.of(Finding.at("/" + field, field, code, message)));
    }
}
