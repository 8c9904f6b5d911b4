package id.lindungdesa.notice;

import id.lindungdesa.identity.OpenTo;
import id.lindungdesa.identity.Role;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** For the administrator: which mails wait or failed, and why; and one more try, once the cause is mended. */
@RestController
class NoticeController {

    private final Outbox outbox;

    NoticeController(Outbox outbox) {
        this.outbox = outbox;
    }

    @GetMapping("/api/notices")
    @OpenTo(Role.ADMIN)
    List<Outbox.Shown> notices(@RequestParam(defaultValue = "FAILED") MailState state) {
        return outbox.in(state);
    }

    @PostMapping("/api/notices/{id}/tries")
    @OpenTo(Role.ADMIN)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void tryAgain(@PathVariable UUID id) {
        outbox.tryAgain(id);
    }
}
