package id.lindungdesa.claim;

import id.lindungdesa.refusal.Finding;
import id.lindungdesa.refusal.Refusal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** A claim as somebody sends it: texts that are read here, so that all that is wrong is told at once. */
record ClaimForm(String programme, String workerNik, String eventDate, String cause, ReporterForm reporter,
                 List<HeirForm> heirs, List<String> documents) {

    private static final Pattern NIK = Pattern.compile("\\d{16}");
    private static final Pattern ACCOUNT = Pattern.compile("[A-Za-z0-9 ./-]{5,60}");
    private static final int MOST_HEIRS = 30;
    private static final int LONGEST_NAME = 120;

    record ReporterForm(String name, String phone, String relation) {}

    record HeirForm(String name, String nik, String relation, String account) {}

    /** The same, read: every value is of its shape. */
    record Read(Programme programme, String workerNik, LocalDate eventDate, Cause cause, Reporter reporter,
                List<Heir> heirs, List<UUID> documents) {}

    /** @throws Refusal CLAIM_INVALID with every faulty field, or NOT_YET_SUPPORTED for another programme */
    Read read() {
        if (programme != null && !programme.equals(Programme.JKM.name())) {
            throw refused("programme", "NOT_YET_SUPPORTED", "Saat ini hanya klaim jaminan kematian (JKM) yang dapat diajukan di sini.");
        }
        List<Finding> faults = new ArrayList<>();
        require(programme != null, faults, "programme", "PROGRAMME_REQUIRED", "Program klaim wajib diisi, misalnya JKM.");
        require(workerNik != null && NIK.matcher(workerNik).matches(), faults, "workerNik", "NIK_SHAPE",
                "NIK pekerja harus terdiri atas 16 angka.");
        LocalDate event = date(faults);
        Optional<Cause> died = named(Cause.values(), cause);
        require(died.isPresent(), faults, "cause", "CAUSE_UNKNOWN", "Sebab kematian tidak dikenal.");
        Reporter told = reporter(faults);
        List<Heir> left = heirs(faults);
        List<UUID> papers = documents(faults);
        if (!faults.isEmpty()) {
            throw Refusal.invalid("CLAIM_INVALID", "Isian klaim belum benar. Periksa isian yang ditandai.", faults);
        }
        return new Read(Programme.JKM, workerNik, event, died.orElseThrow(), told, left, papers);
    }

    private LocalDate date(List<Finding> faults) {
        try {
            if (eventDate != null) {
                return LocalDate.parse(eventDate);
            }
        } catch (DateTimeParseException e) {
            // told below
        }
        require(false, faults, "eventDate", "DATE_SHAPE", "Tanggal kematian harus berbentuk TTTT-BB-HH, misalnya 2026-03-02.");
        return null;
    }

    private Reporter reporter(List<Finding> faults) {
        if (reporter == null) {
            return null;
        }
        require(isName(reporter.name()), faults, "reporter/name", "NAME_REQUIRED", "Nama pelapor wajib diisi.");
        return new Reporter(reporter.name(), reporter.phone(), reporter.relation());
    }

    private List<Heir> heirs(List<Finding> faults) {
        List<HeirForm> sent = heirs == null ? List.of() : heirs;
        require(!sent.isEmpty(), faults, "heirs", "HEIRS_REQUIRED", "Sedikitnya satu ahli waris harus dicantumkan.");
        require(sent.size() <= MOST_HEIRS, faults, "heirs", "TOO_MANY_HEIRS", "Paling banyak %d ahli waris.".formatted(MOST_HEIRS));
        List<Heir> read = new ArrayList<>();
        for (int i = 0; i < sent.size(); i++) {
            HeirForm heir = sent.get(i);
            String at = "heirs/" + i + "/";
            if (heir == null) {
                require(false, faults, "heirs/" + i, "HEIR_REQUIRED", "Data ahli waris kosong.");
                continue;
            }
            Optional<Relation> relation = named(Relation.values(), heir.relation());
            require(isName(heir.name()), faults, at + "name", "NAME_REQUIRED", "Nama ahli waris wajib diisi.");
            require(heir.nik() != null && NIK.matcher(heir.nik()).matches(), faults, at + "nik", "NIK_SHAPE",
                    "NIK ahli waris harus terdiri atas 16 angka.");
            require(heir.nik() == null || !heir.nik().equals(workerNik), faults, at + "nik", "HEIR_IS_WORKER",
                    "NIK ahli waris sama dengan NIK pekerja yang meninggal.");
            require(read.stream().noneMatch(other -> other.nik().equals(heir.nik())), faults, at + "nik", "HEIR_TWICE",
                    "Ahli waris ini dicantumkan dua kali.");
            require(relation.isPresent(), faults, at + "relation", "RELATION_UNKNOWN", "Hubungan dengan pekerja tidak dikenal.");
            require(heir.account() != null && ACCOUNT.matcher(heir.account()).matches(), faults, at + "account",
                    "ACCOUNT_SHAPE", "Nomor rekening ahli waris wajib diisi (5-60 huruf atau angka).");
            if (heir.nik() != null) {
                read.add(new Heir(i + 1, heir.name(), heir.nik(), relation.orElse(Relation.SPOUSE), heir.account()));
            }
        }
        return read;
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

    private static boolean isName(String name) {
        return name != null && !name.isBlank() && name.length() <= LONGEST_NAME;
    }

    private static <T extends Enum<T>> Optional<T> named(T[] values, String name) {
        return Arrays.stream(values).filter(value -> value.name().equals(name)).findFirst();
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
