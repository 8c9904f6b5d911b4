package id.lindungdesa.enrolment;

import id.lindungdesa.identity.OpenTo;
import id.lindungdesa.identity.Role;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** Worker lists of many villages in one file: taken in at once, worked off in the background. */
@RestController
class JobController {

    private final RosterJobs jobs;

    JobController(RosterJobs jobs) {
        this.jobs = jobs;
    }

    record Received(UUID id) {}

    record Job(UUID id, RosterImport.State state, long done, long total, long accepted, long rejected, String rejectedFile,
               String failure) {

        static Job of(RosterImport job) {
            return new Job(job.id(), job.state(), job.done(), job.total(), job.accepted(), job.rejected(),
                    job.rejected() > 0 || job.state() == RosterImport.State.FAILED ? "/api/jobs/%s/rejected".formatted(job.id()) : null,
                    job.failure());
        }
    }

    @PutMapping(path = "/api/workers", consumes = {"text/csv", RosterController.XLSX})
    @OpenTo(Role.BPJS_AR)
    ResponseEntity<Received> receive(InputStream file) {
        UUID id = jobs.receive(file);
        return ResponseEntity.accepted().location(URI.create("/api/jobs/" + id)).body(new Received(id));
    }

    @GetMapping("/api/jobs/{id}")
    @OpenTo({Role.BPJS_AR, Role.ADMIN})
    Job job(@PathVariable UUID id) {
        return Job.of(jobs.own(id));
    }

    /** What was rejected, row by row, for a spreadsheet. */
    @GetMapping("/api/jobs/{id}/rejected")
    @OpenTo({Role.BPJS_AR, Role.ADMIN})
    ResponseEntity<StreamingResponseBody> rejected(@PathVariable UUID id) {
        jobs.own(id);
        return ResponseEntity.ok().contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .header(HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename("baris-ditolak-%s.csv".formatted(id)).build().toString())
                .body(out -> {
                    try (CSVPrinter csv = new CSVPrinter(new OutputStreamWriter(out, StandardCharsets.UTF_8),
                            CSVFormat.RFC4180.builder().setHeader("line", "field", "code", "message").get())) {
                        jobs.eachRejection(id, row -> print(csv, row.line(), row.field(), row.code(), row.message()));
                    }
                });
    }

    private static void print(CSVPrinter csv, Object... cells) {
        try {
            csv.printRecord(java.util.Arrays.stream(cells)
                    .map(cell -> cell instanceof String text ? harmless(text) : cell).toArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A text that no spreadsheet runs as a formula. */
    static String harmless(String text) {
        return !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
}
