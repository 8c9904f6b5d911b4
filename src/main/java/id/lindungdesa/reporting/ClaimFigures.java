package id.lindungdesa.reporting;

import id.lindungdesa.calendar.OfficeCalendar;
import id.lindungdesa.calendar.WorkingDays;
import id.lindungdesa.identity.CurrentUser;
import id.lindungdesa.identity.Official;
import id.lindungdesa.identity.Role;
import id.lindungdesa.refusal.Refusal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Predicate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * A branch's claims in figures for a time. Claims and rejections count by the day on which they were filed; payments,
 * punctuality, penalties and premiums by the day on which the money moved. No person is named.
 */
@Service
class ClaimFigures {

    private static final int JKM_DAYS = 3;
    private static final int JKK_DAYS = 7;

    private final JdbcClient jdbc;
    private final WorkingDays workingDays;
    private final CurrentUser currentUser;
    private final Clock clock;

    ClaimFigures(JdbcClient jdbc, WorkingDays workingDays, CurrentUser currentUser, Clock clock) {
        this.jdbc = jdbc;
        this.workingDays = workingDays;
        this.currentUser = currentUser;
        this.clock = clock;
    }

    /** Filed in the time, by what became of them; {@code rupiah} is what has been paid of these. */
    record Count(String key, long filed, long open, long paid, long rejected, long rupiah) {}

    /** Paid in the time: within three and seven working days of completeness, and on the day the law sets at the latest. */
    record Punctuality(long paid, long within3Days, long within7Days, long inTime) {}

    record Penalties(long claims, long rupiah) {}

    record Reason(String reason, long claims) {}

    record Scholarships(long years, long rupiah) {}

    /** What was paid out for what came in during the same time; {@code perMille} is null without premiums. */
    record Ratio(long paid, long premiums, Long perMille) {}

    /** {@code branch} is null for all of them. */
    record Report(String branch, LocalDate from, LocalDate through, List<Count> programmes, List<Count> causes, List<Count> villages,
                  List<Count> ageGroups, Punctuality punctuality, Penalties penalties, List<Reason> rejections,
                  Scholarships scholarships, Ratio ratio) {}

    @Transactional(readOnly = true)
    Report of(String branch, LocalDate from, LocalDate through) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), WorkingDays.JAKARTA);
        LocalDate until = through == null ? today : through;
        LocalDate since = from == null ? until.withDayOfYear(1) : from;
        if (since.isAfter(until)) {
            throw Refusal.invalid("PERIOD_INVALID", "Tanggal awal harus sebelum tanggal akhir.");
        }
        Time time = new Time(area(branch), since, until);
        Penalties penalties = penalties(time);
        Scholarships scholarships = scholarships(time);
        List<Grouped> counts = counts(time);
        return new Report(time.branch, since, until, by(counts, "PROGRAMME"), by(counts, "CAUSE"), by(counts, "VILLAGE"),
                by(counts, "AGE"), punctuality(time), penalties, rejections(time), scholarships,
                ratio(time, scholarships.rupiah() + penalties.rupiah()));
    }

    private record Time(String branch, LocalDate from, LocalDate through) {}

    /** A branch's heads see their own, the insurer's region and the auditor each and all. */
    private String area(String branch) {
        Official who = currentUser.get();
        if (who.is(Role.BPJS_KANWIL, Role.INSPEKTORAT)) {
            return branch;
        }
        List<String> own = who.offices().stream().filter(office -> office.role() == Role.BPJS_KABID || office.role() == Role.BPJS_KACAB)
                .map(Official.Office::area).distinct().sorted().toList();
        String asked = branch == null && !own.isEmpty() ? own.get(0) : branch;
        if (!own.contains(asked)) {
            throw Refusal.forbidden("NOT_YOUR_OFFICE", "Laporan ini bukan untuk kantor cabang Anda.");
        }
        return asked;
    }

    private record Grouped(String by, String key, long filed, long open, long paid, long rejected, long rupiah) {}

    /** All groups in one reading of the claims. */
    private List<Grouped> counts(Time time) {
        return asked(time, """
                select case when grouping(programme) = 0 then 'PROGRAMME' when grouping(cause) = 0 then 'CAUSE'
                            when grouping(village_code) = 0 then 'VILLAGE' else 'AGE' end as by,
                       coalesce(programme, cause, village_code, age_group) as key,
                       count(*) as filed, count(*) filter (where state not in ('PAID', 'REJECTED')) as open,
                       count(*) filter (where state = 'PAID') as paid, count(*) filter (where state = 'REJECTED') as rejected,
                       coalesce(sum(rupiah), 0)::bigint as rupiah
                  from (select programme, cause, village_code, state, rupiah,
                               case when age < 20 then '0-19' when age < 30 then '20-29' when age < 40 then '30-39'
                                    when age < 50 then '40-49' when age < 60 then '50-59' else '60+' end as age_group
                          from report_claim_case
                         where filed_on between :from and :through and (:branch::text is null or branch = :branch)) claim
                 group by grouping sets (programme, cause, village_code, age_group) order by 1, 2""").query(Grouped.class).list();
    }

    private static List<Count> by(List<Grouped> counts, String by) {
        return counts.stream().filter(one -> one.by().equals(by)).map(one -> new Count(one.key(), one.filed(), one.open(), one.paid(),
                one.rejected(), one.rupiah())).toList();
    }

    private Punctuality punctuality(Time time) {
        record Pair(LocalDate completeOn, LocalDate paidOn, LocalDate payBy, long claims) {}
        List<Pair> pairs = asked(time, """
                select complete_on, paid_on, pay_by, count(*) as claims from report_claim_case
                 where state = 'PAID' and paid_on between :from and :through and complete_on is not null
                   and (:branch::text is null or branch = :branch)
                 group by complete_on, paid_on, pay_by""").query(Pair.class).list();
        return new Punctuality(sum(pairs, Pair::claims, pair -> true),
                sum(pairs, Pair::claims, pair -> within(pair.completeOn(), pair.paidOn(), JKM_DAYS)),
                sum(pairs, Pair::claims, pair -> within(pair.completeOn(), pair.paidOn(), JKK_DAYS)),
                sum(pairs, Pair::claims, pair -> !pair.paidOn().isAfter(pair.payBy())));
    }

    private boolean within(LocalDate complete, LocalDate paid, int days) {
        return !paid.isAfter(workingDays.due(complete, days, OfficeCalendar.BPJS).due());
    }

    private static <T> long sum(List<T> rows, java.util.function.ToLongFunction<T> value, Predicate<T> counted) {
        return rows.stream().filter(counted).mapToLong(value).sum();
    }

    private Penalties penalties(Time time) {
        return asked(time, """
                select count(distinct claim.id) as claims, coalesce(sum(transfer.rupiah), 0)::bigint as rupiah
                  from report_ledger_transfer transfer join report_claim_case claim on claim.number = transfer.reference
                 where transfer.code = 'PENALTY_PAID' and (:branch::text is null or claim.branch = :branch)
                   and (transfer.posted_at at time zone 'Asia/Jakarta')::date between :from and :through""")
                .query(Penalties.class).single();
    }

    private List<Reason> rejections(Time time) {
        return asked(time, """
                select coalesce(reason, 'DECIDED_BY_OFFICIALS') as reason, count(*) as claims
                  from report_claim_case left join lateral unnest(reasons) as reason on true
                 where state = 'REJECTED' and filed_on between :from and :through and (:branch::text is null or branch = :branch)
                 group by 1 order by 2 desc, 1""").query(Reason.class).list();
    }

    private Scholarships scholarships(Time time) {
        return asked(time, """
                select count(*) as years, coalesce(sum(rupiah), 0)::bigint as rupiah from report_scholarship_year
                 where state = 'PAID' and paid_on between :from and :through and (:branch::text is null or branch = :branch)""")
                .query(Scholarships.class).single();
    }

    /** Premiums of a regency that no branch is named for belong to the first one, as its claims do. */
    private Ratio ratio(Time time, long besides) {
        long claims = asked(time, """
                select coalesce(sum(rupiah), 0)::bigint from report_claim_case
                 where paid_on between :from and :through and (:branch::text is null or branch = :branch)""").query(Long.class).single();
        long premiums = asked(time, """
                select coalesce(sum(bill.rupiah), 0)::bigint from report_bill bill
                  left join report_branch served on served.regency_code = left(bill.village_code, 5)
                 where (bill.paid_at at time zone 'Asia/Jakarta')::date between :from and :through
                   and (:branch::text is null or :branch = coalesce(served.branch, (select min(branch) from report_branch)))""")
                .query(Long.class).single();
        long paid = claims + besides;
        return new Ratio(paid, premiums, premiums == 0 ? null : Math.multiplyExact(paid, 1000L) / premiums);
    }

    private JdbcClient.StatementSpec asked(Time time, String sql) {
        return jdbc.sql(sql).param("from", time.from).param("through", time.through).param("branch", time.branch);
    }
}
