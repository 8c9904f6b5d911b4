package id.lindungdesa.grant;

import id.lindungdesa.refusal.Refusal;
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
record PaymentRun(UUID id, String reference, UUID decreeId, String regencyCode, String regencyName, String provinceCode,
        State state, Papers papers, Optional<LocalDate> creditedOn, Optional<LocalDate> forwardDueOn) {

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

    /** The numbers of the papers that carry it; null until there is one. */
    record Papers(String spp, String spm, String sp2d, String transfer, String reprimand) {

        static final Papers NONE = new Papers(null, null, null, null, null);
    }

    /** The reference of the run of that number for a regency in a year: {@code SP2D-1504-2022-0001}. */
    static String referenceOf(String regencyCode, int fiscalYear, int number) {
        return "SP2D-%s-%d-%04d".formatted(regencyCode.replace(".", ""), fiscalYear, number);
    }

    /** {@code Kabupaten Batanghari (15.04)}. */
    String regencyLabel() {
        return "%s (%s)".formatted(regencyName, regencyCode);
    }

    /** While it collects, whoever becomes ready still joins; afterwards its villages are fixed. */
    boolean collecting() {
        return state == State.COLLECTING;
    }

    PaymentRun checked(boolean approved) {
        require(State.COLLECTING, State.AWAITING_RECHECK);
        return in(approved ? State.AWAITING_APPROVAL : State.RETURNED, papers);
    }

    PaymentRun approved(boolean approved) {
        require(State.AWAITING_APPROVAL);
        return in(approved ? State.AWAITING_SPP : State.AWAITING_RECHECK, papers);
    }

    PaymentRun sppCreated(String number) {
        require(State.AWAITING_SPP);
        return in(State.AWAITING_SPM, new Papers(number, null, null, null, null));
    }

    PaymentRun spmIssued(String number) {
        require(State.AWAITING_SPM);
        return in(State.AWAITING_SP2D, new Papers(papers.spp, number, null, null, null));
    }

    PaymentRun sppReturned() {
        require(State.AWAITING_SPM);
        return in(State.AWAITING_SPP, papers);
    }

    PaymentRun sp2dIssued(String number) {
        require(State.AWAITING_SP2D);
        return in(State.AWAITING_CREDIT, new Papers(papers.spp, papers.spm, number, null, null));
    }

    PaymentRun spmReturned() {
        require(State.AWAITING_SP2D);
        return in(State.AWAITING_SPM, papers);
    }

    /** The bank reported the money on the regency's account; the books follow in a step of their own. */
    PaymentRun credited(LocalDate valueDate, LocalDate forwardDueOn) {
        require(State.AWAITING_CREDIT);
        return new PaymentRun(id, reference, decreeId, regencyCode, regencyName, provinceCode, State.CREDITED, papers,
                Optional.of(valueDate), Optional.of(forwardDueOn));
    }

    PaymentRun booked() {
        require(State.CREDITED);
        return in(State.AT_REGENCY, papers);
    }

    PaymentRun forwarded(String transferNumber) {
        require(State.AT_REGENCY);
        return in(State.FORWARDED, new Papers(papers.spp, papers.spm, papers.sp2d, transferNumber, papers.reprimand));
    }

    /** The regency was late; it may have forwarded by the time the letter goes out, and stays reprimanded. */
    PaymentRun reprimanded(String letterNumber) {
        require(State.AT_REGENCY, State.FORWARDED);
        return in(state, new Papers(papers.spp, papers.spm, papers.sp2d, papers.transfer, letterNumber));
    }

    private PaymentRun in(State next, Papers papers) {
        return new PaymentRun(id, reference, decreeId, regencyCode, regencyName, provinceCode, next, papers, creditedOn,
                forwardDueOn);
    }

    private void require(State... expected) {
        for (State one : expected) {
            if (state == one) {
                return;
            }
        }
        throw Refusal.conflict("NOT_IN_THIS_STEP", "Pencairan %s sudah berada pada langkah lain: %s."
                .formatted(reference, state.label()));
    }
}
