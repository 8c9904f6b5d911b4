/**
 * What whoever runs the system looks at: values for Prometheus, and whether everything is whole. The modules bring what
 * they know of themselves; this one knows none of them.
 */
@org.springframework.modulith.ApplicationModule(displayName = "Operation", allowedDependencies = {})
package id.lindungdesa.operation;
