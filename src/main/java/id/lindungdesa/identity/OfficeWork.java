package id.lindungdesa.identity;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The open work of offices, which lies in the engine: who has taken it, and who takes it over. */
public interface OfficeWork {

    /** An open task; {@code holder} has taken it, null while it waits for the office. */
    record Work(String taskId, String name, String process, String element, UUID caseId, String holder, List<String> groups) {}

    /** What that user has taken of the work that waits for that candidate group. */
    List<Work> takenBy(String user, String group);

    /** What is open for any of these candidate groups, taken or not. */
    List<Work> waitingFor(Collection<String> groups);

    /** Those of these tasks that are open. */
    List<Work> of(List<String> taskIds);

    /** How much is open for each candidate group. */
    Map<String, Integer> openByGroup();

    /** Hands a task to that user, or back to its office where none is named. */
    void give(String taskId, String user);
}
