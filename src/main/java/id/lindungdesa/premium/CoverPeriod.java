package id.lindungdesa.premium;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** A worker's unbroken time of cover that one bill bought; both days are covered. */
public record CoverPeriod(UUID workerId, UUID billId, LocalDate from, LocalDate through, Instant registeredAt) {}
