package id.lindungdesa.scholarship;

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

/** A child's school year, or a report about it, in one line without its name; the amount once the rules have said it. */
@Component
class ScholarshipCards implements CaseCards {

    private static final String CARDS = """
            select year.id, year.number, child.village_code, nullif(year.rupiah, 0) as rupiah
              from scholarship_year year
              join scholarship_scholarship child on child.id = year.scholarship_id
             where year.id = any(:ids)
            """;
    private static final String CHANGES = """
            select change.id, change.number, child.village_code,
                   nullif(case when change.demanded_rupiah > 0 then change.demanded_rupiah
                               else change.undue_rupiah + change.share_rupiah end, 0) as rupiah
              from scholarship_change change
              join scholarship_scholarship child on child.id = change.scholarship_id
             where change.id = any(:ids)
            """;

    private final JdbcClient jdbc;
    private final Regions regions;

    ScholarshipCards(JdbcClient jdbc, Regions regions) {
        this.jdbc = jdbc;
        this.regions = regions;
    }

    @Override
    public Set<String> processes() {
        return Set.of(ScholarshipProcess.KEY, ScholarshipProcess.CHANGE);
    }

    @Override
    public Map<UUID, Card> cardsOf(String processKey, Collection<UUID> caseIds) {
        Map<UUID, Card> cards = new HashMap<>();
        jdbc.sql(processKey.equals(ScholarshipProcess.CHANGE) ? CHANGES : CARDS).param("ids", caseIds.toArray(UUID[]::new)).query((RowCallbackHandler) row -> cards.put(
                row.getObject("id", UUID.class), new Card(row.getString("number"), row.getString("village_code"), null,
                        row.getObject("rupiah", Long.class), null, null)));
        Map<String, String> names = regions.names(cards.values().stream().map(Card::placeCode).toList());
        cards.replaceAll((id, card) -> card.at(names));
        return cards;
    }
}
