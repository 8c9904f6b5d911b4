/**
 * Letters that explain a decision to whoever it is about: numbered, printed as PDF, kept whole, and each with a code by
 * which anybody who holds the paper can ask whether it is ours. It knows no claim: what a letter says is told by the
 * module that issues it, and so is who may read it again.
 */
@org.springframework.modulith.ApplicationModule(displayName = "Letter",
        allowedDependencies = {"refusal", "identity", "operation", "calendar"})
package id.lindungdesa.letter;
