package id.lindungdesa.enrolment;

import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** Who is on the list of which village. */
@Service
public class Enrolment {

    private final Workers workers;

    Enrolment(Workers workers) {
        this.workers = workers;
    }

    /** The worker of that NIK, whatever village lists him. */
    public Optional<Worker> byNik(String nik) {
        return workers.byNik(nik);
    }

    /** The worker of that id; an error where there is none. */
    public Worker worker(UUID id) {
        return workers.find(id).orElseThrow(() -> new IllegalArgumentException("No worker " + id));
    }
}
