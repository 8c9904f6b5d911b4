package id.lindungdesa.reporting;

import id.lindungdesa.calendar.WorkingDays;
import id.lindungdesa.rest.Page;
import id.lindungdesa.rest.Paging;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Every village of the decrees in force: where its newest tranche stands, its money in the books, and its running case. */
@Service
class VillageStates {

    /** Each village of each decree once, as in {@link DecreeProgress}; amounts from the books. */
    private static final String ALL = """
            with insured as (
                select split_part(path, '/', 2) as village_code, split_part(path, '/', 4) as decree, sum(rupiah)::bigint as rupiah
                  from (select credit_path as path, rupiah from report_ledger_transfer
                         where debit_path like 'regency/%' and credit_path like 'village/%/premium/%'
                        union all
                        select debit_path, -rupiah from report_ledger_transfer
                         where credit_path like 'regency/%' and debit_path like 'village/%/premium/%') side
                 group by 1, 2),
            village as (
                select allocation.decree_id, allocation.decree_number as decree, decree.in_force_on, allocation.village_code as code,
                       allocation.village_name as name, allocation.kelurahan, allocation.district_name as district,
                       allocation.regency_code, allocation.regency_name as regency,
                       coalesce(newest.state, allocation.state) as state, newest.tranche, allocation.rupiah as allocated,
                       coalesce(grants.balance, 0)::bigint as in_village, coalesce(insured.rupiah, 0)::bigint as premium,
                       coalesce(premiums.balance, 0)::bigint as premium_left, newest.received_at as received_at,
                       newest.id as case_id
                  from report_allocation allocation
                  join report_decree decree on decree.decree_id = allocation.decree_id and decree.state = 'IN_FORCE'
                  left join lateral (select id, state, tranche, received_at from report_disbursement
                                      where allocation_id = allocation.allocation_id order by tranche desc limit 1) newest on true
                  left join report_ledger_account grants
                         on grants.path = 'village/' || allocation.village_code || '/grant/' || allocation.decree_id
                  left join report_ledger_account premiums
                         on premiums.path = 'village/' || allocation.village_code || '/premium/' || allocation.decree_id
                  left join insured on insured.village_code = allocation.village_code
                                   and insured.decree = allocation.decree_id::text)
            """;

    private static final String CHOSEN = """
             where (:decree::uuid is null or decree_id = :decree) and (:regency::text is null or regency_code = :regency)
               and (:state::text is null or state = :state)
               and (:q::text is null or name ilike '%' || :q || '%' or code like :q || '%')
            """;

    private static final String LISTED = """
            select village.*, running.process, running.instance_id
              from (select * from village %s) village
              left join lateral (
                    select process, instance_id, 1 as place from report_case where case_id = village.case_id::text
                    union all
                    select running.process, running.instance_id, 2 from report_premium_case insured
                      join report_case running on running.case_id = insured.id::text
                     where insured.decree_id = village.decree_id and insured.village_code = village.code
                     order by place limit 1) running on true
            """;

    private static final Map<String, String> ORDERS = Map.of("code", "code", "name", "name", "allocated", "allocated",
            "inVillage", "in_village", "premium", "premium", "state", "state", "district", "district");

    private final JdbcClient jdbc;
    private final LongLists longLists;

    VillageStates(JdbcClient jdbc, LongLists longLists) {
        this.jdbc = jdbc;
        this.longLists = longLists;
    }

    /** Which of them: all that is given must fit; {@code q} is part of a name or the beginning of a code. */
    record Wanted(UUID decree, String regency, String state, String q) {}

    record Village(UUID decreeId, String decree, String code, String name, boolean kelurahan, String district, String regencyCode,
                   String regency, String state, Integer tranche, long allocated, long inVillage, long premium, long premiumLeft,
                   LocalDate receivedOn, UUID caseId, String process, String instanceId) {}

    record Regency(UUID decreeId, String code, String name, String state, long villages, long allocated, long inVillages,
                   long premium) {}

    /** One line per decree, regency and state. */
    @Transactional(readOnly = true)
    List<Regency> byRegency() {
        return jdbc.sql(ALL + """
                select decree_id, regency_code as code, min(regency) as name, state, count(*) as villages,
                       sum(allocated)::bigint as allocated, sum(in_village)::bigint as in_villages, sum(premium)::bigint as premium
                  from village group by decree_id, regency_code, state order by decree_id, regency_code, state""")
                .query(Regency.class).list();
    }

    @Transactional(readOnly = true)
    Page<Village> page(Wanted wanted, Paging paging) {
        long total = asked(jdbc.sql(ALL + "select count(*) from village" + CHOSEN), wanted).query(Long.class).single();
        return Page.of(paging, asked(jdbc.sql(listed() + " order by " + paging.orderBy(ORDERS, "code, decree_id")
                + " limit :limit offset :offset"), wanted).param("limit", paging.limit()).param("offset", paging.offset())
                .query(VillageStates::village).list(), total);
    }

    /** All that fit, one after the other; none is held. */
    @Transactional(readOnly = true)
    void each(Wanted wanted, Consumer<Village> reader) {
        try (Stream<Village> villages = asked(longLists.sql(listed() + " order by code, decree_id"), wanted)
                .query(VillageStates::village).stream()) {
            villages.forEach(reader);
        }
    }

    private static String listed() {
        return ALL + LISTED.formatted(CHOSEN);
    }

    private static Village village(ResultSet row, int number) throws SQLException {
        var received = row.getObject("received_at", OffsetDateTime.class);
        return new Village(row.getObject("decree_id", UUID.class), row.getString("decree"), row.getString("code"),
                row.getString("name"), row.getBoolean("kelurahan"), row.getString("district"), row.getString("regency_code"),
                row.getString("regency"), row.getString("state"), row.getObject("tranche", Integer.class),
                row.getLong("allocated"), row.getLong("in_village"), row.getLong("premium"), row.getLong("premium_left"),
                received == null ? null : received.atZoneSameInstant(WorkingDays.JAKARTA).toLocalDate(),
                row.getObject("case_id", UUID.class), row.getString("process"), row.getString("instance_id"));
    }

    private JdbcClient.StatementSpec asked(JdbcClient.StatementSpec sql, Wanted wanted) {
        return sql.param("decree", wanted.decree()).param("regency", blank(wanted.regency()))
                .param("state", blank(wanted.state())).param("q", literally(wanted.q()));
    }

    static String blank(String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    /** What was typed is no pattern. */
    static String literally(String text) {
        return blank(text) == null ? null : blank(text).replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    }
}
