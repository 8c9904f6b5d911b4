package id.lindungdesa.document;

import id.lindungdesa.identity.CurrentUser;
import id.lindungdesa.identity.OpenTo;
import id.lindungdesa.refusal.Refusal;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Files in and out. A file somebody may not read is the same to him as one that is not there. */
@RestController
class DocumentController {

    private final Documents documents;
    private final CurrentUser currentUser;

    DocumentController(Documents documents, CurrentUser currentUser) {
        this.documents = documents;
        this.currentUser = currentUser;
    }

    @PostMapping(path = "/api/documents", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    @OpenTo
    Receipt store(@RequestPart MultipartFile file, @RequestParam String kind) throws IOException {
        try (InputStream in = file.getInputStream()) {
            return Receipt.of(documents.store(in, file.getOriginalFilename(), kind));
        }
    }

    /** {@code inline} lets a browser show it: it is one of the types we accept, and nothing is guessed. */
    @GetMapping("/api/documents/{id}")
    @OpenTo
    ResponseEntity<InputStreamResource> content(@PathVariable UUID id, @RequestParam(defaultValue = "false") boolean inline) {
        StoredDocument document = documents.find(id).filter(found -> documents.mayRead(found, currentUser.get()))
                .orElseThrow(() -> Refusal.notFound("DOCUMENT_UNKNOWN", "Dokumen tidak ditemukan."));
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, (inline ? ContentDisposition.inline() : ContentDisposition.attachment())
                        .filename(document.fileName(), StandardCharsets.UTF_8).build().toString())
                .header("X-Content-Type-Options", "nosniff")
                .contentType(MediaType.parseMediaType(document.mediaType()))
                .contentLength(document.bytes())
                .body(new InputStreamResource(documents.content(document)));
    }

    /** What the uploader gets: the id to name in forms and calls, and the hash to compare with his own file. */
    record Receipt(UUID id, String sha256, long bytes, String kind, String fileName, String mediaType) {

        static Receipt of(StoredDocument document) {
            return new Receipt(document.id(), document.sha256(), document.bytes(), document.kind(),
                    document.fileName(), document.mediaType());
        }
    }
}
