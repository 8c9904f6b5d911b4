package id.lindungdesa.reporting;

import id.lindungdesa.operation.Checks;
import id.lindungdesa.refusal.Refusal;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What must always hold, with the figures behind it: the books, the files, the cases, each as it was last measured. */
@Service
class BoardChecks {

    private final Checks checks;
    private final JdbcClient jdbc;

    BoardChecks(Checks checks, JdbcClient jdbc) {
        this.checks = checks;
        this.jdbc = jdbc;
    }

    /** {@code whole} is null where it was never measured; {@code named} are the first faults by id. */
    record Check(String subject, Boolean whole, Integer faults, List<String> named, Long millis, OffsetDateTime measuredAt,
                 OffsetDateTime soSince) {}

    /** The sums of all accounts now: both sides and what was moved are one and the same. */
    record Books(long debits, long credits, long moved, long transfers) {}

    record State(List<Check> checks, Books books) {}

    record Wanted(String subject) {}

    @Transactional(readOnly = true)
    State state() {
        return new State(checks.subjects().stream().map(subject -> checks.latest(subject).map(BoardChecks::of)
                .orElse(new Check(subject, null, null, List.of(), null, null, null))).toList(), books());
    }

    /** Measures one subject now. */
    Check measure(String subject) {
        return checks.measure(subject).map(BoardChecks::of).orElseThrow(() -> Refusal.invalid("CHECK_UNKNOWN",
                "Tidak ada pemeriksaan \"%s\". Yang ada: %s.".formatted(subject, String.join(", ", checks.subjects()))));
    }

    private Books books() {
        return jdbc.sql("""
                select coalesce(sum(debits), 0)::bigint as debits, coalesce(sum(credits), 0)::bigint as credits,
                       (select coalesce(sum(rupiah), 0)::bigint from report_ledger_transfer) as moved,
                       (select count(*) from report_ledger_transfer) as transfers
                  from report_ledger_account""").query(Books.class).single();
    }

    private static Check of(Checks.Check check) {
        return new Check(check.subject(), check.whole(), check.faults(), check.named(), check.millis(), check.measuredAt(), check.soSince());
    }
}
