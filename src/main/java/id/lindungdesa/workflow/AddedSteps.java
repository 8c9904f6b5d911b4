package id.lindungdesa.workflow;

import java.util.List;
import java.util.UUID;

/**
 * What happened to a case beside its own story, told by a module that does not own it: that an overseer heard of a delay,
 * that work was handed over. It stands among the steps of the case's sheet by its time.
 */
public interface AddedSteps {

    List<CaseSheets.Step> stepsOf(String processKey, UUID caseId);
}
