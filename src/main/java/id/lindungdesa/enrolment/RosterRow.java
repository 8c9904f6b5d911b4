package id.lindungdesa.enrolment;

import java.time.LocalDate;

/** A row of a worker list that is in order by itself; whether others have the same person is asked when it is entered. */
record RosterRow(long line, Nik nik, String name, char gender, LocalDate birthDate, String occupation, Long monthlyIncome,
                 String phone, String villageCode) {}
