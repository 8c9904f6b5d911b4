package id.lindungdesa.reporting;

import id.lindungdesa.refusal.Refusal;
import id.lindungdesa.workflow.StepNames;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Finds cases by any number they are known by, and tells where each runs. */
@Service
class CaseSearch {

    private static final int SHORTEST = 3;
    private static final int SHOWN = 50;

    private final JdbcClient jdbc;
    private final StepNames names;

    CaseSearch(JdbcClient jdbc, StepNames names) {
        this.jdbc = jdbc;
        this.names = names;
    }

    /** {@code process} and {@code instanceId} are null where the case has come to its end. */
    record Found(String number, String kind, UUID caseId, String process, String processName, String instanceId) {}

    private record Row(String number, String kind, UUID caseId, String process, String instanceId) {}

    @Transactional(readOnly = true)
    List<Found> find(String q) {
        String number = VillageStates.literally(q);
        if (number == null || number.length() < SHORTEST) {
            throw Refusal.invalid("SEARCH_TOO_SHORT", "Ketik sedikitnya %d huruf atau angka.".formatted(SHORTEST));
        }
        return jdbc.sql("""
                select found.number, found.kind, found.case_id, running.process, running.instance_id
                  from (select * from report_case_number where number ilike '%' || :q || '%' or case_id::text = lower(:q)
                         order by number limit :shown) found
                  left join lateral (select process, instance_id from report_case where case_id = found.case_id::text
                                      order by process limit 1) running on true
                 order by found.number, found.kind""").param("q", number).param("shown", SHOWN).query(Row.class).stream()
                .map(row -> new Found(row.number(), row.kind(), row.caseId(), row.process(),
                        row.process() == null ? null : names.process(row.process()), row.instanceId())).toList();
    }
}
