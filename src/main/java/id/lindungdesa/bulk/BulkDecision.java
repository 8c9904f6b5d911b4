package id.lindungdesa.bulk;

import id.lindungdesa.workflow.TaskBatch.Kind;
import java.time.Instant;
import java.util.UUID;

/** An order: who gave it, for which kind of task, which way; {@code finishedAt} is null while lines wait. */
record BulkDecision(UUID id, DecisionState state, String orderedBy, Kind kind, String area, boolean approved, Instant orderedAt,
                    Instant finishedAt) {}
