package id.lindungdesa.bulk;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * One task of an order. {@code approved} is null where it was left out; {@code note} is there while it waits, and the reason
 * for which it was left out; {@code code} and {@code message} say why it was refused.
 */
record BulkLine(UUID decisionId, int number, String taskId, UUID caseId, String place, Long rupiah, Long quantity,
                LocalDate dueOn, LineState state, Boolean approved, String note, int tries, String code, String message,
                Instant endedAt) {}
