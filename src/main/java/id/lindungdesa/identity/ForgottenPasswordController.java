package id.lindungdesa.identity;

import id.lindungdesa.refusal.Refusal;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The way back in for whoever forgot his password: an administrator gives the code, its owner chooses. */
@RestController
class ForgottenPasswordController {

    private final ForgottenPasswords passwords;

    ForgottenPasswordController(ForgottenPasswords passwords) {
        this.passwords = passwords;
    }

    record Reset(String reason) {}

    record Choice(String user, String code, String next) {

        /** Neither code nor password is ever printed. */
        @Override
        public String toString() {
            return "Choice[]";
        }
    }

    @PostMapping("/api/users/{user}/password-reset")
    @ResponseStatus(HttpStatus.CREATED)
    @OpenTo(Role.ADMIN)
    ForgottenPasswords.Given give(@PathVariable String user, @RequestBody Reset reset) {
        return passwords.give(user, reset.reason());
    }

    @PutMapping(Doors.NEW_PASSWORD)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void choose(@RequestBody Choice choice) {
        if (choice.user() == null || choice.code() == null) {
            throw Refusal.invalid("RESET_CODE_WRONG", "Isilah nama pengguna dan kode.");
        }
        passwords.choose(choice.user().strip(), choice.code(), choice.next());
    }
}
