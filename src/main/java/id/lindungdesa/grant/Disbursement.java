package id.lindungdesa.grant;

import id.lindungdesa.money.Rupiah;
import id.lindungdesa.refusal.Refusal;
import id.lindungdesa.regulation.Allocation;
import id.lindungdesa.regulation.DecreeTerms;
import java.util.Optional;
import java.util.UUID;

/**
 * One tranche of one village's money, from the request to the village's account. Its amounts come from the decree and
 * never from a form.
 *
 * @param premium the part of {@code rupiah} that may buy premiums only
 * @param run the payment run it is in; empty until the province takes it up
 * @param forwardingReference what the regency's transfer to the village carries; empty until then
 */
record Disbursement(UUID id, UUID allocationId, UUID decreeId, int tranche, int tranches, int percent, Rupiah rupiah,
        Rupiah premium, String villageCode, String villageLabel, String districtCode, String regencyCode,
        String provinceCode, State state, Optional<UUID> run, Optional<String> forwardingReference) {

    /** Where a tranche stands, in the order of its way. */
    enum State {
        AWAITING_REQUEST("Menunggu permohonan desa"), AWAITING_SIGNATURE("Menunggu tanda tangan kepala desa"),
        AWAITING_RECOMMENDATION("Menunggu rekomendasi camat"), AWAITING_VERIFICATION("Menunggu verifikasi Dinas PMD"),
        READY("Siap dibayarkan"), IN_RUN("Dalam proses pencairan provinsi"), AT_REGENCY("Di kas kabupaten/kota"),
        FORWARDED("Diteruskan ke rekening kas desa"), RECEIVED("Diterima desa");

        private final String label;

        State(String label) {
            this.label = label;
        }

        String label() {
            return label;
        }
    }

    /** The tranche of that number as the village's case begins. */
    static Disbursement opened(Allocation allocation, DecreeTerms terms, Tranches.Tranche tranche) {
        return new Disbursement(UUID.randomUUID(), allocation.id(), allocation.decreeId(), tranche.number(),
                terms.tranchePercents().size(), tranche.percent(), tranche.rupiah(), tranche.premium(),
                allocation.villageCode(), allocation.villageLabel(), allocation.districtCode(), allocation.regencyCode(),
                allocation.provinceCode(), State.AWAITING_REQUEST, Optional.empty(), Optional.empty());
    }

    /** What the village may spend on what the decree allows, without the share for premiums. */
    Rupiah grant() {
        return rupiah.minus(premium);
    }

    boolean lastTranche() {
        return tranche == tranches;
    }

    /**
     * The operator's request is complete. The amount in it, where one was given, must be the decree's.
     *
     * @throws Refusal AMOUNT_MISMATCH, with the amount that was expected
     */
    Disbursement prepared(Optional<Rupiah> requested) {
        requireAmount(requested, "Jumlah permohonan");
        return from(State.AWAITING_REQUEST, State.AWAITING_SIGNATURE);
    }

    Disbursement signed(boolean approved) {
        return from(State.AWAITING_SIGNATURE, approved ? State.AWAITING_RECOMMENDATION : State.AWAITING_REQUEST);
    }

    Disbursement recommended(boolean approved) {
        return from(State.AWAITING_RECOMMENDATION, approved ? State.AWAITING_VERIFICATION : State.AWAITING_REQUEST);
    }

    Disbursement verified(boolean approved) {
        return from(State.AWAITING_VERIFICATION, approved ? State.READY : State.AWAITING_REQUEST);
    }

    /**
     * The treasurer found the money on the village's account.
     *
     * @throws Refusal AMOUNT_MISMATCH where another amount arrived than was sent
     */
    Disbursement received(Optional<Rupiah> arrived) {
        requireAmount(arrived, "Jumlah yang diterima");
        return from(State.FORWARDED, State.RECEIVED);
    }

    private void requireAmount(Optional<Rupiah> given, String what) {
        given.filter(amount -> !amount.equals(rupiah)).ifPresent(amount -> {
            throw Refusal.invalid("AMOUNT_MISMATCH", "%s %s tidak sesuai; seharusnya %s.".formatted(what, amount, rupiah));
        });
    }

    private Disbursement from(State expected, State next) {
        if (state != expected) {
            throw Refusal.conflict("NOT_IN_THIS_STEP", "Pencairan %s tahap %d sudah berada pada langkah lain: %s."
                    .formatted(villageLabel, tranche, state.label()));
        }
        return new Disbursement(id, allocationId, decreeId, tranche, tranches, percent, rupiah, premium, villageCode,
                villageLabel, districtCode, regencyCode, provinceCode, next, run, forwardingReference);
    }
}
