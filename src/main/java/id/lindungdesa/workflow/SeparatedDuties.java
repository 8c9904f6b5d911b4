package id.lindungdesa.workflow;

import java.util.Set;
import java.util.UUID;

/** Who may not take a step of a case because of his other part in it, told by the module that owns the case. */
public interface SeparatedDuties {

    /** The processes whose cases this module knows. */
    Set<String> processes();

    /** Whether the case would refuse that user at the task of that element. */
    boolean bars(String user, String processKey, UUID caseId, String elementId);
}
