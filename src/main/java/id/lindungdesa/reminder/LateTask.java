package id.lindungdesa.reminder;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A task whose deadline passed long enough ago.
 *
 * @param caseId null where its process carries no case of ours
 * @param desk the groups that it waits for
 */
record LateTask(String taskId, String process, String element, UUID caseId, String title, List<String> desk, Instant dueAt) {

    LateTask {
        desk = List.copyOf(desk);
    }
}
