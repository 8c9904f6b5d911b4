package id.lindungdesa.ledger;

import id.lindungdesa.operation.Wholeness;
import java.util.List;
import org.springframework.stereotype.Component;

/** All books added up again, now. */
@Component
class LedgerWholeness implements Wholeness {

    private final LedgerHealth health;

    LedgerWholeness(LedgerHealth health) {
        this.health = health;
    }

    @Override
    public String subject() {
        return "ledger";
    }

    @Override
    public List<String> faults() {
        return health.broken();
    }
}
