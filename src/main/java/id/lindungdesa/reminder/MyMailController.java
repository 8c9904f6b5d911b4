package id.lindungdesa.reminder;

import id.lindungdesa.identity.OpenTo;
import java.time.Instant;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Everybody's own address for reminders; nobody sees that of another. */
@RestController
@RequestMapping("/api/me/mail")
class MyMailController {

    private final MailDesk desk;

    MyMailController(MailDesk desk) {
        this.desk = desk;
    }

    record Wish(String address) {

        @Override
        public String toString() {
            return "Wish[]";
        }
    }

    record Confirmation(String code) {

        @Override
        public String toString() {
            return "Confirmation[]";
        }
    }

    /** {@code available} says whether this installation sends mails at all; {@code askedFor} waits for its code. */
    record Mine(boolean available, String address, String askedFor, String codeRefused, Instant bouncedAt, String bounceReason) {}

    @GetMapping
    @OpenTo
    Mine mine() {
        return shown(desk.mine());
    }

    @PutMapping
    @OpenTo
    Mine ask(@RequestBody Wish wish) {
        return shown(desk.ask(wish.address()));
    }

    @PostMapping("/confirmation")
    @OpenTo
    Mine confirm(@RequestBody Confirmation confirmation) {
        return shown(desk.confirm(confirmation.code()));
    }

    @DeleteMapping
    @OpenTo
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove() {
        desk.remove();
    }

    private Mine shown(MailAddress mine) {
        return new Mine(desk.isOpen(), mine.address(), mine.askedFor(), mine.codeRefused(), mine.bouncedAt(), mine.bounceReason());
    }
}
