package id.lindungdesa.enrolment;

import id.lindungdesa.refusal.Finding;
import id.lindungdesa.table.TableRow;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Judges the rows of a worker list one by one, by what the row says alone. One finding per row that cannot be taken, the
 * most basic one: whoever mends it sees the next. No finding names a person.
 */
class RosterCheck {

    /** The header of a worker list; phone and income may be absent. */
    static final String[] REQUIRED = {"nik", "name", "gender", "birth_date", "occupation", "village_code"};

    private static final int NAME_LIMIT = 150;
    private static final Pattern ISO_DATE = Pattern.compile("(\\d{4})-(\\d{1,2})-(\\d{1,2})");
    private static final Pattern LOCAL_DATE = Pattern.compile("(\\d{1,2})[/.-](\\d{1,2})[/.-](\\d{4})");
    private static final Pattern BLANKS = Pattern.compile("\\s+");
    private static final Pattern INCOME = Pattern.compile("\\d{1,12}");
    private static final Pattern PHONE = Pattern.compile("[0-9+() -]{0,20}");
    private static final Set<String> MALE = Set.of("L", "LAKI-LAKI", "LAKI LAKI", "PRIA");
    private static final Set<String> FEMALE = Set.of("P", "PEREMPUAN", "WANITA");

    private final String onlyVillage;
    private final Predicate<String> knownVillage;
    private final AgeLimits first;
    private final AgeLimits continuing;
    private final LocalDate today;
    private final Predicate<String> registered;

    /**
     * @param onlyVillage the village whose list this is; null for a file of many villages
     * @param first the ages at a first registration
     * @param continuing the ages of who is registered already
     * @param registered whether the insurer has registered the person of that NIK before
     */
    RosterCheck(String onlyVillage, Predicate<String> knownVillage, AgeLimits first, AgeLimits continuing,
            LocalDate today, Predicate<String> registered) {
        this.onlyVillage = onlyVillage;
        this.knownVillage = knownVillage;
        this.first = first;
        this.continuing = continuing;
        this.today = today;
        this.registered = registered;
    }

    /** The row or, where it is null, why not; and what somebody should look at although the row is taken. */
    record Verdict(RosterRow row, Finding fault, List<Finding> warnings) {}

    Verdict of(TableRow given) {
        List<Finding> warnings = new ArrayList<>();
        try {
            return new Verdict(row(given, warnings), null, warnings);
        } catch (Unfit unfit) {
            return new Verdict(null, unfit.finding, List.of());
        }
    }

    private RosterRow row(TableRow given, List<Finding> warnings) throws Unfit {
        if (!given.sound()) {
            throw new Unfit(given.faults().get(0));
        }
        Nik nik = nik(given);
        String village = village(given);
        String name = name(given, warnings);
        char gender = gender(given, nik);
        LocalDate born = birthDate(given, nik);
        String occupation = neutral(given.get("occupation"));
        if (occupation.isEmpty()) {
            throw unfit(given, "occupation", "OCCUPATION_EMPTY",
                    "Pekerjaan wajib diisi: hanya orang yang bekerja yang dapat didaftarkan.");
        }
        checkAge(given, nik, born);
        if (!nik.isOfDistrictOf(village)) {
            warnings.add(Finding.atLine(given.line(), "nik", "NIK_OTHER_DISTRICT",
                    "NIK ini pertama kali diterbitkan di kecamatan lain; pastikan orangnya tinggal di desa ini."));
        }
        return new RosterRow(given.line(), nik, name, gender, born, occupation, income(given), phone(given, warnings), village);
    }

    private static Nik nik(TableRow row) throws Unfit {
        String given = row.get("nik");
        String text = Nik.isNik(given) ? given : given.replaceAll("[ '.\u00A0]", "");
        if (Nik.isNik(text)) {
            return new Nik(text);
        }
        if (Nik.isSpreadsheetNumber(row.get("nik"))) {
            throw unfit(row, "nik", "NIK_SCIENTIFIC", "NIK rusak oleh lembar kerja (bentuk 1,5E+15): digit belakangnya hilang. "
                    + "Ubah kolom NIK menjadi Teks, lalu ketik ulang ke-16 digitnya.");
        }
        String digits = text.replaceAll("\\D", "");
        throw unfit(row, "nik", "NIK_NOT_16_DIGITS", text.isEmpty() ? "NIK wajib diisi."
                : digits.length() != text.length() ? "NIK hanya terdiri atas 16 angka."
                : "NIK harus 16 angka, di sini ada %d.".formatted(digits.length()));
    }

    private String village(TableRow row) throws Unfit {
        String code = row.get("village_code");
        if (!knownVillage.test(code)) {
            throw unfit(row, "village_code", "UNKNOWN_VILLAGE",
                    "Kode desa/kelurahan ini tidak ada dalam daftar wilayah.");
        }
        if (onlyVillage != null && !onlyVillage.equals(code)) {
            throw unfit(row, "village_code", "VILLAGE_MISMATCH",
                    "Baris ini milik desa lain; daftar ini untuk %s.".formatted(onlyVillage));
        }
        return code;
    }

    private static String name(TableRow row, List<Finding> warnings) throws Unfit {
        String given = BLANKS.matcher(row.get("name")).replaceAll(" ");
        String name = neutral(given);
        if (name.isEmpty()) {
            throw unfit(row, "name", "NAME_EMPTY", "Nama wajib diisi.");
        }
        if (name.length() > NAME_LIMIT) {
            throw unfit(row, "name", "NAME_TOO_LONG", "Nama paling banyak %d huruf.".formatted(NAME_LIMIT));
        }
        if (!name.equals(given)) {
            warnings.add(Finding.atLine(row.line(), "name", "NAME_NEUTRALISED",
                    "Nama ini diawali tanda rumus (= + - @); tanda itu dihapus. Periksa namanya."));
        }
        return name;
    }

    /** The text without the signs that make a spreadsheet run it as a formula. */
    static String neutral(String text) {
        int from = 0;
        while (from < text.length() && (" =+-@\t\r\n").indexOf(text.charAt(from)) >= 0) {
            from++;
        }
        return text.substring(from).strip();
    }

    private static char gender(TableRow row, Nik nik) throws Unfit {
        String text = row.get("gender").toUpperCase();
        if (!MALE.contains(text) && !FEMALE.contains(text)) {
            throw unfit(row, "gender", "GENDER_UNKNOWN", "Jenis kelamin ditulis L atau P.");
        }
        char gender = MALE.contains(text) ? 'L' : 'P';
        if (nik.gender() != gender) {
            throw unfit(row, "gender", "NIK_SEX_MISMATCH", nik.gender() == 'P'
                    ? "Menurut NIK (tanggal lahir + 40) orang ini perempuan." : "Menurut NIK orang ini laki-laki.");
        }
        return gender;
    }

    private LocalDate birthDate(TableRow row, Nik nik) throws Unfit {
        LocalDate born = date(row.get("birth_date")).orElseThrow(() -> unfit(row, "birth_date", "BIRTH_DATE_MALFORMED",
                "Tanggal lahir ditulis TTTT-BB-HH, misalnya 1985-05-07."));
        if (!nik.saysBornOn(born)) {
            throw unfit(row, "birth_date", "NIK_BIRTH_DATE_MISMATCH",
                    "Tanggal lahir tidak sesuai dengan tanggal lahir di dalam NIK.");
        }
        return born;
    }

    private static Optional<LocalDate> date(String text) {
        Matcher iso = ISO_DATE.matcher(text);
        Matcher local = LOCAL_DATE.matcher(text);
        try {
            if (iso.matches()) {
                return Optional.of(LocalDate.of(number(iso, 1), number(iso, 2), number(iso, 3)));
            }
            if (local.matches()) {
                return Optional.of(LocalDate.of(number(local, 3), number(local, 2), number(local, 1)));
            }
        } catch (DateTimeException e) {
            return Optional.empty();
        }
        return Optional.empty();
    }

    private static int number(Matcher matched, int group) {
        return Integer.parseInt(matched.group(group));
    }

    private void checkAge(TableRow row, Nik nik, LocalDate born) throws Unfit {
        AgeLimits ages = first.of(born, today) != AgeLimits.Verdict.FITS && registered.test(nik.digits()) ? continuing : first;
        switch (ages.of(born, today)) {
            case TOO_YOUNG -> throw unfit(row, "birth_date", "UNDER_AGE", "Umur belum %d tahun (%s)."
                    .formatted(ages.minimum(), ages.legalBasis()));
            case TOO_OLD -> throw unfit(row, "birth_date", "OVER_AGE", "Umur paling tinggi %d tahun (%s)."
                    .formatted(ages.maximum(), ages.legalBasis()));
            case FITS -> { }
        }
    }

    private static Long income(TableRow row) throws Unfit {
        String text = row.get("monthly_income");
        if (text.isEmpty()) {
            return null;
        }
        if (!INCOME.matcher(text).matches()) {
            throw unfit(row, "monthly_income", "INCOME_MALFORMED",
                    "Penghasilan ditulis dalam rupiah bulat tanpa titik, misalnya 1250000.");
        }
        return Long.valueOf(text);
    }

    private static String phone(TableRow row, List<Finding> warnings) {
        String text = row.get("phone");
        if (PHONE.matcher(text).matches()) {
            return text;
        }
        warnings.add(Finding.atLine(row.line(), "phone", "PHONE_IGNORED", "Nomor telepon ini tidak terbaca dan tidak disimpan."));
        return "";
    }

    private static Unfit unfit(TableRow row, String field, String code, String message) {
        return new Unfit(Finding.atLine(row.line(), field, code, message));
    }

    private static final class Unfit extends Exception {

        private final transient Finding finding;

        private Unfit(Finding finding) {
            super(finding.code(), null, false, false);
            this.finding = finding;
        }
    }
}
