package id.lindungdesa.premium;

import java.time.Instant;

/** A step somebody took. Within one matter (the list, the bill) nobody takes two different steps. */
record Decision(Step step, Outcome outcome, String user, String name, String note, Instant at) {

    enum Matter { LIST, BILL }

    enum Step {
        PREPARE(Matter.LIST, "Daftar pekerja disusun"), ADOPT(Matter.LIST, "Penetapan kepala desa"),
        CHECK(Matter.LIST, "Pemeriksaan kepesertaan BPJS"), ISSUE(Matter.BILL, "Kode iuran diterbitkan"),
        ORDER_PAYMENT(Matter.BILL, "Pembayaran disiapkan"), APPROVE_PAYMENT(Matter.BILL, "Persetujuan pembayaran");

        private final Matter matter;
        private final String label;

        Step(Matter matter, String label) {
            this.matter = matter;
            this.label = label;
        }

        Matter matter() {
            return matter;
        }

        String label() {
            return label;
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
    }

    /** Whether this keeps that user from another step: nobody takes two of the same matter. */
    boolean keepsFrom(Step other, String who) {
        return step.matter() == other.matter() && step != other && user.equals(who);
    }
}
