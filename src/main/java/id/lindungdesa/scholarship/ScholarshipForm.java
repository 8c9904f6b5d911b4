package id.lindungdesa.scholarship;

import id.lindungdesa.notice.Mail;
import id.lindungdesa.refusal.Finding;
import id.lindungdesa.refusal.Refusal;
import id.lindungdesa.scholarship.Scholarship.Guardian;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Children as somebody registers them for a paid claim: texts that are read here, so that all that is wrong is told at once.
 *
 * @param guardian who receives the money for them
 */
record ScholarshipForm(String claimNumber, GuardianForm guardian, List<ChildForm> children, List<String> documents) {

    private static final Pattern NIK = Pattern.compile("\\d{16}");
    private static final Pattern ACCOUNT = Pattern.compile("[A-Za-z0-9 ./-]{5,60}");
    private static final int LONGEST_NAME = 120;
    private static final int MOST_CHILDREN = 20;

    record GuardianForm(String name, String nik, String account, String email) {

        GuardianForm(String name, String nik, String account) {
            this(name, nik, account, null);
        }
    }

    /** {@code nominated}: whether the family chose this child; null where it did not say. */
    record ChildForm(String name, String nik, String birthDate, Boolean nominated) {}

    record Child(int index, String name, String nik, LocalDate birthDate, Boolean nominated) {}

    /** The same, read: every value is of its shape. */
    record Read(String claimNumber, Guardian guardian, List<Child> children, List<UUID> documents) {}

    /** @throws Refusal SCHOLARSHIP_INVALID with every faulty field */
    Read read(LocalDate today) {
        List<Finding> faults = new ArrayList<>();
        require(claimNumber != null && !claimNumber.isBlank(), faults, "claimNumber", "CLAIM_NUMBER_REQUIRED",
                "Nomor klaim wajib diisi.");
        GuardianForm who = guardian == null ? new GuardianForm(null, null, null, null) : guardian;
        require(isName(who.name()), faults, "guardian/name", "NAME_REQUIRED", "Nama wali wajib diisi.");
        require(isNik(who.nik()), faults, "guardian/nik", "NIK_SHAPE", "NIK wali harus terdiri atas 16 angka.");
        require(who.account() != null && ACCOUNT.matcher(who.account()).matches(), faults, "guardian/account", "ACCOUNT_SHAPE",
                "Nomor rekening wali wajib diisi (5-60 huruf atau angka).");
        String email = who.email() == null || who.email().isBlank() ? null : who.email().strip();
        require(email == null || Mail.isAddress(email), faults, "guardian/email", "EMAIL_SHAPE", "Alamat e-mail tidak benar. Periksa kembali, atau kosongkan.");
        List<Child> read = children(today, faults);
        List<UUID> papers = documents(documents, faults);
        if (!faults.isEmpty()) {
            throw Refusal.invalid("SCHOLARSHIP_INVALID", "Isian beasiswa belum benar. Periksa isian yang ditandai.", faults);
        }
        return new Read(claimNumber.strip(), new Guardian(who.name().strip(), who.nik(), who.account().strip(), email), read, papers);
    }

    private List<Child> children(LocalDate today, List<Finding> faults) {
        List<ChildForm> sent = children == null ? List.of() : children;
        require(!sent.isEmpty() && sent.size() <= MOST_CHILDREN, faults, "children", "CHILDREN_REQUIRED",
                "Daftarkan sedikitnya satu dan paling banyak %d anak.".formatted(MOST_CHILDREN));
        List<Child> read = new ArrayList<>();
        for (int i = 0; i < Math.min(sent.size(), MOST_CHILDREN); i++) {
            ChildForm child = sent.get(i) == null ? new ChildForm(null, null, null, null) : sent.get(i);
            String at = "children/" + i + "/";
            require(isName(child.name()), faults, at + "name", "NAME_REQUIRED", "Nama anak wajib diisi.");
            require(isNik(child.nik()), faults, at + "nik", "NIK_SHAPE", "NIK anak harus terdiri atas 16 angka.");
            require(read.stream().noneMatch(other -> other.nik().equals(child.nik())), faults, at + "nik", "CHILD_TWICE",
                    "Anak ini dicantumkan dua kali.");
            LocalDate born = date(child.birthDate());
            require(born != null && !born.isAfter(today), faults, at + "birthDate", "DATE_SHAPE",
                    "Tanggal lahir anak berbentuk TTTT-BB-HH dan tidak setelah hari ini.");
            if (child.nik() != null) {
                read.add(new Child(i, child.name(), child.nik(), born, child.nominated()));
            }
        }
        return read;
    }

    private static List<UUID> documents(List<String> sent, List<Finding> faults) {
        List<UUID> read = new ArrayList<>();
        for (int i = 0; sent != null && i < sent.size(); i++) {
            try {
                read.add(UUID.fromString(sent.get(i)));
            } catch (RuntimeException e) {
                require(false, faults, "documents/" + i, "DOCUMENT_UNKNOWN", "Dokumen tidak ditemukan. Unggah kembali berkasnya.");
            }
        }
        return read.stream().distinct().toList();
    }

    private static LocalDate date(String text) {
        try {
            return text == null ? null : LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    private static boolean isNik(String text) {
        return text != null && NIK.matcher(text).matches();
    }

    private static boolean isName(String name) {
        return name != null && !name.isBlank() && name.length() <= LONGEST_NAME;
    }

    private static void require(boolean holds, List<Finding> faults, String path, String code, String message) {
        if (!holds) {
            faults.add(Finding.at("/" + path, path.substring(path.lastIndexOf('/') + 1), code, message));
        }
    }

    /** A refusal of one field. */
    static Refusal refused(String field, String code, String message) {
        return Refusal.invalid(code, message, List.of(Finding.at("/" + field, field.substring(field.lastIndexOf('/') + 1), code, message)));
    }
}
