package id.lindungdesa.rulebook;

import id.lindungdesa.workflow.CaseCards;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** A change of a rule in one line: the table, and how many known cases would end differently. */
@Component
class RuleCards implements CaseCards {

    private static final String CARDS = """
            select version.id, version.decision_key, (select count(*)::integer from rulebook_changed_case changed
                    where changed.version_id = version.id) as changed
              from rulebook_version version where version.id = any(:ids)
            """;

    private final JdbcClient jdbc;

    RuleCards(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Set<String> processes() {
        return Set.of(RuleChangeProcess.ID);
    }

    @Override
    public Map<UUID, Card> cardsOf(String processKey, Collection<UUID> caseIds) {
        Map<UUID, Card> cards = new HashMap<>();
        jdbc.sql(CARDS).param("ids", caseIds.toArray(UUID[]::new)).query((RowCallbackHandler) row -> cards.put(
                row.getObject("id", UUID.class), new Card(row.getString("decision_key"), null, "Buku aturan", null,
                        row.getInt("changed"), "perkara berubah hasilnya")));
        return cards;
    }
}
