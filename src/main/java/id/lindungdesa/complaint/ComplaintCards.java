package id.lindungdesa.complaint;

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

/** A complaint in one line: its number and the family's village. */
@Component
class ComplaintCards implements CaseCards {

    private final JdbcClient jdbc;
    private final Regions regions;

    ComplaintCards(JdbcClient jdbc, Regions regions) {
        this.jdbc = jdbc;
        this.regions = regions;
    }

    @Override
    public Set<String> processes() {
        return Set.of(ComplaintProcess.KEY);
    }

    @Override
    public Map<UUID, Card> cardsOf(String processKey, Collection<UUID> caseIds) {
        Map<UUID, Card> cards = new HashMap<>();
        jdbc.sql("select id, number, village_code from complaint_complaint where id = any(:ids)")
                .param("ids", caseIds.toArray(UUID[]::new)).query((RowCallbackHandler) row -> cards.put(row.getObject("id", UUID.class),
                        new Card(row.getString("number"), row.getString("village_code"), null, null, null, null)));
        Map<String, String> names = regions.names(cards.values().stream().map(Card::placeCode).toList());
        cards.replaceAll((id, card) -> card.at(names));
        return cards;
    }
}
