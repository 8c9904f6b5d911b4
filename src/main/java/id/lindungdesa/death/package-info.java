/**
 * A claim that starts itself: whoever learns of a worker's death, the village or the civil registry, reports it, and where
 * the worker was covered the village completes the claim with the family, so that no family has to know its right first.
 * A worker dies once; the same death reported again gets the same answer.
 */
@org.springframework.modulith.ApplicationModule(displayName = "Death", allowedDependencies = {"refusal", "calendar", "region",
        "identity", "workflow", "regulation", "enrolment", "claim"})
package id.lindungdesa.death;
