package id.lindungdesa.regulation;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** The decrees and what they grant, for those downstream. */
@Service
public class DecreeRegister {

    /** The terms of a decree; an error where there is none of that id. */
    public DecreeTerms terms(UUID decreeId) {
        throw new UnsupportedOperationException();
    }

    public Allocation allocation(UUID id) {
        throw new UnsupportedOperationException();
    }

    /** The next desa of a decree in force whose case is not opened yet, locked for this transaction, in order of code. */
    public List<Allocation> unopened(UUID decreeId, int limit) {
        throw new UnsupportedOperationException();
    }

    public void opened(Collection<UUID> allocationIds) {
        throw new UnsupportedOperationException();
    }

    /** What the newest decree in force grants to a village. */
    public Optional<Allocation> latestAllocation(String villageCode) {
        throw new UnsupportedOperationException();
    }
}
