package id.lindungdesa.premium;

import id.lindungdesa.document.StoredDocument;
import id.lindungdesa.premium.Decision.Outcome;
import id.lindungdesa.premium.Decision.Step;
import id.lindungdesa.refusal.Refusal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The premium cases, who decided what in them and what they show for it, in the database. */
@Repository
class PremiumCases {

    private static final String CASE = """
            select id, disbursement_id, allocation_id, decree_id, village_code, tranche, share, state, list_id, first_month, months
              from premium_case
            """;

    private final JdbcClient jdbc;

    PremiumCases(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @return false where that disbursement has its case already */
    boolean add(PremiumCase one, Instant receivedAt) {
        return jdbc.sql("""
                insert into premium_case (id, disbursement_id, allocation_id, decree_id, village_code, tranche, share, state,
                                          received_at)
                values (:id, :disbursement, :allocation, :decree, :village, :tranche, :share, :state, :at)
                    on conflict (disbursement_id) do nothing""")
                .param("id", one.id()).param("disbursement", one.disbursementId()).param("allocation", one.allocationId())
                .param("decree", one.decreeId()).param("village", one.villageCode()).param("tranche", one.tranche())
                .param("share", one.share()).param("state", one.state().name())
                .param("at", receivedAt.atOffset(ZoneOffset.UTC)).update() == 1;
    }

    Optional<PremiumCase> find(UUID id) {
        return jdbc.sql(CASE + " where id = :id").param("id", id).query(PremiumCases::premiumCase).optional();
    }

    PremiumCase require(UUID id) {
        return find(id).orElseThrow(() -> Refusal.notFound("PREMIUM_CASE_UNKNOWN", "Perkara premi itu tidak ada."));
    }

    /** The case, while nobody else decides about another one on the same share: together they might spend it twice. */
    PremiumCase requireAlone(UUID id) {
        jdbc.sql("""
                select id from premium_case
                 where (village_code, decree_id) = (select village_code, decree_id from premium_case where id = :id)
                 order by id for no key update""").param("id", id).query(UUID.class).list();
        return require(id);
    }

    List<PremiumCase> ofVillage(String village) {
        return jdbc.sql(CASE + " where village_code = :village order by received_at, id").param("village", village)
                .query(PremiumCases::premiumCase).list();
    }

    /** Writes the case as it has become, if it still was as it is remembered. */
    void become(PremiumCase was, PremiumCase becomes) {
        int changed = jdbc.sql("""
                update premium_case set state = :next, list_id = :list, first_month = :first, months = :months
                 where id = :id and state = :was""")
                .param("next", becomes.state().name()).param("list", becomes.listId())
                .param("first", becomes.firstMonth() == null ? null : becomes.firstMonth().atDay(1), java.sql.Types.DATE)
                .param("months", becomes.months(), java.sql.Types.INTEGER).param("id", was.id()).param("was", was.state().name()).update();
        if (changed != 1) {
            throw PremiumCase.elsewhere();
        }
    }

    void record(UUID caseId, Decision decision) {
        jdbc.sql("""
                insert into premium_decision (id, case_id, decision, step, outcome, by_user, by_name, note, at)
                values (:id, :case, :matter, :step, :outcome, :user, :name, :note, :at)""")
                .param("id", UUID.randomUUID()).param("case", caseId).param("matter", decision.step().matter().name())
                .param("step", decision.step().name()).param("outcome", decision.outcome().name())
                .param("user", decision.user()).param("name", decision.name()).param("note", decision.note())
                .param("at", decision.at().atOffset(ZoneOffset.UTC)).update();
    }

    List<Decision> decisions(UUID caseId) {
        return jdbc.sql("""
                select step, outcome, by_user, by_name, note, at from premium_decision where case_id = :case
                 order by at, step""").param("case", caseId)
                .query((row, n) -> new Decision(Step.valueOf(row.getString("step")),
                        Outcome.valueOf(row.getString("outcome")), row.getString("by_user"), row.getString("by_name"),
                        row.getString("note"), row.getObject("at", OffsetDateTime.class).toInstant()))
                .list();
    }

    void attach(UUID caseId, Step step, List<StoredDocument> documents) {
        documents.forEach(document -> jdbc.sql("""
                insert into premium_document (case_id, document_id, step) values (:case, :document, :step)
                    on conflict (case_id, document_id) do nothing""")
                .param("case", caseId).param("document", document.id()).param("step", step.name()).update());
    }

    List<UUID> documents(UUID caseId) {
        return jdbc.sql("select document_id from premium_document where case_id = :case order by step, document_id")
                .param("case", caseId).query(UUID.class).list();
    }

    /** The villages in whose cases that document lies. */
    List<String> villagesOf(UUID document) {
        return jdbc.sql("""
                select distinct premium_case.village_code from premium_document
                  join premium_case on premium_case.id = premium_document.case_id
                 where premium_document.document_id = :document""").param("document", document).query(String.class).list();
    }

    private static PremiumCase premiumCase(ResultSet row, int number) throws SQLException {
        LocalDate first = row.getObject("first_month", LocalDate.class);
        return new PremiumCase(row.getObject("id", UUID.class), row.getObject("disbursement_id", UUID.class),
                row.getObject("allocation_id", UUID.class), row.getObject("decree_id", UUID.class),
                row.getString("village_code"), row.getInt("tranche"), row.getLong("share"),
                PremiumCase.State.valueOf(row.getString("state")), row.getObject("list_id", UUID.class),
                first == null ? null : YearMonth.from(first), row.getObject("months", Integer.class));
    }
}
