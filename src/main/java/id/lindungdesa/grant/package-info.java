/**
 * The village's money of a decree, tranche by tranche: the village asks, district and regency check, a run per regency
 * pays whoever is ready through the provincial treasury, the regency forwards, the village treasurer confirms. From the
 * moment of receipt the share for premiums lies on an account of its own. Downstream hears of it by {@link
 * id.lindungdesa.grant.FundsReceived}.
 */
@org.springframework.modulith.ApplicationModule(displayName = "Grant", allowedDependencies = {"refusal", "money", "calendar", "region",
        "identity", "document", "workflow", "ledger", "regulation"})
package id.lindungdesa.grant;
