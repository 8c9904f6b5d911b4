package id.lindungdesa.enrolment;

import java.util.Arrays;
import java.util.Optional;

/** Why somebody on a list is not taken. Told before the premium is paid, it spares his heirs a refusal later. */
public enum RejectionReason {
    NOT_WORKING("tidak bekerja"), ILL("sakit atau tidak mampu bekerja"), DECEASED("sudah meninggal"),
    MOVED("sudah pindah"), IDENTITY("identitas tidak sesuai"), WITHDRAWN("ditarik oleh desa");

    private final String label;

    RejectionReason(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    static Optional<RejectionReason> of(String code) {
        return Arrays.stream(values()).filter(reason -> reason.name().equals(code)).findFirst();
    }
}
