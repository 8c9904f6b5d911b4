package id.lindungdesa.claim;

import java.util.UUID;

/** Heirs who do not agree: the claim waits for the family or for the court until one of them has spoken in writing. */
record Dispute(UUID id, UUID claimId, String reason, Holder holder, State state, Settlement settlement, String number, UUID document) {

    enum Holder {
        FAMILY("keluarga"), COURT("pengadilan");

        private final String label;

        Holder(String label) {
            this.label = label;
        }

        String label() {
            return label;
        }
    }

    enum State { DRAFT, OPEN, SETTLED }

    enum Settlement {
        AGREEMENT("Kesepakatan tertulis"), COURT_DECISION("Putusan pengadilan");

        private final String label;

        Settlement(String label) {
            this.label = label;
        }

        String label() {
            return label;
        }
    }
}
