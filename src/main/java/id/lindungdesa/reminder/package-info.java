/**
 * Clocks that are heard: whoever has work that is late, due or soon due reads so in one e-mail a day, and what stays late
 * comes before his overseer as a task. It knows no case of its own; the work is the engine's, the words are the cases'.
 */
@org.springframework.modulith.ApplicationModule(displayName = "Reminder", allowedDependencies = {"refusal", "calendar",
        "identity", "operation", "notice", "workflow", "regulation"})
package id.lindungdesa.reminder;
