package id.lindungdesa.webapp;

import static java.nio.charset.StandardCharsets.UTF_8;

import id.lindungdesa.refusal.Finding;
import id.lindungdesa.refusal.Refusal;
import id.lindungdesa.workflow.CaseSheets;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.RepositoryService;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** A case that exists in tests only, with everything on its sheet that a sheet may have. */
@Component
public class TrialTasks implements CaseSheets {

    record Recorded(Boolean approved, String note, Long count, String documentIds, String memberId) {}

    static final String PROCESS = "trial-form";

    /** Once, however many test classes want it: the engine leaves out what has not changed. */
    static void deploy(RepositoryService repository) {
        repository.createDeployment().name("trial").enableDuplicateFiltering(false)
                .addInputStream("processes/trial-form.bpmn", TrialTasks.class.getResourceAsStream("/trial/trial-form.bpmn"))
                .addInputStream("forms/trial-form.html", TrialTasks.class.getResourceAsStream("/trial/trial-form.html"))
                .addInputStream("forms/trial-start.html", TrialTasks.class.getResourceAsStream("/trial/trial-start.html"))
                .deploy();
    }

    /** Days as sheets write them, which their letters do not put in order. */
    private static final List<String> SINCE = List.of("5 Januari 2026", "30 November 2025", "1 Desember 2026", "2 Maret 2026", "3 April 2026",
            "4 Mei 2026", "10 Mei 2026", "6 Juni 2026", "7 Juli 2026", "8 Agustus 2026", "9 September 2026", "10 Oktober 2026");

    final List<Recorded> recorded = new CopyOnWriteArrayList<>();
    /** What was posted to begin a case with, by its id: each post another. */
    static final Map<String, String> POSTED = new ConcurrentHashMap<>();
    /** What the last decision posted before it was completed. */
    static final AtomicReference<List<TrialController.Heir>> HEIRS = new AtomicReference<>(List.of());

    public void record(Boolean approved, String note, Long count, String documentIds, String memberId) {
        if (count > 50) {
            throw Refusal.invalid("TOO_MANY_WORKERS", "Paling banyak 50 pekerja: isi kembali jumlahnya.");
        }
        recorded.add(new Recorded(approved, note, count, documentIds, memberId));
    }

    @Override
    public Set<String> processes() {
        return Set.of(PROCESS);
    }

    @Override
    public String titleOf(String processKey, UUID caseId) {
        return "Desa Uji Coba (96.01.01.2001)";
    }

    @Override
    public Sheet sheetOf(String processKey, UUID caseId, String elementId) {
        return new Sheet("PD-2022-000123", "Desa Uji Coba (96.01.01.2001)", 100_000_000L,
                List.of(new Fact("Tahap", 1), new Fact("Porsi premi", "Rp10.080.000"), new Fact("Rekening desa", "<b>BPD</b> 123"),
                        new Fact("Berlaku sejak", java.time.LocalDate.of(2022, 10, 3)), new Fact("Lengkap", true)),
                List.of(new Table("Rencana anggaran", List.of("Kegiatan", "Volume", "Rupiah"), List.of(
                                List.of("Premi 50 pekerja rentan", 12, 10_080_000), List.of("Jalan usaha tani", 1, 89_920_000)),
                                List.of("Jumlah", "", 100_000_000)),
                        new Table("Pekerja", List.of("No", "Nama", "Umur", "Iuran", "Sejak"), IntStream.rangeClosed(1, 50)
                                .mapToObj(i -> List.<Object>of(i, "Pekerja " + i, 20 + i, "Rp%d.000".formatted(i), SINCE.get(i % 12))).toList(),
                                List.of("", "", "", "Rp1.275.000", ""))),
                List.of(new Attachment(UUID.fromString("00000000-0000-4000-8000-000000000001"), "SK_GUBERNUR", "sk-853.pdf", 182_345)),
                List.of(new Step("Permohonan disusun", "Siti Operator, operator desa", "Diteruskan", null,
                                Instant.parse("2022-11-21T02:05:00Z")),
                        new Step("Kelengkapan diperiksa", "Budi Sekdes", "Lengkap", "RAB sudah sesuai.\nTanda tangan lengkap.",
                                Instant.parse("2022-11-22T07:05:00Z"))));
    }

    /** Stands in for endpoints of ours that take what must not become a process variable. */
    @RestController
    static class TrialController {

        record Heir(String name, Integer age, Integer receivedBy) {}

        record Heirs(List<Heir> heirs) {}

        record Case(String subject, List<Integer> shares) {}

        record Answer(int accepted, List<Finding> rejected, List<Finding> warnings) {}

        @PostMapping("/api/trial/members")
        Map<String, String> members(@RequestParam String village, @RequestBody Heirs body) {
            for (int i = 0; i < body.heirs().size(); i++) {
                if (body.heirs().get(i).name().length() < 3) {
                    throw Refusal.invalid("INVALID", "Data ahli waris belum benar.", List.of(
                            Finding.at("/heirs/" + i + "/name", "name", "NAME_TOO_SHORT", "Nama paling sedikit 3 huruf."),
                            Finding.general("VILLAGE", "Desa " + village + " diperiksa.")));
                }
            }
            HEIRS.set(body.heirs());
            return Map.of("id", "11111111-1111-4111-8111-111111111111");
        }

        @PostMapping("/api/trial/cases")
        Map<String, String> cases(@RequestPart("case") Case body, @RequestPart MultipartFile annex) throws IOException {
            String id = UUID.randomUUID().toString();
            POSTED.put(id, body + "|" + new String(annex.getBytes(), UTF_8));
            return Map.of("id", id);
        }

        @PostMapping(path = "/api/trial/villages/{village}/workers", consumes = "text/csv")
        Answer workers(@PathVariable String village, @RequestBody String csv) {
            return new Answer((int) csv.lines().count() - 2,
                    List.of(Finding.atLine(3, "nik", "NIK_SHAPE", "NIK terdiri atas 16 angka (desa %s).".formatted(village))),
                    List.of());
        }
    }
}
