package id.lindungdesa.identity;

import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Absences with a deputy: by the holder himself, or by an administrator for him. */
@RestController
class DeputyController {

    private final Deputies deputies;
    private final MyOffices offices;

    DeputyController(Deputies deputies, MyOffices offices) {
        this.deputies = deputies;
        this.offices = offices;
    }

    record Return(String reason) {}

    /** The offices of whoever asks, his absences that run or are to come, and whether he is an overseer. */
    @GetMapping("/api/me/offices")
    MyOffices.Mine mine() {
        return offices.mine();
    }

    @PostMapping("/api/offices/deputies")
    @ResponseStatus(HttpStatus.CREATED)
    @OpenTo(Role.ADMIN)
    Deputies.Named name(@RequestBody Deputies.Absence absence) {
        return deputies.of(absence);
    }

    /** Who could stand in for whoever asks in an office that he holds. */
    @GetMapping("/api/me/deputies")
    @OpenTo
    List<Deputies.Fit> fit(@RequestParam String role, @RequestParam(defaultValue = "") String area) {
        return deputies.fitFor(role, area);
    }

    @PostMapping("/api/me/absences")
    @ResponseStatus(HttpStatus.CREATED)
    @OpenTo
    Deputies.Named nameMine(@RequestBody Deputies.Absence absence) {
        return deputies.ofMyself(absence);
    }

    @PostMapping("/api/me/absences/{id}/end")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @OpenTo
    void back(@PathVariable UUID id, @RequestBody Return back) {
        deputies.endOfMine(id, back.reason());
    }
}
