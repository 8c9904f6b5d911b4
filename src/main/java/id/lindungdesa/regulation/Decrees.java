package id.lindungdesa.regulation;

import id.lindungdesa.refusal.Refusal;
import id.lindungdesa.regulation.DecreeDecision.Outcome;
import id.lindungdesa.regulation.DecreeDecision.Step;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keeps decrees: their terms, their warnings, who did what with them. Their allocations are kept by {@link Allocations}. */
@Repository
class Decrees {

    /** A decree in a list. */
    record Listed(UUID id, String number, String title, DecreeState state) {}

    private static final String TERMS = """
            select id, number, title, province_code, fiscal_year, edition, tranche_percents, premium_share_percent,
                   workers_per_village, months_of_cover, in_force_on
              from regulation_decree
            """;

    private final JdbcClient jdbc;

    Decrees(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Decree require(UUID id) {
        record Row(String number, DecreeState state) {}
        Row row = jdbc.sql("select number, state from regulation_decree where id = :id").param("id", id)
                .query((found, number) -> new Row(found.getString("number"), DecreeState.valueOf(found.getString("state"))))
                .optional().orElseThrow(Decrees::unknown);
        return new Decree(id, row.number(), row.state(), jdbc.sql("""
                select step, outcome, decided_by, decided_name, note, decided_at from regulation_decision
                 where decree_id = :id order by entry_number""").param("id", id).query(Decrees::decision).list());
    }

    Optional<DecreeTerms> terms(UUID id) {
        return jdbc.sql(TERMS + " where id = :id").param("id", id).query((row, number) -> terms(row, articles(id))).optional();
    }

    long ceiling(UUID id) {
        return jdbc.sql("select ceiling from regulation_decree where id = :id").param("id", id).query(Long.class).single();
    }

    void add(Decree decree, DecreeDraft draft, Instant at) {
        unique(draft.number(), () -> withTerms("""
                insert into regulation_decree (id, number, title, province_code, fiscal_year, edition, ceiling, tranche_percents,
                       premium_share_percent, workers_per_village, months_of_cover, state, drafted_at)
                values (:id, :number, :title, :province, :fiscalYear, :edition, :ceiling, :tranches, :premiumShare, :workers,
                       :months, :state, :draftedAt)""", decree.id(), draft)
                .param("state", decree.state().name()).param("draftedAt", at.atOffset(ZoneOffset.UTC)).update());
        addArticles(decree.id(), draft.articles());
        decree.decisions().forEach(decision -> record(decree.id(), decision));
    }

    /** The terms of a decree that is still open, in place of those it had. */
    void correct(Decree before, Decree after, DecreeDraft draft) {
        int[] corrected = new int[1];
        unique(draft.number(), () -> corrected[0] = withTerms("""
                update regulation_decree
                   set number = :number, title = :title, province_code = :province, fiscal_year = :fiscalYear, edition = :edition,
                       ceiling = :ceiling, tranche_percents = :tranches, premium_share_percent = :premiumShare,
                       workers_per_village = :workers, months_of_cover = :months
                 where id = :id and state = :before""", before.id(), draft).param("before", before.state().name()).update());
        if (corrected[0] != 1) {
            throw changedMeanwhile();
        }
        jdbc.sql("delete from regulation_article where decree_id = :id").param("id", before.id()).update();
        addArticles(before.id(), draft.articles());
        after.decisions().stream().skip(before.decisions().size()).forEach(decision -> record(after.id(), decision));
    }

    /** Takes the step from one state to the next, or tells that somebody else was first. */
    void save(Decree before, Decree after, LocalDate inForceOn) {
        int updated = jdbc.sql("""
                update regulation_decree set state = :state, in_force_on = :inForceOn where id = :id and state = :before""")
                .param("id", before.id()).param("before", before.state().name()).param("state", after.state().name())
                .param("inForceOn", inForceOn).update();
        if (updated != 1) {
            throw changedMeanwhile();
        }
        after.decisions().stream().skip(before.decisions().size()).forEach(decision -> record(after.id(), decision));
    }

    void replaceWarnings(UUID id, List<DecreeWarning> warnings) {
        jdbc.sql("delete from regulation_finding where decree_id = :id").param("id", id).update();
        int place = 0;
        for (DecreeWarning warning : warnings) {
            jdbc.sql("""
                    insert into regulation_finding (decree_id, place, code, message, villages, per_village, rupiah)
                    values (:id, :place, :code, :message, :villages, :perVillage, :rupiah)""")
                    .param("id", id).param("place", ++place).param("code", warning.code()).param("message", warning.message())
                    .param("villages", warning.villages()).param("perVillage", warning.perVillage())
                    .param("rupiah", warning.rupiah()).update();
        }
    }

    List<DecreeWarning> warnings(UUID id) {
        return jdbc.sql("""
                select code, message, villages, per_village, rupiah from regulation_finding where decree_id = :id order by place""")
                .param("id", id).query(DecreeWarning.class).list();
    }

    List<Listed> list(String orderBy, int limit, long offset) {
        return jdbc.sql("select id, number, title, state from regulation_decree order by %s limit :limit offset :offset"
                .formatted(orderBy)).param("limit", limit).param("offset", offset).query(Listed.class).list();
    }

    long count() {
        return jdbc.sql("select count(*) from regulation_decree").query(Long.class).single();
    }

    static Refusal unknown() {
        return Refusal.notFound("DECREE_UNKNOWN", "Keputusan itu tidak ada.");
    }

    /** An article that a decree rests on, with the decree. */
    record Cited(String number, String title, String regulation, String article, String text) {}

    /** What the newest decrees in force cite. */
    List<Cited> citedInForce() {
        return jdbc.sql("""
                select decree.number, decree.title, article.regulation, article.article, article.text
                  from (select id, number, title, in_force_on from regulation_decree where state = 'IN_FORCE'
                         order by in_force_on desc, number limit 5) decree
                  join regulation_article article on article.decree_id = decree.id
                 order by decree.in_force_on desc, decree.number, article.place""").query(Cited.class).list();
    }

    private List<Article> articles(UUID id) {
        return jdbc.sql("select regulation, article, text from regulation_article where decree_id = :id order by place")
                .param("id", id).query(Article.class).list();
    }

    private JdbcClient.StatementSpec withTerms(String sql, UUID id, DecreeDraft draft) {
        return jdbc.sql(sql).param("id", id).param("number", draft.number()).param("title", draft.title())
                .param("province", draft.province()).param("fiscalYear", draft.fiscalYear()).param("edition", draft.edition())
                .param("ceiling", draft.ceiling()).param("tranches", draft.tranchePercents().toArray(Integer[]::new))
                .param("premiumShare", draft.premiumSharePercent()).param("workers", draft.workersPerVillage())
                .param("months", draft.monthsOfCover());
    }

    private void addArticles(UUID id, List<Article> articles) {
        int place = 0;
        for (Article article : articles) {
            jdbc.sql("""
                    insert into regulation_article (decree_id, place, regulation, article, text)
                    values (:id, :place, :regulation, :article, :text)""")
                    .param("id", id).param("place", ++place).param("regulation", article.regulation())
                    .param("article", article.article()).param("text", article.text() == null ? "" : article.text()).update();
        }
    }

    private void record(UUID id, DecreeDecision decision) {
        jdbc.sql("""
                insert into regulation_decision (decree_id, step, outcome, decided_by, decided_name, note, decided_at)
                values (:id, :step, :outcome, :user, :name, :note, :at)""")
                .param("id", id).param("step", decision.step().name()).param("outcome", decision.outcome().name())
                .param("user", decision.user()).param("name", decision.name()).param("note", decision.note())
                .param("at", decision.at().atOffset(ZoneOffset.UTC)).update();
    }

    private static void unique(String number, Runnable write) {
        try {
            write.run();
        } catch (DuplicateKeyException e) {
            throw Refusal.conflict("DECREE_EXISTS", "Keputusan nomor %s sudah ada.".formatted(number));
        }
    }

    private static Refusal changedMeanwhile() {
        return Refusal.conflict("DECREE_CHANGED", "Keputusan ini baru saja diubah orang lain. Muat ulang dan periksa kembali.");
    }

    private static DecreeDecision decision(ResultSet row, int number) throws SQLException {
        return new DecreeDecision(Step.valueOf(row.getString("step")), Outcome.valueOf(row.getString("outcome")),
                row.getString("decided_by"), row.getString("decided_name"), row.getString("note"),
                row.getObject("decided_at", OffsetDateTime.class).toInstant());
    }

    private static DecreeTerms terms(ResultSet row, List<Article> articles) throws SQLException {
        Array tranches = row.getArray("tranche_percents");
        return new DecreeTerms(row.getObject("id", UUID.class), row.getString("number"), row.getString("title"),
                row.getString("province_code"), row.getInt("fiscal_year"), row.getInt("edition"),
                Arrays.asList((Integer[]) tranches.getArray()), row.getInt("premium_share_percent"),
                row.getInt("workers_per_village"), row.getInt("months_of_cover"),
                row.getObject("in_force_on", LocalDate.class), articles);
    }
}
