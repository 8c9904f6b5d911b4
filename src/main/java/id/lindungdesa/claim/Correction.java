package id.lindungdesa.claim;

import id.lindungdesa.money.Rupiah;
import id.lindungdesa.refusal.Refusal;
import java.util.Set;
import java.util.UUID;

/**
 * Something that went wrong with the payment to one payee: a transfer that came back, or more paid than was due. What was
 * booked stays booked; a correction moves the money again.
 *
 * @param number under which the payee repays: the claim's number and a running one
 * @param payoutId the transfer that came back; null for an overpayment
 * @param rupiah what came back, or what was paid too much
 * @param basis the law or finding it rests on
 * @param prepared what finance did about the account; null before
 */
record Correction(UUID id, String number, UUID claimId, int payee, Kind kind, UUID payoutId, Rupiah rupiah, String reason,
                  String basis, String prepared, State state) {

    enum Kind { RETURNED, OVERPAID }

    enum State {
        OPEN("Dibuka"), BOOKED("Menunggu perbaikan rekening"), CORRECTED("Menunggu persetujuan Kepala Bidang"),
        APPROVED("Menunggu pembayaran ulang"), ORDERED("Pembayaran ulang diperintahkan"), PAID_AGAIN("Dibayar ulang"),
        DEMANDED("Ditagih"), REPAID("Dikembalikan"), WAIVED("Dihapuskan"), DISMISSED("Tidak terbukti");

        private static final Set<State> ENDS = Set.of(PAID_AGAIN, REPAID, WAIVED, DISMISSED);

        private final String label;

        State(String label) {
            this.label = label;
        }

        String label() {
            return label;
        }

        boolean isEnd() {
            return ENDS.contains(this);
        }
    }

    static Correction ofReturn(UUID id, String number, Payout payout, String reason) {
        return new Correction(id, number, payout.claimId(), payout.payee(), Kind.RETURNED, payout.id(), payout.rupiah(), reason,
                "Laporan bank: transfer kembali", null, State.OPEN);
    }

    static Correction ofOverpayment(UUID id, String number, UUID claimId, int payee, Rupiah rupiah, String reason, String basis) {
        return new Correction(id, number, claimId, payee, Kind.OVERPAID, null, rupiah, reason, basis, null, State.OPEN);
    }

    Correction booked() {
        return from(State.OPEN, Kind.RETURNED).to(State.BOOKED);
    }

    Correction prepared(String what) {
        if (state != State.BOOKED && state != State.APPROVED) {
            throw notNow();
        }
        return new Correction(id, number, claimId, payee, kind, payoutId, rupiah, reason, basis, what, state);
    }

    Correction corrected() {
        from(State.BOOKED, Kind.RETURNED);
        if (prepared == null) {
            throw Refusal.invalid("CORRECTION_REQUIRED", "Catat dahulu rekening yang benar, atau bahwa rekening tetap dan alasannya.");
        }
        return to(State.CORRECTED);
    }

    Correction approved() {
        return from(State.CORRECTED, Kind.RETURNED).to(State.APPROVED);
    }

    /** Back to finance. */
    Correction sentBack() {
        from(State.CORRECTED, Kind.RETURNED);
        return new Correction(id, number, claimId, payee, kind, payoutId, rupiah, reason, basis, null, State.BOOKED);
    }

    Correction ordered() {
        return from(State.APPROVED, Kind.RETURNED).to(State.ORDERED);
    }

    Correction paidAgain() {
        return from(State.ORDERED, Kind.RETURNED).to(State.PAID_AGAIN);
    }

    Correction dismissed() {
        return from(State.OPEN, Kind.OVERPAID).to(State.DISMISSED);
    }

    Correction demanded() {
        return from(State.OPEN, Kind.OVERPAID).to(State.DEMANDED);
    }

    Correction repaid() {
        return from(State.DEMANDED, Kind.OVERPAID).to(State.REPAID);
    }

    Correction waived() {
        return from(State.DEMANDED, Kind.OVERPAID).to(State.WAIVED);
    }

    void requireState(State expected) {
        if (state != expected) {
            throw notNow();
        }
    }

    private Correction from(State expected, Kind of) {
        if (state != expected || kind != of) {
            throw notNow();
        }
        return this;
    }

    private Refusal notNow() {
        return Refusal.conflict("CORRECTION_STATE", "Koreksi %s sedang dalam keadaan \"%s\"; langkah ini tidak dapat dilakukan."
                .formatted(number, state.label()));
    }

    private Correction to(State next) {
        return new Correction(id, number, claimId, payee, kind, payoutId, rupiah, reason, basis, prepared, next);
    }
}
