package id.lindungdesa.scholarship;

import id.lindungdesa.scholarship.ScholarshipForm.ChildForm;
import id.lindungdesa.scholarship.ScholarshipForm.GuardianForm;
import java.util.List;

/**
 * A school year to be opened, as the start form sends it: of a child that is registered, or of one that is registered with it.
 *
 * @param child which of the claim's children, {@code 1} or {@code 2}; {@code NEW} for {@code newChild} and its guardian
 * @param schoolYear the calendar year in which it begins; null for the first one that stands open
 */
record YearForm(String claimNumber, String child, Integer schoolYear, ChildForm newChild, GuardianForm guardian,
                List<String> documents) {

    static final String NEW = "NEW";

    boolean isOfNewChild() {
        return NEW.equals(child);
    }

    ScholarshipForm registration() {
        return new ScholarshipForm(claimNumber, guardian, newChild == null ? List.of() : List.of(newChild), documents);
    }
}
