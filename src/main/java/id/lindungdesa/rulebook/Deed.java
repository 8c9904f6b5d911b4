package id.lindungdesa.rulebook;

import java.time.Instant;

/** What somebody did with a version of a rule. */
record Deed(Step step, Outcome outcome, String user, String name, String note, Instant at) {

    enum Step {
        PROPOSAL("Usulan"), LEGAL_REVIEW("Telaah hukum"), APPROVAL("Persetujuan");

        private final String label;

        Step(String label) {
            this.label = label;
        }

        String label() {
            return label;
        }
    }

    enum Outcome {
        PROPOSED("Diusulkan"), CORRECTED("Diperbaiki"), SUBMITTED("Diajukan"), APPROVED("Disetujui"), RETURNED("Dikembalikan"),
        REJECTED("Ditolak"), WITHDRAWN("Ditarik");

        private final String label;

        Outcome(String label) {
            this.label = label;
        }

        String label() {
            return label;
        }
    }
}
