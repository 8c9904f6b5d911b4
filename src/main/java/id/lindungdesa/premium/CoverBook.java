package id.lindungdesa.premium;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** Says which worker is covered on which day, and by which payment. */
@Service
public class CoverBook {

    /** A worker's periods of cover, oldest first; periods that follow each other without a gap stay separate rows. */
    public List<CoverPeriod> of(UUID workerId) {
        throw new UnsupportedOperationException();
    }

    public Optional<Cover> on(UUID workerId, LocalDate day) {
        throw new UnsupportedOperationException();
    }
}
