package id.lindungdesa.webapp;

import id.lindungdesa.identity.CurrentUser;
import id.lindungdesa.identity.OpenTo;
import java.time.Instant;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** A form's draft, of whoever asks and of nobody else. The page alone knows what its text means. */
@RestController
@RequestMapping("/api/drafts/{place}")
class DraftController {

    private final Drafts drafts;
    private final CurrentUser currentUser;

    DraftController(Drafts drafts, CurrentUser currentUser) {
        this.drafts = drafts;
        this.currentUser = currentUser;
    }

    record Content(String content) {}

    record Kept(Instant savedAt) {}

    @GetMapping
    @OpenTo
    ResponseEntity<Drafts.Draft> read(@PathVariable String place) {
        return drafts.of(currentUser.get().user(), place).map(ResponseEntity::ok).orElseGet(() -> ResponseEntity.noContent().build());
    }

    @PutMapping
    @OpenTo
    Kept keep(@PathVariable String place, @RequestBody Content body) {
        return new Kept(drafts.keep(currentUser.get().user(), place, body.content()));
    }

    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @OpenTo
    void forget(@PathVariable String place) {
        drafts.forget(currentUser.get().user(), place);
    }
}
