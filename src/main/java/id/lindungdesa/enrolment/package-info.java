/**
 * Who is to be protected. A village proposes its vulnerable workers (pekerja rentan) by the list of its assembly; each row
 * is judged when it comes, for at a claim it is too late. A person is on the list of one village only.
 */
@org.springframework.modulith.ApplicationModule(displayName = "Enrolment",
        allowedDependencies = {"refusal", "money", "calendar", "region", "identity", "document", "table", "rest", "workflow", "ledger", "regulation",
                "operation"})
package id.lindungdesa.enrolment;
