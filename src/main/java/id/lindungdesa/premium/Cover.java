package id.lindungdesa.premium;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.UUID;

/** The cover of a worker on one day: which bill bought it and which transfer paid the month. */
public record Cover(UUID workerId, UUID billId, UUID transferId, YearMonth month, LocalDate from, LocalDate through,
                    Instant registeredAt) {}
