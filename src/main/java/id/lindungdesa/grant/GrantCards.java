package id.lindungdesa.grant;

import id.lindungdesa.regulation.DecreeRegister;
import id.lindungdesa.workflow.CaseCards;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** A village's tranche and a regency's run in one line each. */
@Component
class GrantCards implements CaseCards {

    private static final String TRANCHES = """
            select id, decree_id, tranche, village_code, replace(village_label, ' (' || village_code || ')', '') as name, rupiah
              from grant_disbursement where id = any(:ids)
            """;

    private static final String RUNS = """
            select run.id, run.reference, run.regency_code, run.regency_name, sum(line.rupiah)::bigint as rupiah,
                   count(line.id)::integer as villages
              from grant_run run
              left join grant_disbursement line on line.run_id = run.id or run.state = 'COLLECTING' and line.state = 'READY'
                        and line.decree_id = run.decree_id and line.regency_code = run.regency_code
             where run.id = any(:ids)
             group by run.id
            """;

    private static final String RUN_OF = """
            select line.id, run.id as run
              from grant_disbursement line
              join grant_run run on run.id = line.run_id or line.state = 'READY' and run.state = 'COLLECTING'
                   and run.decree_id = line.decree_id and run.regency_code = line.regency_code
             where line.id = any(:ids)
            """;

    private static final String RUNS_WITH = """
            select distinct run.id
              from grant_run run
              join grant_disbursement line on line.run_id = run.id or run.state = 'COLLECTING' and line.state = 'READY'
                   and line.decree_id = run.decree_id and line.regency_code = run.regency_code
             where run.id = any(:ids) and position(:text in lower(line.village_label)) > 0
            """;

    private final JdbcClient jdbc;
    private final DecreeRegister decrees;

    GrantCards(JdbcClient jdbc, DecreeRegister decrees) {
        this.jdbc = jdbc;
        this.decrees = decrees;
    }

    @Override
    public Set<String> processes() {
        return Set.of(VillageFund.PROCESS, RegencyPayments.PROCESS);
    }

    @Override
    public Map<UUID, Card> cardsOf(String processKey, Collection<UUID> caseIds) {
        UUID[] ids = caseIds.toArray(UUID[]::new);
        return processKey.equals(RegencyPayments.PROCESS) ? runs(ids) : tranches(ids);
    }

    /** From the day a village is ready its money is the regency's run. */
    @Override
    public Map<UUID, Elsewhere> worked(String processKey, Collection<UUID> caseIds) {
        Map<UUID, Elsewhere> runs = new HashMap<>();
        if (processKey.equals(VillageFund.PROCESS)) {
            jdbc.sql(RUN_OF).param("ids", caseIds.toArray(UUID[]::new)).query((RowCallbackHandler) row -> runs.put(
                    row.getObject("id", UUID.class), new Elsewhere(RegencyPayments.PROCESS, row.getObject("run", UUID.class))));
        }
        return runs;
    }

    /** A regency asks in which run a village is; the label of a line holds its name and its code. */
    @Override
    public Set<UUID> holding(String processKey, Collection<UUID> caseIds, String text) {
        return processKey.equals(RegencyPayments.PROCESS) ? Set.copyOf(jdbc.sql(RUNS_WITH).param("ids", caseIds.toArray(UUID[]::new))
                .param("text", text).query(UUID.class).list()) : Set.of();
    }

    private Map<UUID, Card> tranches(UUID[] ids) {
        Map<UUID, Card> cards = new HashMap<>();
        Map<UUID, Integer> years = new HashMap<>();     // a page of them belongs to one decree or two
        jdbc.sql(TRANCHES).param("ids", ids).query((RowCallbackHandler) row -> cards.put(row.getObject("id", UUID.class), new Card(
                "%s/%d/%s".formatted(row.getString("village_code"), years.computeIfAbsent(row.getObject("decree_id", UUID.class),
                        decree -> decrees.terms(decree).fiscalYear()), Checklist.numeral(row.getInt("tranche"))),
                row.getString("village_code"), row.getString("name"), row.getLong("rupiah"), null, null)));
        return cards;
    }

    private Map<UUID, Card> runs(UUID[] ids) {
        Map<UUID, Card> cards = new HashMap<>();
        jdbc.sql(RUNS).param("ids", ids).query((RowCallbackHandler) row -> cards.put(row.getObject("id", UUID.class), new Card(
                row.getString("reference"), row.getString("regency_code"), row.getString("regency_name"),
                row.getObject("rupiah", Long.class), row.getInt("villages"), "desa")));
        return cards;
    }
}
