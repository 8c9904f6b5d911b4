package id.lindungdesa.reporting;

import id.lindungdesa.refusal.Refusal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How far a decree has come: its villages by state and its money by stage, from the books. */
@Service
class DecreeProgress {

    private final JdbcClient jdbc;

    DecreeProgress(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Article(String regulation, String article, String text) {}

    record Warning(String code, String message, Integer villages, Long perVillage, Long rupiah) {}

    record Step(String step, String outcome, String by, OffsetDateTime at) {}

    record Opening(long opened, long total) {}

    record Decree(UUID id, String number, String title, String province, int fiscalYear, int edition, long ceiling,
                  String state, LocalDate inForceOn, List<Article> articles, List<Warning> findings, List<Step> decisions,
                  Opening progress, Map<String, Long> villages, Money money) {}

    @Transactional(readOnly = true)
    Decree of(UUID id) {
        var head = jdbc.sql("""
                select decree_number as number, title, province_code, fiscal_year, edition, ceiling, state, in_force_on
                from report_decree where decree_id = :id""").param("id", id).query(Head.class).optional()
                .orElseThrow(() -> Refusal.notFound("DECREE_UNKNOWN", "Keputusan ini tidak ditemukan."));
        return new Decree(id, head.number(), head.title(), head.provinceCode(), head.fiscalYear(), head.edition(),
                head.ceiling(), head.state(), head.inForceOn(), articles(id), warnings(id), steps(id), opening(id),
                villages(id), money(id));
    }

    private record Head(String number, String title, String provinceCode, int fiscalYear, int edition, long ceiling,
                        String state, LocalDate inForceOn) {}

    List<Article> articles(UUID decree) {
        return jdbc.sql("select regulation, article, text from report_decree_article where decree_id = :id order by place")
                .param("id", decree).query(Article.class).list();
    }

    private List<Warning> warnings(UUID decree) {
        return jdbc.sql("""
                select code, message, villages, per_village, rupiah from report_decree_finding
                where decree_id = :id order by place""").param("id", decree).query(Warning.class).list();
    }

    private List<Step> steps(UUID decree) {
        return jdbc.sql("""
                select step, outcome, decided_name as by, decided_at as at from report_decree_decision
                where decree_id = :id order by entry_number""").param("id", decree).query(Step.class).list();
    }

    /** Of the desa: a kelurahan waits for its own route and is not counted here. */
    Opening opening(UUID decree) {
        return jdbc.sql("""
                select count(*) filter (where state = 'OPENED') as opened, count(*) filter (where not kelurahan) as total
                from report_allocation where decree_id = :id and state <> 'PLANNED'""")
                .param("id", decree).query(Opening.class).single();
    }

    /** Each village once: in the state of its newest tranche, or of its allocation while none is open. */
    Map<String, Long> villages(UUID decree) {
        record Count(String state, long villages) {}
        Map<String, Long> counts = new LinkedHashMap<>();
        jdbc.sql("""
                select coalesce(newest.state, allocation.state) as state, count(*) as villages
                from report_allocation allocation
                left join lateral (select state from report_disbursement
                                   where allocation_id = allocation.allocation_id order by tranche desc limit 1) newest on true
                where allocation.decree_id = :id
                group by 1 order by 1""").param("id", decree).query(Count.class).list()
                .forEach(count -> counts.put(count.state(), count.villages()));
        return counts;
    }

    /** Returned, deferred and unclaimed money has accounts of its own as soon as those ways are built. */
    Money money(UUID decree) {
        return jdbc.sql("""
                select coalesce(sum(credits) filter (where path like 'province/%/treasury/' || :decree), 0)::bigint as allocated,
                       coalesce(sum(balance) filter (where path like 'province/%/treasury/' || :decree), 0)::bigint as in_treasury,
                       coalesce(sum(balance) filter (where path like 'regency/%/transit/' || :decree), 0)::bigint as in_transit,
                       coalesce(sum(balance) filter (where path like 'village/%/grant/' || :decree), 0)::bigint as in_villages,
                       coalesce((select sum(case when credit_path like 'village/%' then rupiah else -rupiah end)
                                 from report_ledger_transfer
                                 where (debit_path like 'regency/%' and credit_path like 'village/%/premium/' || :decree)
                                    or (credit_path like 'regency/%' and debit_path like 'village/%/premium/' || :decree)), 0)::bigint as premium,
                       0::bigint as returned, 0::bigint as deferred, 0::bigint as unclaimed
                from report_ledger_account where path like '%/' || :decree""")
                .param("decree", decree.toString()).query(Money.class).single();
    }
}
