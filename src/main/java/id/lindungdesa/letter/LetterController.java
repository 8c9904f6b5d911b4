package id.lindungdesa.letter;

import id.lindungdesa.identity.OpenTo;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Letters for officials who may read the case. One that somebody may not read is the same to him as one that is not there. */
@RestController
class LetterController {

    private final LetterBook book;

    LetterController(LetterBook book) {
        this.book = book;
    }

    @GetMapping(path = "/api/letters/{id}", produces = MediaType.APPLICATION_PDF_VALUE)
    @OpenTo
    ResponseEntity<byte[]> letter(@PathVariable UUID id) {
        LetterBook.Copy copy = book.copy(id);
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment()
                        .filename(copy.number().replaceAll("[^A-Za-z0-9-]+", "-") + ".pdf", StandardCharsets.UTF_8).build().toString())
                .contentType(MediaType.APPLICATION_PDF)
                .body(copy.pdf());
    }
}
