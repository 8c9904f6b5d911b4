package id.lindungdesa.regulation;

import id.lindungdesa.refusal.Refusal;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The decrees and what they grant, for those downstream. */
@Service
public class DecreeRegister {

    private final Decrees decrees;
    private final Allocations allocations;
    private final Clock clock;

    DecreeRegister(Decrees decrees, Allocations allocations, Clock clock) {
        this.decrees = decrees;
        this.allocations = allocations;
        this.clock = clock;
    }

    /**
     * The terms of a decree, in force or not.
     *
     * @throws Refusal {@code DECREE_UNKNOWN}
     */
    public DecreeTerms terms(UUID decreeId) {
        return decrees.terms(decreeId).orElseThrow(Decrees::unknown);
    }

    /**
     * What a decree grants to one village.
     *
     * @throws Refusal {@code ALLOCATION_UNKNOWN}
     */
    public Allocation allocation(UUID id) {
        return allocations.find(id)
                .orElseThrow(() -> Refusal.notFound("ALLOCATION_UNKNOWN", "Alokasi desa itu tidak ada."));
    }

    /** The next desa of a decree in force whose case is not opened yet, locked for this transaction, in order of code. */
    @Transactional
    public List<Allocation> unopened(UUID decreeId, int limit) {
        return allocations.openable(decreeId, limit);
    }

    /**
     * Notes that these desa have their case now.
     *
     * @throws Refusal {@code ALLOCATION_NOT_OPENABLE} if one of them had it already or waits for another route
     */
    @Transactional
    public void opened(Collection<UUID> allocationIds) {
        allocations.opened(allocationIds, clock.instant());
    }

    /** What the newest decrees in force cite. */
    List<Decrees.Cited> citedInForce() {
        return decrees.citedInForce();
    }

    /** What the newest decree in force grants to a village. */
    public Optional<Allocation> latestAllocation(String villageCode) {
        return allocations.latest(villageCode);
    }
}
