package id.lindungdesa.rulebook;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.lindungdesa.identity.OpenTo;
import id.lindungdesa.identity.Role;
import id.lindungdesa.refusal.Finding;
import id.lindungdesa.refusal.Refusal;
import id.lindungdesa.rest.Paging;
import id.lindungdesa.rulebook.RuleShelf.Difference;
import id.lindungdesa.rulebook.RuleShelf.Listed;
import id.lindungdesa.rulebook.RuleShelf.Shown;
import id.lindungdesa.rulebook.RuleShelf.VersionView;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The rule book to read, and versions of its tables in. The parts are read by hand, as those of a decree. */
@RestController
class RuleController {

    private static final int LARGEST_TABLE = 2_000_000;

    private final RuleChange change;
    private final RuleShelf shelf;
    private final ObjectMapper json;

    RuleController(RuleChange change, RuleShelf shelf, ObjectMapper json) {
        this.change = change;
        this.shelf = shelf;
        this.json = json;
    }

    @Operation(summary = "Every decision table with the version in force")
    @GetMapping("/api/rules")
    List<Listed> list() {
        return shelf.list();
    }

    @Operation(summary = "A decision table: its rows in force and the versions that were proposed, newest first")
    @GetMapping("/api/rules/{decision}")
    Shown show(@PathVariable String decision) {
        return shelf.show(decision);
    }

    @Operation(summary = "The table in force as DMN, to be changed in a modeller and sent back")
    @GetMapping("/api/rules/{decision}/table")
    ResponseEntity<byte[]> table(@PathVariable String decision) {
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_XML)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"%s.dmn\"".formatted(shelf.name(decision)))
                .body(shelf.table(decision).getBytes(StandardCharsets.UTF_8));
    }

    @Operation(summary = "Proposes a version of a table from a day on", description = """
            Multipart: part "rule" is JSON {"inForceOn": "2027-01-01", "reason": "Permenaker ..."}, part "table" the DMN file.
            Rows are read as texts, whole numbers, days, comparisons and ranges; anything else is refused, and so is a table with
            other columns, a row without legal basis, a gap, an overlap, an unknown code, or another answer for a day before
            inForceOn. With draft=true its process is started by the official's own form.""")
    @PostMapping(path = "/api/rules/{decision}/versions", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    @OpenTo({Role.ADMIN, Role.PENGELOLA_ATURAN})
    VersionView propose(@PathVariable String decision, @RequestParam(defaultValue = "false") boolean draft, HttpServletRequest request)
            throws IOException, ServletException {
        Body body = body(request);
        return shelf.version(change.propose(decision, body.inForceOn(), body.reason(), required(table(request)), draft));
    }

    @Operation(summary = "The same for the table that \"rule\" names in its field decision")
    @PostMapping(path = "/api/rule-versions", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    @OpenTo({Role.ADMIN, Role.PENGELOLA_ATURAN})
    VersionView propose(@RequestParam(defaultValue = "false") boolean draft, HttpServletRequest request) throws IOException, ServletException {
        Body body = body(request);
        return shelf.version(change.propose(body.decision(), body.inForceOn(), body.reason(), required(table(request)), draft));
    }

    @Operation(summary = "Corrects a version that was returned; what is left out stays as it was")
    @PutMapping(path = "/api/rule-versions/{id}", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @OpenTo({Role.ADMIN, Role.PENGELOLA_ATURAN})
    VersionView correct(@PathVariable UUID id, HttpServletRequest request) throws IOException, ServletException {
        Body body = body(request);
        change.correct(id, body.inForceOn(), body.reason(), table(request));
        return shelf.version(id);
    }

    @Operation(summary = "What a version changes: rows, and the cases that would come out otherwise",
            description = "Page and size are those of the cases. An administrator sees their numbers and sums only.")
    @GetMapping("/api/rules/{decision}/versions/{id}/difference")
    @OpenTo({Role.ADMIN, Role.PENGELOLA_ATURAN, Role.BIRO_HUKUM, Role.BPJS_KANWIL, Role.INSPEKTORAT})
    Difference difference(@PathVariable String decision, @PathVariable UUID id, Paging paging) {
        return shelf.difference(decision, id, paging);
    }

    private record Body(String decision, LocalDate inForceOn, String reason) {}

    private Body body(HttpServletRequest request) throws IOException, ServletException {
        Part part = request.getPart("rule");
        if (part == null) {
            return new Body(null, null, null);
        }
        try (InputStream content = part.getInputStream()) {
            JsonNode node = json.readTree(content.readNBytes(100_000));
            if (node == null || !node.isObject()) {
                throw unreadable("rule", "Bagian \"rule\" harus berisi satu objek JSON.");
            }
            String day = node.path("inForceOn").asText("");
            return new Body(node.path("decision").asText(null), day.isEmpty() ? null : LocalDate.parse(day), node.path("reason").asText(null));
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw unreadable("rule", "Bagian \"rule\" tidak dapat dibaca sebagai JSON.");
        } catch (DateTimeException e) {
            throw unreadable("inForceOn", "Tanggal mulai berlaku ditulis TTTT-BB-HH, misalnya 2027-01-01.");
        }
    }

    private static String table(HttpServletRequest request) throws IOException, ServletException {
        Part part = request.getPart("table");
        if (part == null || part.getSize() == 0) {
            return null;
        }
        if (part.getSize() > LARGEST_TABLE) {
            throw unreadable("table", "Berkas tabel lebih besar dari 2 MB.");
        }
        try (InputStream content = part.getInputStream()) {
            return new String(content.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static String required(String table) {
        if (table == null) {
            throw unreadable("table", "Bagian \"table\" dengan berkas DMN tidak ada dalam kiriman.");
        }
        return table;
    }

    private static Refusal unreadable(String field, String message) {
        return DmnFile.refused(List.of(Finding.at(null, field, "PART_UNREADABLE", message)));
    }
}
