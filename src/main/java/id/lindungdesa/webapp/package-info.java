/**
 * What makes the engine's own Tasklist and Cockpit fit for officials: one login with our API, the sheet that every form
 * shows, the two task lists, and the pages' look and language (below {@code META-INF/resources}). Holds no rule of a case;
 * what a case shows is told by the module that owns it.
 */
@org.springframework.modulith.ApplicationModule(displayName = "Web applications",
        allowedDependencies = {"refusal", "identity", "workflow", "calendar", "operation", "rest", "region"})
package id.lindungdesa.webapp;
