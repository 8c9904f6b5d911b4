package id.lindungdesa.premium;

import id.lindungdesa.enrolment.Enrolment;
import id.lindungdesa.region.Regions;
import id.lindungdesa.workflow.CaseCards;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** A premium case in one line: what the bill asks for how many workers, or before there is one, the share and the list. */
@Component
class PremiumCards implements CaseCards {

    private static final String CARDS = """
            select one.id, one.village_code as village, one.tranche, coalesce(bill.rupiah, one.share) as rupiah, bill.workers,
                   one.list_id as list
              from premium_case one
              left join premium_bill bill on bill.case_id = one.id
             where one.id = any(:ids)
            """;

    private final JdbcClient jdbc;
    private final Enrolment enrolment;
    private final Regions regions;

    PremiumCards(JdbcClient jdbc, Enrolment enrolment, Regions regions) {
        this.jdbc = jdbc;
        this.enrolment = enrolment;
        this.regions = regions;
    }

    private record Line(UUID id, String village, int tranche, long rupiah, Integer workers, UUID list) {}

    @Override
    public Set<String> processes() {
        return Set.of(PremiumDesk.PROCESS);
    }

    @Override
    public Map<UUID, Card> cardsOf(String processKey, Collection<UUID> caseIds) {
        var lines = jdbc.sql(CARDS).param("ids", caseIds.toArray(UUID[]::new)).query(Line.class).list();
        Map<UUID, Integer> listed = enrolment.listed(lines.stream().filter(line -> line.workers() == null).map(Line::list)
                .filter(Objects::nonNull).toList());
        Map<String, String> names = regions.names(lines.stream().map(Line::village).toList());
        Map<UUID, Card> cards = new HashMap<>();
        lines.forEach(line -> {
            Integer workers = line.workers() == null ? listed.get(line.list()) : line.workers();
            cards.put(line.id(), new Card("PREMI/%s/%d".formatted(line.village(), line.tranche()), line.village(), null, line.rupiah(),
                    workers, workers == null ? null : "pekerja").at(names));
        });
        return cards;
    }
}
