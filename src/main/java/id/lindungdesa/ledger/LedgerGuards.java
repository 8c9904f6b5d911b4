package id.lindungdesa.ledger;

import id.lindungdesa.operation.Wholeness;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The triggers that let nobody change or delete an entry are there and switched on. A hand that went round them could have
 * made books that add up.
 */
@Component
class LedgerGuards implements Wholeness {

    private static final String MISSING = """
            select wanted.name
              from unnest(array['ledger_transfer_apply', 'ledger_transfer_kept', 'ledger_account_kept', 'ledger_account_opened',
                                'ledger_account_counted']) as wanted(name)
             where not exists (select from pg_trigger found join pg_class owner on owner.oid = found.tgrelid
                                where found.tgname = wanted.name and owner.relnamespace = current_schema()::regnamespace
                                  and found.tgenabled in ('O', 'A'))
             order by 1
            """;

    private final JdbcClient jdbc;

    LedgerGuards(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String subject() {
        return "ledger-guards";
    }

    /** The triggers that are missing or switched off. */
    @Override
    public List<String> faults() {
        return jdbc.sql(MISSING).query(String.class).list();
    }
}
