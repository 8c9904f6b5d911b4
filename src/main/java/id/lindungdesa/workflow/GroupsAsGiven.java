package id.lindungdesa.workflow;

import java.util.List;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationManager;

/**
 * Passes a user's groups to permission checks as they are. The stock method first reads the distinct groups of the whole
 * authorization table on every command, so that a village's task list slowed down with everybody else's work.
 */
class GroupsAsGiven extends AuthorizationManager {

    @Override
    public List<String> filterAuthenticatedGroupIds(List<String> groups) {
        return groups == null ? List.of() : groups;
    }
}
