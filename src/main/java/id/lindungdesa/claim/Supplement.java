package id.lindungdesa.claim;

import id.lindungdesa.money.Rupiah;
import id.lindungdesa.refusal.Refusal;
import java.time.LocalDate;
import java.util.UUID;

/**
 * What a family still gets of a paid claim whose amount was wrong: the benefit calculated anew from the facts as they are
 * known better, less all that was paid.
 *
 * @param reason why the claim was opened again, as the decision on the complaint says
 * @param facts the corrected facts as they were sent; null until the officer has calculated
 * @param due what the rules give for the corrected facts; null until then
 * @param paid what had been paid for the event; null until then
 */
record Supplement(UUID id, String number, UUID claimId, State state, String reason, String legalBasis, LocalDate payBy,
                  String facts, Rupiah due, Rupiah paid, String ruleVersions) {

    enum State {
        OPEN("Menunggu perhitungan petugas"), PROPOSED("Menunggu Kepala Bidang"), ENDORSED("Disetujui Kepala Bidang"),
        APPROVED("Disetujui"), ORDERED("Pembayaran diperintahkan"), PAID("Selisih dibayar"), NO_DIFFERENCE("Tidak ada selisih");

        private final String label;

        State(String label) {
            this.label = label;
        }

        String label() {
            return label;
        }

        boolean isOver() {
            return this == PAID || this == NO_DIFFERENCE;
        }
    }

    static Supplement opened(String number, UUID claimId, String reason, String legalBasis, LocalDate payBy) {
        return new Supplement(UUID.randomUUID(), number, claimId, State.OPEN, reason, legalBasis, payBy, null, null, null, null);
    }

    Supplement calculated(String corrected, Rupiah isDue, Rupiah wasPaid, String versions) {
        requireState(State.OPEN);
        return new Supplement(id, number, claimId, state, reason, legalBasis, payBy, corrected, isDue, wasPaid, versions);
    }

    Supplement proposed() {
        return from(State.OPEN, State.PROPOSED);
    }

    Supplement endorsed() {
        return from(State.PROPOSED, State.ENDORSED);
    }

    Supplement approved() {
        return from(State.ENDORSED, State.APPROVED);
    }

    /** Back to the officer, who calculates again. */
    Supplement returned() {
        if (state != State.PROPOSED && state != State.ENDORSED) {
            throw notNow();
        }
        return with(State.OPEN);
    }

    Supplement withoutDifference() {
        return from(State.ENDORSED, State.NO_DIFFERENCE);
    }

    Supplement ordered() {
        return from(State.APPROVED, State.ORDERED);
    }

    Supplement wasPaid() {
        return from(State.ORDERED, State.PAID);
    }

    void requireState(State expected) {
        if (state != expected) {
            throw notNow();
        }
    }

    private Supplement from(State expected, State next) {
        requireState(expected);
        return with(next);
    }

    private Supplement with(State next) {
        return new Supplement(id, number, claimId, next, reason, legalBasis, payBy, facts, due, paid, ruleVersions);
    }

    private Refusal notNow() {
        return Refusal.conflict("SUPPLEMENT_STATE", "Pembayaran selisih %s sedang dalam keadaan \"%s\"; langkah ini tidak dapat dilakukan."
                .formatted(number, state.label()));
    }
}
