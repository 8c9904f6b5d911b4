package id.lindungdesa.reminder;

import id.lindungdesa.identity.OpenTo;
import id.lindungdesa.identity.Role;
import id.lindungdesa.notice.Mail;
import java.time.Instant;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** For the administrator: set an official's address, see which ones bounced, and mark what he read in the sender's mailbox. */
@RestController
class MailAddressController {

    private final MailDesk desk;

    MailAddressController(MailDesk desk) {
        this.desk = desk;
    }

    record Address(String address) {

        @Override
        public String toString() {
            return "Address[]";
        }
    }

    record Bounce(String address, String reason) {

        @Override
        public String toString() {
            return "Bounce[]";
        }
    }

    /** {@code address} is masked: who it is matters, where he reads does not. */
    record Bounced(String user, String address, Instant bouncedAt, String reason) {}

    @PutMapping("/api/users/{user}/mail")
    @OpenTo(Role.ADMIN)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void set(@PathVariable String user, @RequestBody Address wish) {
        desk.set(user, wish.address());
    }

    @GetMapping("/api/mail-bounces")
    @OpenTo(Role.ADMIN)
    List<Bounced> bounced() {
        return desk.bounced().stream().map(one -> new Bounced(one.user(), Mail.masked(one.address()), one.bouncedAt(),
                one.bounceReason())).toList();
    }

    @PostMapping("/api/mail-bounces")
    @OpenTo(Role.ADMIN)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void report(@RequestBody Bounce bounce) {
        desk.reportBounce(bounce.address(), bounce.reason());
    }
}
