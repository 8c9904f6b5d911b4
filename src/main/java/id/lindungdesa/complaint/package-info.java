/**
 * What a family does that does not agree with its claim: it complains, gets an answer from somebody who had no part in the
 * claim, and may go on to mediation and to the court. Each of the three may put a rejected claim back to the desk. Every
 * end is told by a letter, every deadline comes from a decision table.
 */
@org.springframework.modulith.ApplicationModule(displayName = "Complaint", allowedDependencies = {"refusal", "calendar",
        "region", "identity", "document", "workflow", "regulation", "claim", "letter", "notice"})
package id.lindungdesa.complaint;
