package id.lindungdesa.claim;

import id.lindungdesa.benefit.Cause;
import id.lindungdesa.benefit.Circumstance;
import id.lindungdesa.benefit.Heir;
import id.lindungdesa.benefit.Programme;
import id.lindungdesa.benefit.Relation;
import id.lindungdesa.calendar.WorkingDays;
import id.lindungdesa.money.Rupiah;
import id.lindungdesa.notice.Mail;
import id.lindungdesa.refusal.Finding;
import id.lindungdesa.refusal.Refusal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * A claim as somebody sends it: texts that are read here, so that all that is wrong is told at once.
 *
 * @param accidentAt with an offset, or as Jakarta's clocks show it; the event date is its day where none is sent
 * @param follows the number of the paid claim for the accident that the worker died of later
 */
public record ClaimForm(String programme, String workerNik, String eventDate, String cause, ReporterForm reporter,
                 List<HeirForm> heirs, List<String> documents, String accidentAt, String place, String chronology,
                 String workerAccount, Long incomeBase, String follows) {

    private static final Pattern NIK = Pattern.compile("\\d{16}");
    private static final Pattern ACCOUNT = Pattern.compile("[A-Za-z0-9 ./-]{5,60}");
    private static final int MOST_HEIRS = 30;
    private static final int LONGEST_NAME = 120;
    private static final int LONGEST_PLACE = 200;
    private static final int LONGEST_CHRONOLOGY = 4000;

    /** A claim for a death that work did not cause. */
    ClaimForm(String programme, String workerNik, String eventDate, String cause, ReporterForm reporter,
            List<HeirForm> heirs, List<String> documents) {
        this(programme, workerNik, eventDate, cause, reporter, heirs, documents, null, null, null, null, null, null);
    }

    /** {@code email} is where the family wants to be told of letters; null where it has none. */
    public record ReporterForm(String name, String phone, String relation, String email) {

        public ReporterForm(String name, String phone, String relation) {
            this(name, phone, relation, null);
        }
    }

    /**
     * @param receivedBy the place, from 1, of the heir who receives for him by power of attorney
     * @param deedNumber of the notarial will
     * @param diedOn where he died after the worker and before the payment
     * @param succeeds the place of the heir who died and into whose part he comes
     */
    public record HeirForm(String name, String nik, String relation, String account, String birthDate, GuardianForm guardian,
                    Integer receivedBy, String deedNumber, String diedOn, Integer succeeds) {

        public HeirForm(String name, String nik, String relation, String account) {
            this(name, nik, relation, account, null, null, null, null, null, null);
        }
    }

    /** Who receives for an heir under age. */
    public record GuardianForm(String name, String relation, String account) {}

    /** The same about a death that is known already: its worker, its day (an accident has its own) and who told of it. */
    ClaimForm about(String nik, LocalDate died, ReporterForm told) {
        return new ClaimForm(programme, nik, Programme.JKK.name().equals(programme) ? eventDate : died.toString(), cause, told, heirs,
                documents, accidentAt, place, chronology, workerAccount, incomeBase, follows);
    }

    /** The same, read: every value is of its shape; an accident under JKK only. */
    record Read(Programme programme, String workerNik, LocalDate eventDate, Cause cause, Reporter reporter,
                List<Heir> heirs, List<UUID> documents, Accident accident, String follows) {}

    /** @throws Refusal CLAIM_INVALID with every faulty field, or NOT_YET_SUPPORTED for another programme */
    Read read() {
        Optional<Programme> asked = named(Programme.values(), programme);
        if (programme != null && asked.isEmpty()) {
            throw refused("programme", "NOT_YET_SUPPORTED", "Yang dapat diajukan di sini: jaminan kematian (JKM) dan jaminan kecelakaan kerja (JKK).");
        }
        List<Finding> faults = new ArrayList<>();
        require(programme != null, faults, "programme", "PROGRAMME_REQUIRED", "Program klaim wajib diisi: JKM atau JKK.");
        require(workerNik != null && NIK.matcher(workerNik).matches(), faults, "workerNik", "NIK_SHAPE",
                "NIK pekerja harus terdiri atas 16 angka.");
        boolean injured = asked.isPresent() && asked.get() == Programme.JKK;
        Instant accidentTime = injured ? time(faults) : null;
        LocalDate event = eventDate == null && accidentTime != null ? LocalDate.ofInstant(accidentTime, WorkingDays.JAKARTA) : date(faults);
        Optional<Cause> died = named(Cause.values(), cause);
        require(died.isPresent(), faults, "cause", "CAUSE_UNKNOWN", "Sebab tidak dikenal.");
        Reporter told = reporter(faults);
        List<Heir> left = heirs(heirs, workerNik, !injured, faults);
        List<UUID> papers = documents(faults);
        Accident accident = injured ? accident(accidentTime, event, died.orElse(null), faults) : null;
        if (!faults.isEmpty()) {
            throw Refusal.invalid("CLAIM_INVALID", "Isian klaim belum benar. Periksa isian yang ditandai.", faults);
        }
        return new Read(asked.orElseThrow(), workerNik, event, died.orElseThrow(), told, left, papers, accident,
                injured && isFilled(follows) ? follows.strip() : null);
    }

    private Accident accident(Instant at, LocalDate event, Cause cause, List<Finding> faults) {
        require(cause == null || cause.isFromWork(), faults, "cause", "CAUSE_NOT_FROM_WORK",
                "Program JKK menjamin kecelakaan kerja dan penyakit akibat kerja; kematian karena sebab lain diajukan sebagai JKM.");
        require(at != null || cause != Cause.WORK_ACCIDENT || isFilled(accidentAt), faults, "accidentAt", "ACCIDENT_TIME_REQUIRED",
                "Tanggal dan jam kecelakaan wajib diisi.");
        require(at == null || event == null || LocalDate.ofInstant(at, WorkingDays.JAKARTA).equals(event), faults, "eventDate",
                "EVENT_IS_NOT_ACCIDENT", "Tanggal peristiwa JKK adalah tanggal kecelakaan atau diagnosis; keduanya berbeda.");
        require(isFilled(place) && place.length() <= LONGEST_PLACE, faults, "place", "PLACE_REQUIRED",
                "Tempat kejadian wajib diisi (paling banyak %d tanda).".formatted(LONGEST_PLACE));
        require(isFilled(chronology) && chronology.length() <= LONGEST_CHRONOLOGY, faults, "chronology", "CHRONOLOGY_REQUIRED",
                "Kronologi wajib diisi (paling banyak %d tanda).".formatted(LONGEST_CHRONOLOGY));
        require(isAccount(workerAccount) || !isFilled(workerAccount), faults, "workerAccount", "ACCOUNT_SHAPE",
                "Nomor rekening pekerja terdiri atas 5-60 huruf atau angka.");
        boolean income = incomeBase == null || incomeBase > 0 && incomeBase <= 1_000_000_000_000L;
        require(income, faults, "incomeBase", "OUT_OF_RANGE", "Penghasilan sebulan harus rupiah bulat lebih dari nol.");
        return new Accident(at, isFilled(place) ? place.strip() : "", isFilled(chronology) ? chronology.strip() : "",
                isFilled(workerAccount) ? workerAccount.strip() : null, incomeBase == null || !income ? null : Rupiah.of(incomeBase));
    }

    private Instant time(List<Finding> faults) {
        if (!isFilled(accidentAt)) {
            return null;
        }
        try {
            return accidentAt.matches(".*T.*(Z|[+-]\\d\\d:?\\d\\d)") ? OffsetDateTime.parse(accidentAt).toInstant()
                    : LocalDateTime.parse(accidentAt).atZone(WorkingDays.JAKARTA).toInstant();
        } catch (DateTimeParseException e) {
            require(false, faults, "accidentAt", "TIME_SHAPE", "Waktu kecelakaan berbentuk TTTT-BB-HHTJJ:MM, misalnya 2026-06-10T14:00.");
            return null;
        }
    }

    private LocalDate date(List<Finding> faults) {
        try {
            if (eventDate != null) {
                return LocalDate.parse(eventDate);
            }
        } catch (DateTimeParseException e) {
            // told below
        }
        require(false, faults, "eventDate", "DATE_SHAPE", "Tanggal peristiwa harus berbentuk TTTT-BB-HH, misalnya 2026-03-02.");
        return null;
    }

    private Reporter reporter(List<Finding> faults) {
        if (reporter == null) {
            return null;
        }
        require(isName(reporter.name()), faults, "reporter/name", "NAME_REQUIRED", "Nama pelapor wajib diisi.");
        String email = reporter.email() == null || reporter.email().isBlank() ? null : reporter.email().strip();
        require(email == null || Mail.isAddress(email), faults, "reporter/email", "EMAIL_SHAPE",
                "Alamat e-mail tidak benar, misalnya nama@contoh.id. Kosongkan bila tidak ada.");
        return new Reporter(reporter.name(), reporter.phone(), reporter.relation(), email);
    }

    /** @param required somebody has died */
    static List<Heir> heirs(List<HeirForm> heirs, String workerNik, boolean required, List<Finding> faults) {
        List<HeirForm> sent = heirs == null ? List.of() : heirs;
        Map<Integer, Circumstance> known = CircumstanceForm.read(sent, faults);
        require(!required || !sent.isEmpty(), faults, "heirs", "HEIRS_REQUIRED", "Sedikitnya satu ahli waris harus dicantumkan.");
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
                    "NIK ahli waris sama dengan NIK pekerja.");
            require(read.stream().noneMatch(other -> other.nik().equals(heir.nik())), faults, at + "nik", "HEIR_TWICE",
                    "Ahli waris ini dicantumkan dua kali.");
            require(relation.isPresent(), faults, at + "relation", "RELATION_UNKNOWN", "Hubungan dengan pekerja tidak dikenal.");
            require(isAccount(heir.account()), faults, at + "account",
                    "ACCOUNT_SHAPE", "Nomor rekening ahli waris wajib diisi (5-60 huruf atau angka).");
            if (heir.nik() != null) {
                read.add(new Heir(i + 1, heir.name(), heir.nik(), relation.orElse(Relation.SPOUSE), heir.account(),
                        known.getOrDefault(i + 1, Circumstance.NONE)));
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

    static boolean isAccount(String account) {
        return account != null && ACCOUNT.matcher(account).matches();
    }

    private static boolean isFilled(String text) {
        return text != null && !text.isBlank();
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
