package id.lindungdesa.claim;

import static id.lindungdesa.claim.ClaimStage.HEAD;
import static id.lindungdesa.claim.ClaimStage.OFFICER;
import static id.lindungdesa.claim.ClaimStage.OFFICER_ELSEWHERE;
import static id.lindungdesa.claim.ClaimStage.OPERATOR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.lindungdesa.LindungDesaTest;
import id.lindungdesa.benefit.AssessmentForm;
import id.lindungdesa.benefit.Relation;
import id.lindungdesa.claim.ClaimPaper.Standing;
import id.lindungdesa.claim.ClaimPapers.Word;
import id.lindungdesa.document.Documents;
import id.lindungdesa.document.StoredDocument;
import id.lindungdesa.enrolment.Worker;
import id.lindungdesa.refusal.Finding;
import id.lindungdesa.refusal.Refusal;
import id.lindungdesa.workflow.Workflow;
import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;

/** The officer judges each paper; the file is complete when nothing that is required is missing or refused. */
@LindungDesaTest
class ClaimPapersTest {

    @Autowired ClaimStage stage;
    @Autowired ClaimPapers papers;
    @Autowired InjuryDesk injuries;
    @Autowired Claims claims;
    @Autowired ClaimFiles files;
    @Autowired Documents documents;
    @Autowired Workflow workflow;
    @Value("${lindungdesa.data}") Path data;

    private final List<UUID> mine = new ArrayList<>();

    @AfterEach
    void leaveNobodyATask() {
        stage.forget(mine);
    }

    @BeforeEach
    void set() {
        stage.set();
    }

    @Test
    void ac14_theClockStartsWithTheLastPaperAndTheFamilyReadsWhatIsMissingWhyAndWhoIssuesIt() {
        UUID claim = filedWith("AKTA_KEMATIAN", "BUKU_NIKAH");
        says(OFFICER, claim, new Word("AKTA_KEMATIAN", "ACCEPTED", null, null), new Word("BUKU_NIKAH", "REFUSED", "WRONG_PERSON", "nama istri lain"),
                new Word("SURAT_AHLI_WARIS", "MISSING", null, null), new Word("KTP", "WAIVED", null, "aslinya diperlihatkan"));
        assertThat(standings(claim)).containsEntry("AKTA_KEMATIAN", Standing.ACCEPTED).containsEntry("BUKU_NIKAH", Standing.REFUSED)
                .containsEntry("SURAT_AHLI_WARIS", Standing.ABSENT).containsEntry("KTP", Standing.WAIVED);

        assertRefused("PAPERS_MISSING", () -> stage.completes(OFFICER, claim, "UserTask_CheckCompleteness", "complete", true));
        stage.completes(OFFICER, claim, "UserTask_CheckCompleteness", "complete", false, "note", "Lihat daftar di bawah.");
        assertThat(files.letters(claim).stream().filter(letter -> letter.kind().equals("MISSING_DOCUMENTS")).findFirst().orElseThrow().text()).contains("- Buku nikah: atas nama orang lain: nama istri lain.",
                "Diterbitkan oleh: KUA atau Dinas Dukcapil", "- Surat keterangan ahli waris: belum ada.", "dua saksi",
                "- Kartu keluarga: belum ada.", "kantor cabang").doesNotContain("Akta kematian", "- KTP");
        assertThat(claims.get(claim).payBy()).isNull();

        UUID better = stage.document(OPERATOR, "BUKU_NIKAH");
        stage.completes(OPERATOR, claim, "UserTask_SupplyDocuments", "documentIds", better + "," + stage.document(OPERATOR, "SURAT_AHLI_WARIS"));
        assertThat(standings(claim)).as("what came after the word is looked at anew").containsEntry("BUKU_NIKAH", Standing.TO_CHECK)
                .containsEntry("SURAT_AHLI_WARIS", Standing.TO_CHECK);
        Instant brought = claims.get(claim).receivedAt();
        says(OFFICER, claim, new Word("BUKU_NIKAH", "ACCEPTED", null, null));
        stage.completes(OFFICER, claim, "UserTask_CheckCompleteness", "complete", true);

        Claim complete = claims.get(claim);
        assertThat(complete.completeAt()).isEqualTo(brought).isAfter(complete.filedAt());
        assertThat(papers.of(complete)).allMatch(ClaimPaper::isSettled);
        assertThat(complete.last(Step.CHECK).orElseThrow().note()).as("what was not seen is said")
                .contains("tanpa unggahan", "Kartu keluarga").doesNotContain("Buku nikah");
        assertRefused("CLAIM_STATE", () -> says(OFFICER, claim, new Word("KK", "MISSING", null, null)));
    }

    @Test
    void everyFaultyRowIsToldAtOnceAndNothingIsKept() {
        UUID claim = filedWith("AKTA_KEMATIAN");

        assertThatThrownBy(() -> says(OFFICER, claim, new Word("PASPOR", "ACCEPTED", null, null), new Word("KTP", "ACCEPTED", null, null),
                new Word("AKTA_KEMATIAN", "REFUSED", null, null), new Word("AKTA_KEMATIAN", "REFUSED", "OTHER", "x"),
                new Word("KK", "WAIVED", null, " "), new Word("KK", "BAGUS", null, null), new Word("AKTA_KEMATIAN", "MISSING", null, null),
                new Word("BUKU_NIKAH", "MISSING", null, "n".repeat(501)), new Word("BUKU_NIKAH", "MISSING", null, null)))
                .isInstanceOfSatisfying(Refusal.class, refusal -> {
                    assertThat(refusal.code()).isEqualTo("PAPERS_INVALID");
                    assertThat(refusal.findings()).extracting(Finding::code).containsExactly("PAPER_UNKNOWN", "PAPER_ABSENT",
                            "FAULT_REQUIRED", "NOTE_REQUIRED", "NOTE_REQUIRED", "VERDICT_UNKNOWN", "PAPER_PRESENT", "NOTE_TOO_LONG");
                });
        assertThat(standings(claim)).containsEntry("BUKU_NIKAH", Standing.ABSENT).containsEntry("AKTA_KEMATIAN", Standing.TO_CHECK);
    }

    @Test
    void onlyTheOfficerOfTheBranchJudges() {
        UUID claim = filedWith("AKTA_KEMATIAN");
        Word word = new Word("AKTA_KEMATIAN", "ACCEPTED", null, null);

        assertRefused("NOT_YOUR_OFFICE", () -> says(OFFICER_ELSEWHERE, claim, word));
        assertRefused("NOT_YOUR_OFFICE", () -> says(HEAD, claim, word));
        assertRefused("NOT_YOUR_OFFICE", () -> says(OPERATOR, claim, word));
    }

    @Test
    void aPaperIsAcceptedOnlyAfterItWasReadBackWhole() throws Exception {
        UUID damaged = unlike("AKTA_KEMATIAN");
        UUID claim = filedWith(List.of(damaged.toString()));
        StoredDocument stored = documents.require(damaged);
        Path content = data.toAbsolutePath().resolve("documents").resolve(stored.sha256().substring(0, 2))
                .resolve(stored.sha256().substring(2, 4)).resolve(stored.sha256());
        byte[] whole = Files.readAllBytes(content);
        byte[] half = Arrays.copyOf(whole, whole.length / 2);
        try {
            Files.write(content, half);
            assertRefused("DOCUMENT_DAMAGED", () -> says(OFFICER, claim, new Word("AKTA_KEMATIAN", "ACCEPTED", null, null)));
            assertRefused("DOCUMENT_DAMAGED", () -> stage.completes(OFFICER, claim, "UserTask_CheckCompleteness", "complete", true));
        } finally {
            Files.write(content, whole);
        }
        says(OFFICER, claim, new Word("AKTA_KEMATIAN", "ACCEPTED", null, null));
        assertThat(standings(claim)).containsEntry("AKTA_KEMATIAN", Standing.ACCEPTED);
    }

    @Test
    void aDocumentOfAnotherPersonsClaimIsRefused() {
        UUID taken = stage.document(OPERATOR, "AKTA_KEMATIAN");
        UUID first = filedWith(List.of(taken.toString()));

        assertRefused("DOCUMENT_IN_OTHER_CLAIM", () -> stage.file(OPERATOR, form(List.of(taken.toString())), false));
        UUID second = filedWith();
        stage.completes(OFFICER, second, "UserTask_CheckCompleteness", "complete", false, "note", "Belum ada berkas.");
        assertThatThrownBy(() -> stage.completes(OPERATOR, second, "UserTask_SupplyDocuments", "documentIds", taken.toString()))
                .hasMessageContaining(claims.get(first).number());
        assertThat(papers.documents(claims.get(second))).isEmpty();
    }

    @Test
    void anAccidentsPapersFollowWhatIsKnownOfIt() {
        LocalDate accident = stage.today().minusDays(3);
        Worker worker = stage.coveredFor(accident.minusMonths(4), accident.plusMonths(2));
        UUID claim = stage.file(OPERATOR, new ClaimForm("JKK", worker.nik(), null, "WORK_ACCIDENT", null,
                stage.form(worker, accident, Relation.SPOUSE).heirs(), List.of(), accident + "T08:00", "Jalan desa uji", "Ditabrak truk",
                "5550001111", 1_000_000L, null), false).id();
        mine.add(claim);
        assertThat(standings(claim).keySet()).as("while he is treated").containsExactlyInAnyOrder("FORMULIR_JKK_1", "KPJ", "KTP", "KRONOLOGI");

        workflow.actingAs(OFFICER, () -> injuries.examine(claim, new StageTwoForm("DEATH", stage.today().toString(), stage.today().toString(),
                "RIGHT", List.of(), null, List.of(new AssessmentForm.Fare("LAND", 100_000L)), null, null, null, null, null, null, null, null, null)));
        stage.completes(OFFICER, claim, "UserTask_RecordStageTwo", "note", "Surat dokter ada");
        assertThat(standings(claim)).as("48 + 10 + 12 million are above 50").containsKeys("SURAT_DOKTER", "AKTA_KEMATIAN", "BUKU_NIKAH",
                "KUITANSI_TRANSPORTASI", "NPWP").doesNotContainKeys("LAPORAN_POLISI", "KUITANSI_PERAWATAN", "FORMULIR_JKM");

        workflow.actingAs(OFFICER, () -> papers.decide(claim, List.of(), true));
        assertThat(standings(claim)).containsKey("LAPORAN_POLISI");
        workflow.actingAs(OFFICER, () -> papers.decide(claim, List.of(), false));
        assertThat(standings(claim)).doesNotContainKey("LAPORAN_POLISI");
    }

    private UUID filedWith(String... kinds) {
        List<String> ids = new ArrayList<>();
        for (String kind : kinds) {
            ids.add(stage.document(OPERATOR, kind).toString());
        }
        return filedWith(ids);
    }

    private UUID filedWith(List<String> documents) {
        mine.add(stage.file(OPERATOR, form(documents), false).id());
        return mine.get(mine.size() - 1);
    }

    private ClaimForm form(List<String> documents) {
        ClaimForm form = stage.form(stage.coveredWorker(), stage.today(), Relation.SPOUSE);
        return new ClaimForm(form.programme(), form.workerNik(), form.eventDate(), form.cause(), form.reporter(), form.heirs(), documents);
    }

    /** A content that no other test shares. */
    private UUID unlike(String kind) {
        List<UUID> stored = new ArrayList<>();
        workflow.actingAs(OPERATOR, () -> stored.add(documents.store(new ByteArrayInputStream(
                ("%PDF-1.4\n% " + UUID.randomUUID() + "\n%%EOF\n").getBytes()), kind + ".pdf", kind).id()));
        return stored.get(0);
    }

    private void says(String user, UUID claim, Word... words) {
        workflow.actingAs(user, () -> papers.decide(claim, List.of(words), null));
    }

    private Map<String, Standing> standings(UUID claim) {
        return papers.of(claims.get(claim)).stream().collect(Collectors.toMap(paper -> paper.asked().kind(), ClaimPaper::standing));
    }

    private static void assertRefused(String code, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
    }
}
