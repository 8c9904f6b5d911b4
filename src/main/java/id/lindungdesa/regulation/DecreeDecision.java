package id.lindungdesa.regulation;

import java.time.Instant;

/** One step somebody took with a decree; the note is what he told the others, null where he said nothing. */
record DecreeDecision(Step step, Outcome outcome, String user, String name, String note, Instant at) {

    /** The four hands a decree goes through. */
    enum Step {
        DRAFTING("Penyusunan rancangan"), LEGAL_REVIEW("Telaah Biro Hukum"), INITIAL("Paraf Sekda"),
        SIGNATURE("Tanda tangan Gubernur");

        private final String label;

        Step(String label) {
            this.label = label;
        }

        String label() {
            return label;
        }
    }

    enum Outcome {
        DRAFTED("Disusun"), CORRECTED("Diperbaiki"), SUBMITTED("Diajukan"), APPROVED("Disetujui"),
        RETURNED("Dikembalikan"), WITHDRAWN("Ditarik");

        private final String label;

        Outcome(String label) {
            this.label = label;
        }

        String label() {
            return label;
        }
    }
}
