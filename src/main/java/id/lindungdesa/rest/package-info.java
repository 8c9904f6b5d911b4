/**
 * What all calls under {@code /api} share: how a problem is told, lists in pages, a POST that may be sent twice, the
 * description of the interface. It has no business of its own and knows no module but the refusal, so that every module
 * may use it.
 */
@org.springframework.modulith.ApplicationModule(displayName = "REST", allowedDependencies = {"refusal", "operation"})
package id.lindungdesa.rest;
