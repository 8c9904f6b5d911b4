package id.lindungdesa.calendar;

import java.time.LocalDate;

/** A day that did not count, and why, in Indonesian: {@code Sabtu}, {@code Cuti bersama: Tahun Baru Imlek}. */
public record Skipped(LocalDate day, String reason) {}
