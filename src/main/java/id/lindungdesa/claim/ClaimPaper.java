package id.lindungdesa.claim;

import id.lindungdesa.benefit.BenefitRules.Paper;
import id.lindungdesa.document.StoredDocument;
import java.time.Instant;
import java.util.List;

/**
 * One paper of a claim's checklist: what is asked for, what was brought of it and what the officer said last, null where he
 * has said nothing yet.
 *
 * @param broughtAt when the newest of the documents came; null where there is none
 */
record ClaimPaper(Paper asked, List<StoredDocument> documents, Instant broughtAt, PaperDecision said) {

    enum Standing {
        ABSENT("Belum ada"), TO_CHECK("Perlu diperiksa"), ACCEPTED("Diterima"), REFUSED("Ditolak"), WAIVED("Dibebaskan");

        private final String label;

        Standing(String label) {
            this.label = label;
        }

        String label() {
            return label;
        }
    }

    ClaimPaper {
        documents = List.copyOf(documents);
    }

    /** A document that came after the officer's word has to be looked at. */
    Standing standing() {
        if (said != null && said.verdict() == PaperVerdict.WAIVED) {
            return Standing.WAIVED;
        }
        if (documents.isEmpty()) {
            return Standing.ABSENT;
        }
        if (said == null || said.verdict() == PaperVerdict.MISSING || broughtAt.isAfter(said.at())) {
            return Standing.TO_CHECK;
        }
        return said.verdict() == PaperVerdict.ACCEPTED ? Standing.ACCEPTED : Standing.REFUSED;
    }

    /** The file is not complete without this one. */
    boolean isOpen() {
        return asked.required() && (standing() == Standing.ABSENT || standing() == Standing.REFUSED);
    }

    /** Accepted or waived; what is not required is settled anyway. */
    boolean isSettled() {
        return !asked.required() || standing() == Standing.ACCEPTED || standing() == Standing.WAIVED;
    }

    /** The officer has said in so many words that it is missing or will not do. */
    boolean isHeldBack() {
        return isOpen() && said != null;
    }

    /** Why it was refused, without what the officer wrote, which may name people; null where it was not. */
    String fault() {
        return standing() == Standing.REFUSED ? said.fault().label() : null;
    }

    /** Why it is still asked for, for the family. */
    String why() {
        if (standing() != Standing.REFUSED) {
            return said == null || said.note() == null ? "belum ada" : "belum ada; " + said.note();
        }
        return said.fault().label() + (said.note() == null ? "" : ": " + said.note());
    }
}
