/**
 * E-mails: promised in the transaction of the fact that they tell of, sent afterwards by whichever node comes first, tried
 * again until the mail server takes them. It knows nobody's case; whoever writes says what.
 */
@org.springframework.modulith.ApplicationModule(displayName = "Notice", allowedDependencies = {"refusal", "identity", "operation"})
package id.lindungdesa.notice;
