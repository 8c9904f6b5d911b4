/**
 * Money becomes cover. Out of a village's share the premium for its listed workers is billed by the insurer, paid by the
 * village and confirmed by the insurer; then the cover book says which worker is covered on which day, and which transfer
 * paid for it. Only the share of the village may be spent, never more, and no month of a worker twice.
 */
@org.springframework.modulith.ApplicationModule(displayName = "Premium",
        allowedDependencies = {"refusal", "money", "calendar", "region", "identity", "document", "rest", "workflow", "ledger",
                "regulation", "grant", "enrolment"})
package id.lindungdesa.premium;
