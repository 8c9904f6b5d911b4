/**
 * The engine's edge: starting and completing, the configuration and the guards. Only this module and {@code webapp} know
 * Camunda, so that another engine would change two packages.
 */
@org.springframework.modulith.ApplicationModule(displayName = "Workflow", allowedDependencies = {"refusal", "identity", "calendar", "rest", "operation"})
package id.lindungdesa.workflow;
