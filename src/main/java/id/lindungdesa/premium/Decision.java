package id.lindungdesa.premium;

import java.time.Instant;

/** A step somebody took. Within one matter (the list, the bill) nobody takes two different steps. */
record Decision(Matter matter, Step step, Outcome outcome, String user, String name, String note, Instant at) {

    enum Matter { LIST, BILL }

    enum Step {
        PREPARE("Daftar pekerja disusun"), ADOPT("Penetapan kepala desa"), CHECK("Pemeriksaan kepesertaan BPJS"),
        ISSUE("Kode iuran diterbitkan"), ORDER_PAYMENT("Pembayaran disiapkan"),
        APPROVE_PAYMENT("Persetujuan pembayaran");

        private final String label;

        Step(String label) {
            this.label = label;
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
}
