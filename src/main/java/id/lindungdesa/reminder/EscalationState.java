package id.lindungdesa.reminder;

/** How far a delay was brought: before an overseer, acted upon and watched, settled at the top, heard by nobody, or over. */
enum EscalationState { OPEN, WATCHED, SETTLED, UNHEARD, ENDED }
