package id.lindungdesa.claim;

import static id.lindungdesa.letter.LetterSample.NAME;
import static id.lindungdesa.letter.LetterSample.checked;
import static org.assertj.core.api.Assertions.assertThat;

import id.lindungdesa.benefit.Assessment;
import id.lindungdesa.benefit.BenefitRules;
import id.lindungdesa.benefit.Cause;
import id.lindungdesa.benefit.Circumstance;
import id.lindungdesa.benefit.Circumstance.Guardian;
import id.lindungdesa.benefit.Heir;
import id.lindungdesa.benefit.Membership;
import id.lindungdesa.benefit.Programme;
import id.lindungdesa.benefit.Relation;
import id.lindungdesa.claim.Benefits.Line;
import id.lindungdesa.claim.Benefits.Verdict;
import id.lindungdesa.enrolment.Worker;
import id.lindungdesa.letter.LetterSample;
import id.lindungdesa.money.Rupiah;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Every letter about a claim, with long names, several heirs, minors and large sums, as it is read at a kitchen table. */
class ClaimLetterSamplesTest {

    private static final Instant NOW = Instant.parse("2026-11-22T03:00:00Z");
    private static final LocalDate DIED = LocalDate.of(2026, 10, 30);
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    private static final String REASON = "Surat keterangan kematian dari puskesmas menyebut tanggal lain daripada akta kematian, dan saksi yang "
            + "kami temui di rumah duka tidak mengenal almarhum; kami mohon keluarga membawa akta asli serta dua orang saksi.";
    private static final Worker WORKER = new Worker(UUID.randomUUID(), 17, "1701010101700001", NAME, 'F', LocalDate.of(1970, 1, 1),
            "Nelayan", null, "17.01.01.2001", null, NOW);
    private static final List<Heir> HEIRS = List.of(
            new Heir(1, "Tuan Guru H. Abdurrahman Wahidin Sastranegara Kusumaningrat", "1701010101680001", Relation.SPOUSE, "123", Circumstance.NONE),
            new Heir(2, "Siti Nurhaliza Prameswari", "1701014101150001", Relation.CHILD, null,
                    new Circumstance(LocalDate.of(2015, 1, 1), new Guardian("Hj. Maimunah binti Sulaiman", "Nenek", "456"), null, null, null, null)),
            new Heir(3, "Muhammad Fajar Prameswara", "1701010101990001", Relation.CHILD, null, new Circumstance(null, null, 1, null, null, null)));

    private static final ScholarshipRight.Terms NO_SCHOLARSHIP = new ScholarshipRight.Terms(false, List.of("SCHOLARSHIP_NEEDS_36_MONTHS"), 0, 7, 4,
            "PP 82/2019 Pasal 34 (beasiswa JKM, masa iur paling singkat 3 tahun)");
    private static final ScholarshipRight.Terms SCHOLARSHIP = new ScholarshipRight.Terms(true, List.of(), 2, 7, 4,
            "PP 44/2015 jo. PP 82/2019 Lampiran III (beasiswa JKK tanpa masa iur)");

    private final Letters letters = new Letters(CLOCK);

    private static Claim claim(Programme programme, Deed... deeds) {
        return new Claim(UUID.randomUUID(), "JKM-2026-000123", programme, WORKER.id(), "17.01.01.2001", "muara-bungo", DIED,
                programme == Programme.JKM ? Cause.ILLNESS : Cause.WORK_ACCIDENT, ClaimState.APPROVED, "op", NOW, NOW, NOW,
                LocalDate.of(2026, 11, 26), Claim.Proposal.GRANT, "BNI/2026-0099881", List.of(deeds));
    }

    private static Verdict verdict(Assessment.Decision decision, String... reasons) {
        return new Verdict(decision, List.of(reasons), "PP 44/2015 Pasal 34 ayat (2); PP 82/2019 Pasal 34; Permenaker 1/2025 Pasal 22", "x",
                Membership.Standing.ACTIVE, LocalDate.of(2026, 9, 1), 2, 0, Rupiah.ZERO, null, null);
    }

    private static List<Line> lines(long... rupiah) {
        String[] codes = {"LUMP_SUM", "PERIODIC", "FUNERAL", "DEATH"};
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < rupiah.length; i++) {
            for (Heir heir : HEIRS) {
                lines.add(new Line(codes[i % 4], heir.place(), Rupiah.of(rupiah[i]), "PP 82/2019 Pasal 34 ayat (1) huruf a",
                        "v1", null, "BNI/2026-00998%d".formatted(heir.place()), null));
            }
        }
        return lines;
    }

    private static Deed deed(Step step, Outcome outcome) {
        return new Deed(step, outcome, REASON, "u", "Pejabat Uji", NOW);
    }

    @Test
    void papers() {
        List<ClaimPaper> papers = List.of(paper("Akta kematian dari Dinas Kependudukan dan Pencatatan Sipil", null),
                paper("Kartu keluarga", new PaperDecision("KK", PaperVerdict.MISSING, null, "Kartu keluarga yang lama masih mencantumkan alamat sebelum pindah.", "u", "n", NOW)),
                paper("Surat keterangan ahli waris", null), paper("Surat kuasa", null));

        assertThat(checked("claim-receipt", letters.receipt(claim(Programme.JKM), WORKER, new BenefitRules.Deadline(3,
                "PP 44/2015 Pasal 40 ayat (3)", "v"), papers))).contains(NAME, "belum", "3 hari kerja").doesNotContain("tahap II");
        assertThat(checked("claim-receipt-accident", letters.receipt(claim(Programme.JKK), WORKER, new BenefitRules.Deadline(7,
                "PP 44/2015 Pasal 37 ayat (2)", "v"), papers))).contains("surat keterangan dokter (tahap II)", "tanpa menunggu sembuh");
        assertThat(checked("claim-missing", letters.missing(claim(Programme.JKM), REASON, papers))).contains("Akta kematian", "Diterbitkan oleh");
    }

    private static ClaimPaper paper(String label, PaperDecision said) {
        return new ClaimPaper(new BenefitRules.Paper("X", label, true, "Permenaker 1/2025 Pasal 48 ayat (2)",
                "Dinas Kependudukan dan Pencatatan Sipil Kabupaten Uji"), List.of(), null, said);
    }

    @Test
    void decisions() {
        assertThat(checked("claim-decision", letters.decision(claim(Programme.JKM), WORKER, verdict(Assessment.Decision.GRANTED), HEIRS,
                lines(1_250_000_000, 12_000_000, 10_000_000), NO_SCHOLARSHIP, List.of()))).contains("Rp3.750.000.000", "diterima oleh wali: Hj. Maimunah",
                "diterima dengan surat kuasa oleh: Tuan Guru");
        assertThat(checked("claim-reduction", letters.decision(claim(Programme.JKM), WORKER, verdict(Assessment.Decision.REDUCED,
                "UNDER_THREE_MONTHS"), HEIRS, lines(10_000_000), NO_SCHOLARSHIP, List.of()))).contains("dikabulkan sebagian", "hanya biaya pemakaman");
        assertThat(checked("claim-rejection", letters.rejection(claim(Programme.JKM, deed(Step.PROPOSE, Outcome.REJECTION_PROPOSED),
                deed(Step.APPROVE, Outcome.REJECTED)), WORKER, verdict(Assessment.Decision.REJECTED, "LAPSED_GT_3M"), true)))
                .contains("Pengaduan dijawab paling lama 5 hari kerja", "lebih dari 3 bulan");
        assertThat(checked("claim-rejection-by-officials", letters.rejection(claim(Programme.JKM, deed(Step.APPROVE, Outcome.REJECTED)), WORKER,
                verdict(Assessment.Decision.GRANTED), true))).contains("menurut aturan terpenuhi", "PP 82/2019 Pasal 34",
                "PP 44/2015 Pasal 40 (kebenaran klaim diperiksa");
        checked("claim-rejection-accident", letters.rejection(claim(Programme.JKK, deed(Step.APPROVE_ABOVE_LIMIT, Outcome.REJECTED)), WORKER,
                verdict(Assessment.Decision.REJECTED, "NOT_COVERED"), false));
    }

    @Test
    void payments() {
        assertThat(checked("claim-payment", letters.payment(claim(Programme.JKM), WORKER, verdict(Assessment.Decision.GRANTED, "GRACE"),
                HEIRS, lines(1_250_000_000, 12_000_000), NO_SCHOLARSHIP))).contains("Rp3.786.000.000", "referensi bank");
        checked("claim-interim", letters.interim(claim(Programme.JKK), new Interim(UUID.randomUUID(), UUID.randomUUID(), 2,
                Rupiah.of(3_480_000), "PP 82/2019 Lampiran III huruf A", "v", InterimState.PAID, "BNI/2026-00998")));
        CorrectionLetters corrections = new CorrectionLetters(CLOCK);
        Payee payee = new Payee(1, HEIRS.get(0).name() + " (Istri/suami)", HEIRS.get(0).name(), "123", Rupiah.of(42_000_000));
        Correction correction = new Correction(UUID.randomUUID(), "JKM-2026-000123/K-1", UUID.randomUUID(), 1, Correction.Kind.OVERPAID, null,
                Rupiah.of(42_000_000), "Rekening sudah ditutup", "PP 44/2015 Pasal 34", null, Correction.State.DEMANDED);
        checked("claim-paid-again", corrections.paidAgain(claim(Programme.JKM), correction, payee, new Payout(UUID.randomUUID(),
                UUID.randomUUID(), 1, 2, Rupiah.of(42_000_000), payee.receiver(), "123", "BNI/2026-0099", Payout.State.PAID, null)));
        assertThat(checked("claim-overpaid", corrections.demand(claim(Programme.JKM), correction, payee))).contains("Boleh dicicil");
    }

    @Test
    void whoReadsAndWhatItsChildrenMayAskForIsToldByWhatWasPaid() {
        List<Line> own = List.of(new Line("PARTIAL_DISABILITY", -1, Rupiah.of(12_000_000), "PP 82/2019 Lampiran III", "v", null, "BNI/1", null));
        assertThat(checked("claim-accident-death", letters.payment(claim(Programme.JKK), WORKER, verdict(Assessment.Decision.GRANTED), HEIRS,
                lines(16_000_000), SCHOLARSHIP))).contains("keluarga almarhum", "hak keluarga", "paling banyak 2 anak", "tidak dibayar dengan sendirinya");
        assertThat(checked("claim-accident-disability", letters.payment(claim(Programme.JKK), WORKER, verdict(Assessment.Decision.GRANTED), List.of(),
                own, new ScholarshipRight.Terms(false, List.of(), 0, 7, 4, "x")))).contains("Yth. Bapak/Ibu", "hak Anda")
                .doesNotContain("keluarga Bapak/Ibu", "easiswa");
        assertThat(checked("claim-decision-scholarship", letters.decision(claim(Programme.JKM), WORKER, verdict(Assessment.Decision.GRANTED), HEIRS,
                lines(14_000_000), NO_SCHOLARSHIP, List.of()))).contains("tidak dapat diberikan", "36 bulan; masa kepesertaan pekerja 2 bulan");
        assertThat(checked("claim-rejection-accident-death", letters.rejection(claim(Programme.JKK, deed(Step.APPROVE, Outcome.REJECTED)), WORKER,
                verdict(Assessment.Decision.REJECTED, "NOT_COVERED"), true))).contains("berduka cita");
    }

    @Test
    void clocks() {
        checked("claim-paused", letters.paused(claim(Programme.JKM), WORKER, new ClaimPause(UUID.randomUUID(), PauseCause.COURT, REASON, "u", NOW, null)));
        checked("claim-resumed", letters.resumed(claim(Programme.JKM), WORKER));
        PenaltyLetters penalties = new PenaltyLetters(CLOCK);
        Map<Integer, Rupiah> shares = new TreeMap<>(Map.of(1, Rupiah.of(420_000), 2, Rupiah.of(420_000), 3, Rupiah.of(420_000)));
        Penalty owed = new Penalty(UUID.randomUUID(), UUID.randomUUID(), DIED, LocalDate.of(2026, 11, 2), 3, 1, Rupiah.of(42_000_000),
                Rupiah.of(1_260_000), "Permenaker 1/2025 Pasal 60", "v", PenaltyState.PAID, null, "BNI/2026-77");
        assertThat(checked("claim-penalty", penalties.letter(claim(Programme.JKM), owed, shares, HEIRS))).contains("Rp1.260.000", "BNI/2026-77",
                "diterima oleh wali").doesNotContain("tidak terutang");
        Penalty none = new Penalty(owed.id(), owed.claimId(), owed.payBy(), owed.paidOn(), 3, 1, owed.benefit(), owed.rupiah(),
                owed.legalBasis(), "v", PenaltyState.NOT_OWED, DelayedBy.BANK, null);
        assertThat(checked("claim-penalty-none", penalties.letter(claim(Programme.JKM, deed(Step.DECIDE_PENALTY, Outcome.NOT_OWED)), none,
                Map.of(), HEIRS))).contains("tidak terutang", "bank penerima", REASON).doesNotContain("Dibayarkan kepada");
    }

    @Test
    void supplements() {
        SupplementLetters supplements = new SupplementLetters(CLOCK);
        Supplement supplement = new Supplement(UUID.randomUUID(), "JKM-2026-000123/T-1", UUID.randomUUID(), Supplement.State.PAID,
                "Pengaduan dibenarkan: " + REASON, "PP 82/2019 Pasal 34; PP 44/2015 Pasal 57", DIED, "{}", Rupiah.of(42_000_000), Rupiah.of(10_000_000), "v");
        Claim claim = claim(Programme.JKM, new Deed(Step.PROPOSE_SUPPLEMENT, Outcome.PROPOSED, "Masa kepesertaan 4 bulan, bukan 2 bulan", "u", "n", NOW));
        assertThat(checked("claim-supplement", supplements.paid(claim, supplement, lines(10_000_000), HEIRS))).contains("Rp30.000.000",
                "Yang diperbaiki: Masa kepesertaan 4 bulan", "Selisih per manfaat");
        assertThat(checked("claim-supplement-none", supplements.nothingDue(claim, supplement))).contains("Tidak ada selisih");
    }

    @Test
    void the_list_of_a_ceremony() {
        List<CeremonyList.Line> lines = new ArrayList<>();
        for (int i = 1; i <= 14; i++) {
            lines.add(new CeremonyList.Line("JKM-2026-00%04d".formatted(i), "Sungai Rambutan Jaya Makmur", NAME,
                    HEIRS.get(i % 3).name() + " (Anak), diterima oleh wali Hj. Maimunah", "******1234", Rupiah.of(1_042_000_000L),
                    "PP 82/2019 Pasal 34 ayat (1) huruf a, huruf b"));
        }
        byte[] pdf = new CeremonyList("muara-bungo", LocalDate.of(2026, 12, 1), "Aula Kantor Bupati, Jalan Jenderal Sudirman Nomor 125", lines).pdf(NOW);
        LetterSample.keep("ceremony", pdf);
        assertThat(new id.lindungdesa.letter.PrintedLetter(pdf).text()).contains("Selasa, 1 Desember 2026", "Rp14.588.000.000");
    }
}
