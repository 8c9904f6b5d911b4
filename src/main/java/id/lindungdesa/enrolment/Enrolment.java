package id.lindungdesa.enrolment;

import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** Who is on the list of which village. */
@Service
public class Enrolment {

    public Optional<Worker> byNik(String nik) {
        throw new UnsupportedOperationException();
    }

    public Worker worker(UUID id) {
        throw new UnsupportedOperationException();
    }
}
