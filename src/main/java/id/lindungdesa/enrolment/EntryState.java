package id.lindungdesa.enrolment;

/** Whether somebody on a list is still meant. */
enum EntryState { LISTED, REJECTED }
