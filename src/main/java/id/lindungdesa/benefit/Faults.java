package id.lindungdesa.benefit;

import id.lindungdesa.money.Rupiah;
import id.lindungdesa.refusal.Finding;
import id.lindungdesa.refusal.Refusal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** Reads texts and numbers as somebody sent them and keeps every fault, so that all of them are told at once. */
public final class Faults {

    /** Beyond any benefit, and small enough that no product of it overflows. */
    private static final long MOST_RUPIAH = 1_000_000_000_000L;
    private static final ZoneOffset JAKARTA = ZoneOffset.ofHours(7);

    private final List<Finding> found = new ArrayList<>();

    /** A fault at this path unless it holds. */
    void require(boolean holds, String path, String code, String message) {
        if (!holds) {
            found.add(Finding.at("/" + path, path.substring(path.lastIndexOf('/') + 1), code, message));
        }
    }

    boolean any() {
        return !found.isEmpty();
    }

    /** @throws Refusal with every fault found so far, each with its field */
    public void refuseIfAny() {
        if (any()) {
            throw Refusal.invalid("ASSESSMENT_INVALID", "Fakta yang dikirim belum benar. Periksa isian yang ditandai.", found);
        }
    }

    /** Null where nothing was sent or it is no date, which is then a fault. */
    LocalDate date(String path, String text) {
        try {
            LocalDate day = text == null ? null : LocalDate.parse(text);
            if (day == null || day.getYear() >= 1900 && day.getYear() <= 2100) {
                return day;
            }
        } catch (DateTimeParseException e) {
            // told below
        }
        require(false, path, "DATE_SHAPE", "Tanggal harus berbentuk TTTT-BB-HH, misalnya 2025-06-01.");
        return null;
    }

    /** In Jakarta's time, whatever offset it was sent with. */
    OffsetDateTime time(String path, String text) {
        try {
            OffsetDateTime time = text == null ? null : OffsetDateTime.parse(text).withOffsetSameInstant(JAKARTA);
            if (time == null || time.getYear() >= 1900 && time.getYear() <= 2100) {
                return time;
            }
        } catch (DateTimeParseException e) {
            // told below
        }
        require(false, path, "TIME_SHAPE", "Waktu harus dengan selisih zona, misalnya 2025-06-01T14:00:00+07:00.");
        return null;
    }

    <T extends Enum<T>> T named(String path, T[] values, String name) {
        T value = Arrays.stream(values).filter(one -> one.name().equals(name)).findFirst().orElse(null);
        require(name == null || value != null, path, "UNKNOWN_VALUE", "Pilihan yang ada: %s.".formatted(
                Arrays.stream(values).map(Enum::name).collect(Collectors.joining(", "))));
        return value;
    }

    Rupiah rupiah(String path, Long amount) {
        boolean fits = amount == null || amount >= 0 && amount <= MOST_RUPIAH;
        require(fits, path, "OUT_OF_RANGE", "Harus rupiah bulat, paling sedikit 0 dan paling banyak %s.".formatted(Rupiah.of(MOST_RUPIAH)));
        return amount == null || !fits ? null : Rupiah.of(amount);
    }

    Integer number(String path, Integer number, int least, int most) {
        boolean fits = number == null || number >= least && number <= most;
        require(fits, path, "OUT_OF_RANGE", "Harus bilangan bulat dari %d sampai %d.".formatted(least, most));
        return fits ? number : null;
    }

    /** The list, or an empty one where none was sent or it is too long; an empty row is a fault. */
    <T> List<T> list(String path, List<T> rows, int most) {
        if (rows == null) {
            return List.of();
        }
        require(rows.size() <= most, path, "TOO_MANY", "Paling banyak %d baris.".formatted(most));
        for (int i = 0; i < Math.min(rows.size(), most); i++) {
            require(rows.get(i) != null, path + "/" + i, "REQUIRED", "Baris ini kosong.");
        }
        return rows.size() > most || rows.stream().anyMatch(Objects::isNull) ? List.of() : rows;
    }
}
