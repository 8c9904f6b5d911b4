package id.lindungdesa.notice;

/** How far a mail is: not taken yet, taken by the mail server, or refused for good. */
enum MailState { WAITING, SENT, FAILED }
