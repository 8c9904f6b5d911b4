/**
 * Decrees and the rules behind them. A governor's decree grants an amount to every village in its annex; it is drafted,
 * reviewed, initialled and signed by four people, and in force its money lies in the provincial treasury and its villages
 * are opened. The rule book answers what the law says on a given day, from decision tables that carry their legal basis.
 */
@org.springframework.modulith.ApplicationModule(displayName = "Regulation",
        allowedDependencies = {"refusal", "money", "calendar", "region", "identity", "workflow", "ledger", "table", "rest",
        "operation"})
package id.lindungdesa.regulation;
