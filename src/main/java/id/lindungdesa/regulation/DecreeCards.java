package id.lindungdesa.regulation;

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

/** A decree in one line: its number, its province, what it gives to how many villages. */
@Component
class DecreeCards implements CaseCards {

    private static final String CARDS = """
            select decree.id, decree.number, decree.province_code, sum(allocation.rupiah)::bigint as rupiah,
                   count(allocation.id)::integer as villages
              from regulation_decree decree
              left join regulation_allocation allocation on allocation.decree_id = decree.id
             where decree.id = any(:ids)
             group by decree.id
            """;

    private final JdbcClient jdbc;
    private final Regions regions;

    DecreeCards(JdbcClient jdbc, Regions regions) {
        this.jdbc = jdbc;
        this.regions = regions;
    }

    @Override
    public Set<String> processes() {
        return Set.of(DecreeProcess.ID);
    }

    @Override
    public Map<UUID, Card> cardsOf(String processKey, Collection<UUID> caseIds) {
        Map<UUID, Card> cards = new HashMap<>();
        jdbc.sql(CARDS).param("ids", caseIds.toArray(UUID[]::new)).query((RowCallbackHandler) row -> {
            String province = row.getString("province_code");
            cards.put(row.getObject("id", UUID.class), new Card(row.getString("number"), province, province,
                    row.getObject("rupiah", Long.class), row.getInt("villages"), "desa dan kelurahan"));
        });
        Map<String, String> names = regions.names(cards.values().stream().map(Card::placeCode).toList());
        cards.replaceAll((id, card) -> card.at(names));
        return cards;
    }
}
