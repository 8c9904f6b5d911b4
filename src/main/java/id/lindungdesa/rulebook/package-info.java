/**
 * How a rule changes without a new build. Somebody uploads a decision table as it shall be from a day on; it is read cell by
 * cell, so that nothing but plain rules can come in, and held against the table in force: no gap, no overlap, nothing that
 * was judged before that day may come out otherwise. What would come out otherwise is counted case by case and shown to the
 * legal bureau and the insurer's region, who decide. Modules that judge by tables say how ({@link JudgedCases}).
 */
@org.springframework.modulith.ApplicationModule(displayName = "Rule book",
        allowedDependencies = {"refusal", "money", "calendar", "identity", "workflow", "regulation", "rest", "operation"})
package id.lindungdesa.rulebook;
