package id.lindungdesa.calendar;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Whose working days count: offices of the province, of a regency (districts and villages too), of the insurer, a bank. */
public enum OfficeCalendar {
    PROVINCE, REGENCY, BPJS, BANK;

    /** As REST and configuration write it: {@code province}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<OfficeCalendar> of(String id) {
        return Arrays.stream(values()).filter(calendar -> calendar.id().equals(id)).findFirst();
    }
}
