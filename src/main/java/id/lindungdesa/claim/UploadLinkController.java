package id.lindungdesa.claim;

import id.lindungdesa.identity.OpenTo;
import id.lindungdesa.identity.Role;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Papers that come in at the counter, and the links by which a family brings its own. */
@RestController
class UploadLinkController {

    private final ClaimUploads uploads;
    private final Clock clock;

    UploadLinkController(ClaimUploads uploads, Clock clock) {
        this.uploads = uploads;
        this.clock = clock;
    }

    /** {@code path} holds the link's secret and is told this once; it is kept nowhere. */
    record Made(UUID id, String path, Instant expiresAt, int files, long bytes) {}

    /** {@code standing}: OPEN, EXPIRED, REVOKED or USED_UP. */
    record LinkView(UUID id, String standing, String madeBy, Instant madeAt, Instant expiresAt, int files, int mostFiles) {}

    record Brought(List<UUID> documents) {}

    record Receipt(UUID id, String state) {}

    @PostMapping("/api/claims/{id}/upload-links")
    @OpenTo({Role.OPERATOR, Role.KADES, Role.LURAH, Role.SEKDES, Role.BPJS_AR, Role.BPJS_VERIFIKATOR})
    @ResponseStatus(HttpStatus.CREATED)
    Made make(@PathVariable UUID id) {
        ClaimUploads.Made made = uploads.make(id);
        return new Made(made.link().id(), "/unggah/" + made.token(), made.link().expiresAt(), made.link().mostFiles(),
                made.link().mostBytes());
    }

    @GetMapping("/api/claims/{id}/upload-links")
    @OpenTo({Role.OPERATOR, Role.KADES, Role.LURAH, Role.SEKDES, Role.BPJS_AR, Role.BPJS_VERIFIKATOR})
    List<LinkView> links(@PathVariable UUID id) {
        return uploads.of(id).stream().map(link -> new LinkView(link.id(), link.standing(clock.instant()), link.madeBy(),
                link.madeAt(), link.expiresAt(), link.files(), link.mostFiles())).toList();
    }

    @DeleteMapping("/api/claims/{id}/upload-links/{linkId}")
    @OpenTo({Role.OPERATOR, Role.KADES, Role.LURAH, Role.SEKDES, Role.BPJS_AR, Role.BPJS_VERIFIKATOR})
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void revoke(@PathVariable UUID id, @PathVariable UUID linkId) {
        uploads.revoke(id, linkId);
    }

    @PostMapping("/api/claims/{id}/documents")
    @OpenTo({Role.OPERATOR, Role.KADES, Role.LURAH, Role.SEKDES, Role.BPJS_AR, Role.BPJS_VERIFIKATOR})
    Receipt bring(@PathVariable UUID id, @RequestBody Brought body) {
        return new Receipt(id, uploads.bring(id, body.documents()).state().name());
    }
}
