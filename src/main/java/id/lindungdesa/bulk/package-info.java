/**
 * Many tasks decided in one go: who has 110 villages on his desk looks at them in one list, takes out what he has doubts
 * about, and gives one order. Each line is then decided by itself, as that person and under the same rules as a single
 * task; the order remembers what became of each. Knows no case; what a line is about is told by the module that owns it.
 */
@org.springframework.modulith.ApplicationModule(displayName = "Bulk decisions",
        allowedDependencies = {"refusal", "money", "calendar", "identity", "workflow", "table", "rest", "operation"})
package id.lindungdesa.bulk;
