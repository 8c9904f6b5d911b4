package id.lindungdesa.workflow;

import org.camunda.bpm.engine.impl.cfg.auth.DefaultAuthorizationProvider;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationEntity;
import org.camunda.bpm.engine.task.Task;

/**
 * A task is open to the office that it waits for, and to a person only while he holds it. The stock provider also gives
 * the task to whoever takes it, for good: after his dismissal he could still read it.
 */
class CandidatesOnly extends DefaultAuthorizationProvider {

    @Override
    public AuthorizationEntity[] newTaskAssignee(Task task, String oldAssignee, String newAssignee) {
        return null;
    }
}
