/**
 * What a worker's family gets when he dies: a claim from the village's report to the money at the heirs and the letter
 * that explains it. Whether he was covered is looked up in the premium's cover book, what is due is told by decision
 * tables judged on the date of the event, and each of intake, approval and payment is done by another person. The process
 * handles the death benefit (Jaminan Kematian, JKM); the rule book answers for work accidents (JKK) and scholarships too.
 */
@org.springframework.modulith.ApplicationModule(displayName = "Claim", allowedDependencies = {"refusal", "money", "calendar",
        "region", "identity", "document", "workflow", "ledger", "regulation", "enrolment", "premium", "rest"})
package id.lindungdesa.claim;
