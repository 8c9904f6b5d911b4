/** How a rule of ours says no: one exception and its findings, the same for a form, a file and a REST call. */
@org.springframework.modulith.ApplicationModule(displayName = "Refusal", allowedDependencies = {})
package id.lindungdesa.refusal;
