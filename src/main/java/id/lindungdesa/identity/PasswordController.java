package id.lindungdesa.identity;

import id.lindungdesa.refusal.Refusal;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Everybody's own password; nobody changes that of another. */
@RestController
class PasswordController {

    private final Accounts accounts;
    private final CurrentUser currentUser;

    PasswordController(Accounts accounts, CurrentUser currentUser) {
        this.accounts = accounts;
        this.currentUser = currentUser;
    }

    record Change(String current, String next) {

        /** Neither is ever printed. */
        @Override
        public String toString() {
            return "Change[]";
        }
    }

    @PutMapping("/api/me/password")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void change(@RequestBody Change change) {
        Official official = currentUser.get();
        if (change.current() == null || !accounts.matches(official.user(), change.current())) {
            throw Refusal.invalid("PASSWORD_WRONG", "Kata sandi yang sekarang tidak benar.");
        }
        PasswordRule.fault(change.next(), official.user(), official.name()).ifPresent(fault -> {
            throw Refusal.invalid(fault.code(), fault.sentence());
        });
        if (change.next().equals(change.current())) {
            throw Refusal.invalid("PASSWORD_UNCHANGED", "Kata sandi baru harus berbeda dari yang sekarang.");
        }
        accounts.setPassword(official.user(), change.next());
    }
}
