/**
 * Users, roles, offices with their area and term, and who acts now. People are appointed to offices; an office is a
 * candidate group of the engine. Passwords and groups live in the engine's identity store, reached through one interface.
 */
@org.springframework.modulith.ApplicationModule(displayName = "Identity", allowedDependencies = {"refusal", "calendar", "table", "operation", "rest"})
package id.lindungdesa.identity;
