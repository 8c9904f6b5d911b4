/**
 * Provinces, regencies, districts and villages by their official code, each list in the edition of the ministerial decree
 * that gave it; editions and provinces stand side by side. Desa and kelurahan are told apart, because the law sends their
 * money different ways. Says too which branch of the insurer serves a regency.
 */
@org.springframework.modulith.ApplicationModule(displayName = "Region", allowedDependencies = {"refusal", "table", "identity", "rest"})
package id.lindungdesa.region;
