/**
 * The demo of a whole province for whoever tries the application: invented villages, officials and workers under the true
 * codes of Jambi's regencies, and a story played on past dates through the same doors that officials use. It exists only
 * on the embedded database and knows nobody's insides.
 */
@org.springframework.modulith.ApplicationModule(displayName = "Demo", allowedDependencies = {"calendar", "identity"})
package id.lindungdesa.demo;
