package id.lindungdesa.workflow;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Tasks of one kind as the current user has them, to be decided one after the other. Only steps that their model declares
 * so ({@code bulk}): a yes or a no with a note, nothing recorded before. Each is completed as in Tasklist: the same
 * permission, the same step that records it.
 */
public interface TaskBatch {

    /** A kind of task. */
    record Kind(String process, String element) {}

    /** What a kind is called, to officials. */
    record Step(Kind kind, String name, String processName) {}

    /** A task that the current user may decide now: nobody else holds it. {@code due} may be null. */
    record Waiting(String taskId, UUID caseId, Instant due) {}

    /** A task that is over: what it was called, and who completed it; that is null where nobody did. */
    record Ended(String name, String by, Instant at) {}

    /** The steps that may be decided many at once. */
    List<Step> steps();

    /** How many of each kind wait for the current user. */
    Map<Kind, Integer> counts();

    /** What waits for the current user, the most urgent first. */
    List<Waiting> waiting(Kind kind);

    /**
     * Decides one task as the current user.
     *
     * @throws id.lindungdesa.refusal.Refusal whatever a single completion is refused for; ALREADY_DECIDED, TASK_GONE,
     *     NOT_YOUR_TASK, OTHER_KIND
     * @throws org.springframework.dao.ConcurrencyFailureException where somebody changes the case at this moment
     */
    void decide(Kind kind, String taskId, boolean approved, String note);

    /** A task that waited for an office of the current user and is over. */
    Optional<Ended> ended(String taskId);
}
