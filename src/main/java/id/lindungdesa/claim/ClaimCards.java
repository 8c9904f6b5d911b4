package id.lindungdesa.claim;

import id.lindungdesa.premium.AdvancePremiums;
import id.lindungdesa.region.Regions;
import id.lindungdesa.workflow.CaseCards;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** A claim, and whatever is decided beside it, in one line: number, village, and the money that this decision is about. */
@Component
class ClaimCards implements CaseCards {

    private static final String BENEFIT = "(select sum(rupiah)::bigint from claim_component part where part.claim_id = claim.id%s)";
    private static final String OF_CLAIM = "claim_claim claim";

    /** What each process is about: the money, and the rows from which the case leads to its claim. */
    private record Source(String number, String rupiah, String rows, String id) {

        static Source beside(String table, String number, String rupiah) {
            return new Source(number, rupiah, table + " one join claim_claim claim on claim.id = one.claim_id", "one.id");
        }

        String sql() {
            return """
                    select %s as id, %s as number, claim.village_code as village, %s as rupiah, claim.worker_id as worker, claim.event_date
                      from %s where %s = any(:ids)""".formatted(id, number, rupiah, rows, id);
        }
    }

    private static final String RETURN = "premium-return";
    private static final Map<String, Source> SOURCES = Map.of(
            ClaimProcess.KEY, new Source("claim.number", BENEFIT.formatted(""), OF_CLAIM, "claim.id"),
            FieldChecks.KEY, Source.beside("claim_field_check", "claim.number", BENEFIT.formatted("")),
            InterimPayments.KEY, Source.beside("claim_interim", "claim.number", "one.rupiah"),
            PenaltyDesk.KEY, Source.beside("claim_penalty", "claim.number", "one.rupiah"),
            CorrectionDesk.PROCESS, Source.beside("claim_correction", "one.number", "one.rupiah"),
            SupplementDesk.KEY, Source.beside("claim_supplement", "one.number",
                    "(select sum(rupiah)::bigint from claim_supplement_line part where part.supplement_id = one.id)"),
            AccountDesk.CLEARANCE, Source.beside("claim_account_check", "claim.number", BENEFIT.formatted(" and part.payee = one.payee")),
            HeirDesk.DISPUTE, Source.beside("claim_dispute", "claim.number", "null::bigint"),
            RETURN, Source.beside("claim_premium_return", "claim.number", "null::bigint"));

    private final JdbcClient jdbc;
    private final AdvancePremiums premiums;
    private final Regions regions;

    ClaimCards(JdbcClient jdbc, AdvancePremiums premiums, Regions regions) {
        this.jdbc = jdbc;
        this.premiums = premiums;
        this.regions = regions;
    }

    private record Line(UUID id, String number, String village, Long rupiah, UUID worker, LocalDate eventDate) {}

    @Override
    public Set<String> processes() {
        return SOURCES.keySet();
    }

    @Override
    public Map<UUID, Card> cardsOf(String processKey, Collection<UUID> caseIds) {
        var lines = jdbc.sql(SOURCES.get(processKey).sql()).param("ids", caseIds.toArray(UUID[]::new)).query(Line.class).list();
        Map<String, String> names = regions.names(lines.stream().map(Line::village).toList());
        Map<UUID, Card> cards = new HashMap<>();
        lines.forEach(line -> cards.put(line.id(), new Card(line.number(), line.village(), null,
                processKey.equals(RETURN) ? beyondDeath(line) : line.rupiah(), null, null).at(names)));
        return cards;
    }

    /** One at a time: a branch has a handful of them in a year. */
    private Long beyondDeath(Line line) {
        return premiums.after(line.worker(), line.eventDate()).stream().mapToLong(month -> month.rupiah().amount()).sum();
    }
}
