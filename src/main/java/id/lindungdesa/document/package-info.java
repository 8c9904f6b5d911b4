/**
 * The files that decisions rest on: requests, budgets, receipts, death certificates. A file is kept once under the hash of
 * its content, is what its name says, and is checked whole before it counts as stored and again whenever it is read. Who
 * may read it is for the module whose case it belongs to.
 */
@org.springframework.modulith.ApplicationModule(displayName = "Document", allowedDependencies = {"refusal", "identity", "operation"})
package id.lindungdesa.document;
