package id.lindungdesa.grant;

import id.lindungdesa.workflow.CaseWarnings;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** A village's request or a regency's run that somebody has sent back before deserves a second look. */
@Component
class GrantWarnings implements CaseWarnings {

    private static final String RETURNED = """
            select %1$s as case_id, count(*) as times, (array_agg(step order by entry_number desc))[1] as step
              from grant_decision where %1$s = any(:cases) and outcome = 'RETURNED' group by %1$s
            """;

    private final JdbcClient jdbc;

    GrantWarnings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Set<String> processes() {
        return Set.of(VillageFund.PROCESS, RegencyPayments.PROCESS);
    }

    @Override
    public Map<UUID, List<String>> warningsOf(String processKey, Collection<UUID> caseIds) {
        Map<UUID, List<String>> found = new HashMap<>();
        String column = processKey.equals(RegencyPayments.PROCESS) ? "run_id" : "disbursement_id";
        jdbc.sql(RETURNED.formatted(column)).param("cases", caseIds.toArray(UUID[]::new)).query(row -> {
            String step = CaseFile.Step.valueOf(row.getString("step")).label();
            long times = row.getLong("times");
            found.put(row.getObject("case_id", UUID.class), List.of(times == 1 ? "Pernah dikembalikan (%s)".formatted(step)
                    : "Pernah dikembalikan %d kali, terakhir: %s".formatted(times, step)));
        });
        return found;
    }
}
