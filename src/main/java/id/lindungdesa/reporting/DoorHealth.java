package id.lindungdesa.reporting;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Whether bank and insurer still talk to us: when each was last heard, what it is waited for and for how long, and what of
 * its reports fitted nothing.
 */
@Service
class DoorHealth {

    private static final int SHOWN = 20;

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Duration patience;

    DoorHealth(JdbcClient jdbc, Clock clock, @Value("${lindungdesa.board.door-patience}") Duration patience) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.patience = patience;
    }

    /** What a door is waited for; {@code late} once the patience is over. */
    record Awaited(String reference, String where, long rupiah, OffsetDateTime since, boolean late, String instanceId) {}

    record Mismatch(String reference, long rupiah, String code, OffsetDateTime reportedAt) {}

    /** {@code waiting}, {@code mismatches}: the oldest and the newest; the counts count all. */
    record Door(String name, OffsetDateTime heardAt, long waitingCount, long lateCount, long waitingRupiah, List<Awaited> waiting,
                long mismatchCount, List<Mismatch> mismatches) {}

    record Doors(long patienceDays, List<Door> doors) {}

    @Transactional(readOnly = true)
    Doors doors() {
        return new Doors(patience.toDays(), List.of(bank(), insurer()));
    }

    private Door bank() {
        return door("bank", """
                select max(reported_at) from (select reported_at from report_bank_credit
                    union all select reported_at from report_bank_mismatch
                    union all select reported_at from report_claim_bank_mismatch) heard""", """
                select reference, regency_name as where, rupiah, waiting_since as since, coalesce(waiting_since < :limit, false) as late,
                       (select instance_id from report_case where case_id = run_id::text limit 1) as instance_id
                  from report_awaited_credit""", """
                select reference, rupiah, code, reported_at from report_bank_mismatch
                union all select reference, rupiah, code, reported_at from report_claim_bank_mismatch""");
    }

    private Door insurer() {
        return door("insurer", "select max(received_at) from report_insurer_confirmation", """
                select bill.billing_code as reference, coalesce(area.name || ' (' || bill.village_code || ')', bill.village_code) as where,
                       bill.rupiah, bill.paid_at as since, coalesce(bill.paid_at < :limit, false) as late,
                       (select instance_id from report_case where case_id = bill.case_id::text limit 1) as instance_id
                  from report_bill bill left join report_area area on area.code = bill.village_code where bill.state = 'PAID'""", """
                select billing_code as reference, rupiah, outcome as code, received_at as reported_at
                  from report_insurer_confirmation where outcome <> 'ACCEPTED'""");
    }

    private Door door(String name, String heard, String awaited, String mismatched) {
        record Sum(long waiting, long late, long rupiah) {}
        OffsetDateTime limit = clock.instant().minus(patience).atOffset(ZoneOffset.UTC);
        Sum sum = jdbc.sql("select count(*) as waiting, count(*) filter (where late) as late, coalesce(sum(rupiah), 0)::bigint as rupiah from ("
                + awaited + ") awaited").param("limit", limit).query(Sum.class).single();
        return new Door(name, jdbc.sql(heard).query((row, number) -> row.getObject(1, OffsetDateTime.class)).list().get(0),
                sum.waiting(), sum.late(), sum.rupiah(),
                jdbc.sql(awaited + " order by since, reference limit " + SHOWN).param("limit", limit).query(Awaited.class).list(),
                jdbc.sql("select count(*) from (" + mismatched + ") mismatch").query(Long.class).single(),
                jdbc.sql(mismatched + " order by reported_at desc, reference limit " + SHOWN).query(Mismatch.class).list());
    }
}
