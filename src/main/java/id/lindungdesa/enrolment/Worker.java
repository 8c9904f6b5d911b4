package id.lindungdesa.enrolment;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A vulnerable worker of a village. NIK and name are personal data: tables and answers to those entitled only.
 *
 * @param number our own short number of him, by which cover is kept apart
 * @param monthlyIncome whole rupiah, null where nobody asked
 * @param registeredAt when the insurer first took him on; null while a village only proposes him
 */
public record Worker(UUID id, long number, String nik, String name, char gender, LocalDate birthDate, String occupation,
                     Long monthlyIncome, String villageCode, String phone, Instant registeredAt) {

    /** The NIK as others may see it, {@code 1504**********01}. */
    public String maskedNik() {
        return masked(nik);
    }

    static String masked(String nik) {
        return nik.substring(0, 4) + "*".repeat(10) + nik.substring(14);
    }
}
