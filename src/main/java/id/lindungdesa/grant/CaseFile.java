package id.lindungdesa.grant;

import id.lindungdesa.refusal.Refusal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Who decided what in one case, in order. Keeps the duties apart: nobody takes two different steps of a case. */
record CaseFile(List<Decision> decisions) {

    /** The steps that people take, in a village's case and in a regency's run. */
    enum Step {
        PREPARE("Permohonan disiapkan"), SIGN("Tanda tangan kepala desa"), RECOMMEND("Rekomendasi camat"),
        VERIFY("Verifikasi Dinas PMD"), CONFIRM("Penerimaan dikonfirmasi"), CHECK_BATCH("Verifikasi DP3AP2"),
        APPROVE_BATCH("Persetujuan kepala DP3AP2"), SPP("SPP-LS"), SPM("SPM-LS"), SP2D("SP2D"),
        FORWARD("Penerusan ke rekening kas desa"), REPRIMAND("Surat teguran");

        private final String label;

        Step(String label) {
            this.label = label;
        }

        String label() {
            return label;
        }

        /** The head of the office approves a batch and may later reprimand the regency: that decides nothing about money. */
        private boolean apart() {
            return this != REPRIMAND;
        }
    }

    enum Outcome {
        DONE("Selesai"), APPROVED("Disetujui"), RETURNED("Dikembalikan");

        private final String label;

        Outcome(String label) {
            this.label = label;
        }

        String label() {
            return label;
        }

        static Outcome of(boolean approved) {
            return approved ? APPROVED : RETURNED;
        }
    }

    record Decision(Step step, Outcome outcome, String decidedBy, String decidedByName, String note, Instant decidedAt) {}

    /** @throws Refusal SEPARATION_OF_DUTIES where that user took another step of this case before */
    void requireNoOtherStepBy(String user, Step step) {
        otherStepBy(user, step).ifPresent(taken -> {
            throw Refusal.forbidden("SEPARATION_OF_DUTIES",
                    "Anda sudah menangani langkah \"%s\" pada berkas ini; langkah ini harus dilakukan pejabat lain."
                            .formatted(taken.step().label()));
        });
    }

    /** What that user did in this case that keeps him from the step. */
    Optional<Decision> otherStepBy(String user, Step step) {
        return decisions.stream().filter(taken -> taken.decidedBy().equals(user) && taken.step() != step
                && taken.step().apart() && step.apart()).findFirst();
    }
}
