/**
 * What a paid claim gives the children year by year: a scholarship (beasiswa pendidikan anak) for at most two of them, from
 * kindergarten to the end of university. Each school year the family proves that the child learns, the officer checks, the
 * head of service approves and finance pays; it ends with age, marriage or work, and says so in a letter.
 */
@org.springframework.modulith.ApplicationModule(displayName = "Scholarship", allowedDependencies = {"refusal", "money", "calendar",
        "region", "identity", "document", "workflow", "ledger", "regulation", "benefit", "claim", "letter", "notice"})
package id.lindungdesa.scholarship;
