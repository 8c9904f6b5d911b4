/**
 * The books. Public money moves from one account to another, from a decree's budget to the heir of a worker, and every
 * movement names its reason, its case and the law. Nothing is ever changed: a mistake is corrected by a reversal. The
 * promises (no overdraft, no double posting, always balanced) are kept by the database, for single transfers and whole
 * decrees alike; only this module names its tables, others read the views {@code report_ledger_*}.
 */
@org.springframework.modulith.ApplicationModule(displayName = "Ledger", allowedDependencies = {"money", "refusal", "operation"})
package id.lindungdesa.ledger;
