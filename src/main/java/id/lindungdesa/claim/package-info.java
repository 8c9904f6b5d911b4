/**
 * What a worker gets when work injures him, and his family when he dies: a claim from the village's report to the money at
 * the worker or his heirs and the letter that explains it. Whether he was covered is looked up in the premium's cover book,
 * what is due is told by the benefit's rules on the date of the event, and each of intake, approval and payment is done
 * by another person. A death (Jaminan Kematian, JKM) is decided when its papers are whole, a work accident (Jaminan
 * Kecelakaan Kerja, JKK) after the doctor has said what became of the worker.
 */
@org.springframework.modulith.ApplicationModule(displayName = "Claim", allowedDependencies = {"refusal", "money", "calendar",
        "region", "identity", "document", "workflow", "ledger", "regulation", "rulebook", "enrolment", "premium", "benefit",
        "rest", "letter", "notice"})
package id.lindungdesa.claim;
