/**
 * Money as the decrees and the banks here write it: whole rupiah, exact, never negative. What is owed or overdrawn is not
 * a negative amount but a fact with a name of its own. Everything that holds or divides money uses it.
 */
@org.springframework.modulith.ApplicationModule(displayName = "Money", allowedDependencies = {})
package id.lindungdesa.money;
