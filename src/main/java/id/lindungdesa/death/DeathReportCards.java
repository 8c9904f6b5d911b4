package id.lindungdesa.death;

import id.lindungdesa.region.Regions;
import id.lindungdesa.workflow.CaseCards;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** A reported death in one line: its number and the worker's village. */
@Component
class DeathReportCards implements CaseCards {

    private final JdbcClient jdbc;
    private final Regions regions;

    DeathReportCards(JdbcClient jdbc, Regions regions) {
        this.jdbc = jdbc;
        this.regions = regions;
    }

    @Override
    public Set<String> processes() {
        return Set.of(DeathReportProcess.KEY);
    }

    @Override
    public Map<UUID, Card> cardsOf(String processKey, Collection<UUID> caseIds) {
        Map<UUID, Card> cards = new HashMap<>();
        jdbc.sql("select id, number, village_code from death_report where id = any(:ids)")
                .param("ids", caseIds.toArray(UUID[]::new)).query((RowCallbackHandler) row -> cards.put(row.getObject("id", UUID.class),
                        new Card(row.getString("number"), row.getString("village_code"), null, null, null, null)));
        Map<String, String> names = regions.names(cards.values().stream().map(Card::placeCode).toList());
        cards.replaceAll((id, card) -> card.at(names));
        return cards;
    }
}
