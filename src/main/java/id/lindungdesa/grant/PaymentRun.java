package id.lindungdesa.grant;

import id.lindungdesa.refusal.Refusal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * One payment to one regency under a decree: whoever is ready is paid, nobody waits for the others. The provincial
 * treasury's three papers carry it to the regency's account, the regency forwards it to the villages.
 *
 * @param reference the human-readable number that the bank's credit carries
 * @param creditedOn the bank's value date, the day the regency's seven working days start
 */
record PaymentRun(UUID id, String reference, UUID decreeId, String regencyCode, String provinceCode, State state,
        Instant openedAt, Optional<String> sppNumber, Optional<String> spmNumber, Optional<String> sp2dNumber,
        Optional<LocalDate> creditedOn, Optional<LocalDate> forwardDueOn, Optional<String> transferNumber) {

    /** Where a run stands; {@code AWAITING_RECHECK} is a batch that the head of the office sent back to the verifier. */
    enum State {
        COLLECTING("Mengumpulkan desa yang siap"), AWAITING_APPROVAL("Menunggu persetujuan kepala DP3AP2"),
        AWAITING_RECHECK("Diperiksa ulang verifikator DP3AP2"), AWAITING_SPP("Menunggu SPP"),
        AWAITING_SPM("Menunggu SPM"), AWAITING_SP2D("Menunggu SP2D"), AWAITING_CREDIT("Menunggu kredit bank"),
        CREDITED("Kredit dilaporkan bank"), AT_REGENCY("Di kas kabupaten/kota"), FORWARDED("Diteruskan ke desa"),
        RETURNED("Dikembalikan ke Dinas PMD");

        private final String label;

        State(String label) {
            this.label = label;
        }

        String label() {
            return label;
        }
    }

    /** The reference of the run of that number for a regency in a year: {@code SP2D-1504-2022-0001}. */
    static String referenceOf(String regencyCode, int fiscalYear, int number) {
        return "SP2D-%s-%d-%04d".formatted(regencyCode.replace(".", ""), fiscalYear, number);
    }

    PaymentRun checked(boolean approved) {
        return next(approved ? State.AWAITING_APPROVAL : State.RETURNED, State.COLLECTING, State.AWAITING_RECHECK);
    }

    PaymentRun approved(boolean approved) {
        return next(approved ? State.AWAITING_SPP : State.AWAITING_RECHECK, State.AWAITING_APPROVAL);
    }

    PaymentRun sppCreated() {
        return next(State.AWAITING_SPM, State.AWAITING_SPP);
    }

    PaymentRun spmDecided(boolean approved) {
        return next(approved ? State.AWAITING_SP2D : State.AWAITING_SPP, State.AWAITING_SPM);
    }

    PaymentRun sp2dDecided(boolean approved) {
        return next(approved ? State.AWAITING_CREDIT : State.AWAITING_SPM, State.AWAITING_SP2D);
    }

    PaymentRun booked() {
        return next(State.AT_REGENCY, State.CREDITED);
    }

    PaymentRun forwarded() {
        return next(State.FORWARDED, State.AT_REGENCY);
    }

    /** Whether the villages in it are fixed: while it collects, whoever becomes ready still joins. */
    boolean collecting() {
        return state == State.COLLECTING;
    }

    private PaymentRun next(State next, State... expected) {
        for (State one : expected) {
            if (state == one) {
                return new PaymentRun(id, reference, decreeId, regencyCode, provinceCode, next, openedAt, sppNumber, spmNumber,
                        sp2dNumber, creditedOn, forwardDueOn, transferNumber);
            }
        }
        throw Refusal.conflict("NOT_IN_THIS_STEP", "Pencairan %s sudah berada pada langkah lain: %s."
                .formatted(reference, state.label()));
    }
}
