/**
 * What the law gives for an event: facts go in, a decision with amounts, shares and reasons comes out, each with its article.
 * Nothing is stored and no case is known, so that a claim, an officer's question and a rule that is only proposed are judged
 * by the same code. Every amount, limit and deadline is a decision table, asked on the date of the event; the order of the
 * questions is the order of the law: covered, entitled, how much, to whom.
 */
@org.springframework.modulith.ApplicationModule(displayName = "Benefit", allowedDependencies = {"refusal", "money", "calendar",
        "identity", "regulation"})
package id.lindungdesa.benefit;
