package id.lindungdesa.reporting;

import id.lindungdesa.calendar.WorkingDays;
import id.lindungdesa.rest.Page;
import id.lindungdesa.rest.Paging;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Where the claims stand, by number and days: no person, no cause and no amount, for whoever looks after the cases. */
@Service
class ClaimStates {

    private static final String CHOSEN = """
              from report_claim_case claim
             where (:state::text is null or state = :state) and (:programme::text is null or programme = :programme)
               and (:branch::text is null or branch = :branch) and (:regency::text is null or village_code like :regency || '.%')
               and (not :late or state not in ('PAID', 'REJECTED') and pay_by < :today)
               and (:q::text is null or number ilike :q || '%' or village_code like :q || '%')
            """;

    private static final String LISTED = """
            select id, number, programme, branch, village_code, state, filed_on, complete_on, pay_by, paid_on,
                   state not in ('PAID', 'REJECTED') and coalesce(pay_by < :today, false) as late,
                   (select instance_id from report_case where case_id = claim.id::text limit 1) as instance_id
            """ + CHOSEN + " order by filed_on desc, number ";

    private final JdbcClient jdbc;
    private final LongLists longLists;
    private final Clock clock;

    ClaimStates(JdbcClient jdbc, LongLists longLists, Clock clock) {
        this.jdbc = jdbc;
        this.longLists = longLists;
        this.clock = clock;
    }

    record Wanted(String state, String programme, String branch, String regency, Boolean late, String q) {}

    record Claim(UUID id, String number, String programme, String branch, String villageCode, String state, LocalDate filedOn,
                 LocalDate completeOn, LocalDate payBy, LocalDate paidOn, boolean late, String instanceId) {}

    record Count(String state, long claims, long late) {}

    List<Count> counts() {
        return jdbc.sql("""
                select state, count(*) as claims,
                       count(*) filter (where state not in ('PAID', 'REJECTED') and pay_by < :today) as late
                  from report_claim_case group by state order by state""").param("today", today()).query(Count.class).list();
    }

    @Transactional(readOnly = true)
    Page<Claim> page(Wanted wanted, Paging paging) {
        long total = asked(jdbc.sql("select count(*) " + CHOSEN), wanted).query(Long.class).single();
        return Page.of(paging, asked(jdbc.sql(LISTED + "limit :limit offset :offset"), wanted).param("limit", paging.limit())
                .param("offset", paging.offset()).query(Claim.class).list(), total);
    }

    @Transactional(readOnly = true)
    void each(Wanted wanted, Consumer<Claim> reader) {
        try (Stream<Claim> claims = asked(longLists.sql(LISTED), wanted).query(Claim.class).stream()) {
            claims.forEach(reader);
        }
    }

    private JdbcClient.StatementSpec asked(JdbcClient.StatementSpec sql, Wanted wanted) {
        return sql.param("today", today()).param("state", VillageStates.blank(wanted.state()))
                .param("programme", VillageStates.blank(wanted.programme())).param("branch", VillageStates.blank(wanted.branch()))
                .param("regency", VillageStates.literally(wanted.regency())).param("late", Boolean.TRUE.equals(wanted.late()))
                .param("q", VillageStates.literally(wanted.q()));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), WorkingDays.JAKARTA);
    }
}
