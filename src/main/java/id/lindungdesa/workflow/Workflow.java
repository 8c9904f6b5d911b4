package id.lindungdesa.workflow;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/**
 * The one way from our code into the engine. A case's id is the business key of its process; what happened in the
 * business is told by a message with that key. Runs in the caller's transaction and with the engine's permission checks
 * off: whoever calls has checked his own rules.
 */
public interface Workflow {

    /** Starts the process for a case; a case has one process of a key at a time. */
    void start(String processKey, UUID caseId, Map<String, Object> variables);

    /** Tells the process of a case that something happened; an error where it does not wait for it. */
    void correlate(String message, String processKey, UUID caseId, Map<String, Object> variables);

    /** Completes the one open task of that element in a case, as the current user and with his permissions. */
    void complete(String processKey, UUID caseId, String elementId, Map<String, Object> variables);

    /** The open tasks of a case that are due at one moment become due at another: the law's date moved. */
    void moveDueDate(String processKey, UUID caseId, Instant from, Instant to);

    /** Runs an action as that user, as if he had logged in; for the demo and for tests. */
    void actingAs(String user, Runnable action);
}
