package id.lindungdesa.workflow;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Why an official should look closer at a case before he decides it among many, told by the module that owns it: of many
 * cases at once, by few questions to the database. A warning decides nothing.
 */
public interface CaseWarnings {

    /** The processes whose cases this module knows. */
    Set<String> processes();

    /** Indonesian sentences without personal data; a case without a warning is missing in the answer. */
    Map<UUID, List<String>> warningsOf(String processKey, Collection<UUID> caseIds);
}
