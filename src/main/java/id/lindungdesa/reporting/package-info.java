/**
 * Looks at the whole chain and writes nothing: how far a decree has come, where its money stands, and which article,
 * tranche and premium stand behind a claim. Reads the views that each module offers and the books themselves, so that a
 * figure here and a figure there cannot differ.
 */
@org.springframework.modulith.ApplicationModule(displayName = "Reporting",
        allowedDependencies = {"refusal", "money", "calendar", "region", "identity", "rest", "table", "operation", "workflow"})
package id.lindungdesa.reporting;
