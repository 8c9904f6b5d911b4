package id.lindungdesa.claim;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What was said of a claim's papers: every word is kept, the last one of a kind counts. */
@Repository
class PaperDecisions {

    private final JdbcClient jdbc;

    PaperDecisions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(UUID claimId, PaperDecision decision) {
        jdbc.sql("""
                insert into claim_paper_decision (claim_id, kind, paper_verdict, paper_fault, note, user_id, user_name, at)
                values (:claim, :kind, :verdict, :fault, :note, :user, :name, :at)""")
                .param("claim", claimId).param("kind", decision.kind()).param("verdict", decision.verdict().name())
                .param("fault", decision.fault() == null ? null : decision.fault().name()).param("note", decision.note())
                .param("user", decision.user()).param("name", decision.name()).param("at", Claims.time(decision.at()))
                .update();
    }

    /** The last word on each kind. */
    Map<String, PaperDecision> last(UUID claimId) {
        Map<String, PaperDecision> last = new LinkedHashMap<>();
        jdbc.sql("""
                select kind, paper_verdict, paper_fault, note, user_id, user_name, at
                  from claim_paper_decision where claim_id = :claim order by entry_number""")
                .param("claim", claimId)
                .query((row, number) -> new PaperDecision(row.getString("kind"),
                        PaperVerdict.valueOf(row.getString("paper_verdict")), fault(row.getString("paper_fault")),
                        row.getString("note"), row.getString("user_id"), row.getString("user_name"), Claims.instant(row, "at")))
                .list().forEach(decision -> last.put(decision.kind(), decision));
        return last;
    }

    /** Whether the officer found that the accident happened in traffic. */
    boolean inTraffic(UUID claimId) {
        return jdbc.sql("select exists (select from claim_traffic where claim_id = :claim)").param("claim", claimId)
                .query(Boolean.class).single();
    }

    void inTraffic(UUID claimId, boolean found, String by, Instant at) {
        if (found) {
            jdbc.sql("insert into claim_traffic (claim_id, found_by, found_at) values (:claim, :by, :at) on conflict (claim_id) do nothing")
                    .param("claim", claimId).param("by", by).param("at", Claims.time(at)).update();
        } else {
            jdbc.sql("delete from claim_traffic where claim_id = :claim").param("claim", claimId).update();
        }
    }

    /** When each document came into the claim's file. */
    Map<UUID, Instant> arrivals(UUID claimId) {
        Map<UUID, Instant> arrivals = new LinkedHashMap<>();
        jdbc.sql("select document_id, added_at from claim_document where claim_id = :claim order by added_at, document_id")
                .param("claim", claimId)
                .query((row, number) -> Map.entry(row.getObject("document_id", UUID.class), Claims.instant(row, "added_at")))
                .list().forEach(arrival -> arrivals.put(arrival.getKey(), arrival.getValue()));
        return arrivals;
    }

    /** The numbers of other claims that these documents lie in already, drafts left out. */
    List<String> otherClaimsWith(UUID claimId, List<UUID> documents) {
        return jdbc.sql("""
                select distinct claim.number from claim_document document join claim_claim claim on claim.id = document.claim_id
                 where document.document_id = any(:documents) and claim.id is distinct from cast(:claim as uuid) and claim.state <> 'DRAFT'""")
                .param("documents", documents.toArray(UUID[]::new)).param("claim", claimId).query(String.class).list();
    }

    private static PaperFault fault(String name) {
        return name == null ? null : PaperFault.valueOf(name);
    }
}
