package id.lindungdesa.enrolment;

import java.time.LocalDate;
import java.util.regex.Pattern;

/**
 * The number of a person (Nomor Induk Kependudukan): district of first registration, day (plus 40 for women), month and
 * year of birth, serial. It never changes, so the district in it may be another than where the person lives.
 */
record Nik(String digits) {

    private static final Pattern FORM = Pattern.compile("\\d{16}");
    private static final Pattern SCIENTIFIC = Pattern.compile("\\d([.,]\\d+)?[eE]\\+?\\d+");

    Nik {
        if (!isNik(digits)) {
            throw new IllegalArgumentException("Not a NIK");
        }
    }

    static boolean isNik(String text) {
        return FORM.matcher(text).matches();
    }

    /** What a spreadsheet makes of a NIK that was not typed as text: {@code 1,50101E+15}. */
    static boolean isSpreadsheetNumber(String text) {
        return SCIENTIFIC.matcher(text).matches();
    }

    /** L or P, as the Dukcapil office writes it. */
    char gender() {
        return day() > 40 ? 'P' : 'L';
    }

    /** Whether its six digits are that day; the century is the date's own. */
    boolean saysBornOn(LocalDate date) {
        return (day() > 40 ? day() - 40 : day()) == date.getDayOfMonth()
                && Integer.parseInt(digits.substring(8, 10)) == date.getMonthValue()
                && Integer.parseInt(digits.substring(10, 12)) == date.getYear() % 100;
    }

    /** Whether it was first given in the district of that village. */
    boolean isOfDistrictOf(String villageCode) {
        return digits.substring(0, 6).equals(villageCode.replace(".", "").substring(0, 6));
    }

    String masked() {
        return Worker.masked(digits);
    }

    private int day() {
        return Integer.parseInt(digits.substring(6, 8));
    }
}
