package id.lindungdesa.rulebook;

import id.lindungdesa.refusal.Refusal;
import id.lindungdesa.rulebook.Deed.Outcome;
import id.lindungdesa.rulebook.Deed.Step;
import id.lindungdesa.rulebook.RuleVersion.State;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Versions of rules, their texts, and what would come out otherwise by them. */
@Repository
class RuleVersions {

    private static final String VERSION = "select id, decision_key, in_force_on, reason, state, base_version, deployed_as from rulebook_version";

    private final JdbcClient jdbc;

    RuleVersions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The table as it shall be, the one that it follows, and what the release carried at that time. */
    record Texts(String dmn, String base, String released) {}

    record Progress(String after, int cases, Instant comparedAt) {}

    record ChangedCase(UUID caseId, String subject, String number, boolean unfinished, LocalDate judgedOn, String decisionNow,
                       String decisionThen, long rupiahNow, long rupiahThen, String moreNow, String moreThen) {}

    record BrokenCase(String code, String title, LocalDate judgedOn, String broken) {}

    /** What changes for cases of one kind: how many come out otherwise, and by how much. */
    record Sum(boolean unfinished, long cases, long rupiahNow, long rupiahThen) {}

    void add(RuleVersion version, Texts texts, Instant at) {
        jdbc.sql("""
                insert into rulebook_version (id, decision_key, in_force_on, reason, dmn, base_version, base_dmn, released_dmn, state, proposed_at)
                values (:id, :decision, :from, :reason, :dmn, :baseVersion, :base, :released, :state, :at)""")
                .param("id", version.id()).param("decision", version.decision()).param("from", version.inForceOn())
                .param("reason", version.reason()).param("dmn", texts.dmn()).param("baseVersion", version.base())
                .param("base", texts.base()).param("released", texts.released()).param("state", version.state().name())
                .param("at", time(at)).update();
        keepDeeds(version, 0);
    }

    void correct(RuleVersion before, RuleVersion after, Texts texts) {
        update(before, after);
        jdbc.sql("""
                update rulebook_version set in_force_on = :from, reason = :reason, dmn = :dmn, base_version = :baseVersion,
                       base_dmn = :base, released_dmn = :released, compared_after = null, compared_cases = 0, compared_at = null
                 where id = :id""")
                .param("from", after.inForceOn()).param("reason", after.reason()).param("dmn", texts.dmn()).param("baseVersion", after.base())
                .param("base", texts.base()).param("released", texts.released()).param("id", after.id()).update();
        forget(after.id());
    }

    /** Before the cases are compared anew. */
    void forget(UUID id) {
        jdbc.sql("delete from rulebook_changed_case where version_id = :id").param("id", id).update();
        jdbc.sql("delete from rulebook_worked_case where version_id = :id").param("id", id).update();
        jdbc.sql("update rulebook_version set compared_after = null, compared_cases = 0, compared_at = null where id = :id").param("id", id).update();
    }

    void update(RuleVersion before, RuleVersion after) {
        try {
            int updated = jdbc.sql("update rulebook_version set state = :state, deployed_as = :as where id = :id and state = :before")
                    .param("state", after.state().name()).param("as", after.version()).param("id", after.id())
                    .param("before", before.state().name()).update();
            if (updated != 1) {
                throw Refusal.conflict("RULE_VERSION_STATE", "Versi aturan ini baru saja diubah. Muat ulang.");
            }
        } catch (DuplicateKeyException e) {
            throw Refusal.conflict("RULE_CHANGE_OPEN", "Tabel %s sudah mempunyai usulan yang belum selesai. Selesaikan atau tarik usulan itu dahulu."
                    .formatted(after.decision()));
        }
        keepDeeds(after, before.deeds().size());
    }

    private void keepDeeds(RuleVersion version, int kept) {
        version.deeds().stream().skip(kept).forEach(deed -> jdbc.sql("""
                insert into rulebook_deed (version_id, step, outcome, user_id, user_name, note, done_at)
                values (:version, :step, :outcome, :user, :name, :note, :at)""")
                .param("version", version.id()).param("step", deed.step().name()).param("outcome", deed.outcome().name())
                .param("user", deed.user()).param("name", deed.name()).param("note", deed.note()).param("at", time(deed.at())).update());
    }

    RuleVersion require(UUID id) {
        return jdbc.sql(VERSION + " where id = :id").param("id", id).query(this::version).optional().orElseThrow(() ->
                Refusal.notFound("RULE_VERSION_UNKNOWN", "Versi aturan itu tidak ada."));
    }

    /** For a step: two at once come one after the other. */
    RuleVersion lock(UUID id) {
        return jdbc.sql(VERSION + " where id = :id for update").param("id", id).query(this::version).optional().orElseThrow(() ->
                Refusal.notFound("RULE_VERSION_UNKNOWN", "Versi aturan itu tidak ada."));
    }

    /** Newest first. */
    List<RuleVersion> of(String decision) {
        return jdbc.sql(VERSION + " where decision_key = :decision order by proposed_at desc, id").param("decision", decision)
                .query(this::version).list();
    }

    Texts texts(UUID id) {
        return jdbc.sql("select dmn, base_dmn as base, released_dmn as released from rulebook_version where id = :id").param("id", id)
                .query(Texts.class).single();
    }

    /** The newest version that was put in force. */
    Optional<UUID> inForce(String decision) {
        return jdbc.sql("select version_id from rulebook_deed deed join rulebook_version version on version.id = deed.version_id "
                + "where decision_key = :decision and version.state = 'IN_FORCE' order by deed.entry_number desc limit 1")
                .param("decision", decision).query(UUID.class).optional();
    }

    Progress progress(UUID id) {
        return jdbc.sql("select compared_after, compared_cases, compared_at from rulebook_version where id = :id").param("id", id)
                .query((row, number) -> new Progress(row.getString(1), row.getInt(2), instant(row, "compared_at"))).single();
    }

    void progressed(UUID id, String after, int cases, Instant comparedAt) {
        jdbc.sql("update rulebook_version set compared_after = :after, compared_cases = compared_cases + :cases, compared_at = :at where id = :id")
                .param("after", after).param("cases", cases).param("at", time(comparedAt)).param("id", id).update();
    }

    void add(UUID id, String subject, JudgedCases.Compared one) {
        jdbc.sql("""
                insert into rulebook_changed_case (version_id, case_id, subject, number, unfinished, judged_on, decision_now, decision_then,
                                                   rupiah_now, rupiah_then, more_now, more_then)
                values (:version, :case, :subject, :number, :open, :on, :decisionNow, :decisionThen, :rupiahNow, :rupiahThen, :moreNow, :moreThen)""")
                .param("version", id).param("case", one.id()).param("subject", subject).param("number", one.number())
                .param("open", one.open()).param("on", one.on()).param("decisionNow", one.present().decision())
                .param("decisionThen", one.coming().decision()).param("rupiahNow", one.present().rupiah()).param("rupiahThen", one.coming().rupiah())
                .param("moreNow", one.present().more()).param("moreThen", one.coming().more()).update();
    }

    void add(UUID id, JudgedCases.Worked one) {
        jdbc.sql("insert into rulebook_worked_case (version_id, code, title, judged_on, broken) values (:version, :code, :title, :on, :broken)")
                .param("version", id).param("code", one.code()).param("title", one.title()).param("on", one.on())
                .param("broken", one.brokenThen()).update();
    }

    List<BrokenCase> brokenCases(UUID id) {
        return jdbc.sql("select code, title, judged_on, broken from rulebook_worked_case where version_id = :id order by code")
                .param("id", id).query(BrokenCase.class).list();
    }

    List<ChangedCase> changedCases(UUID id, int limit, long offset) {
        return jdbc.sql("""
                select case_id, subject, number, unfinished, judged_on, decision_now, decision_then, rupiah_now, rupiah_then, more_now, more_then
                  from rulebook_changed_case where version_id = :id order by unfinished desc, subject, number limit :limit offset :offset""")
                .param("id", id).param("limit", limit).param("offset", offset).query(ChangedCase.class).list();
    }

    List<Sum> sums(UUID id) {
        return jdbc.sql("""
                select unfinished, count(*) as cases, sum(rupiah_now)::bigint as rupiah_now, sum(rupiah_then)::bigint as rupiah_then
                  from rulebook_changed_case where version_id = :id group by unfinished order by unfinished desc""")
                .param("id", id).query(Sum.class).list();
    }

    private RuleVersion version(ResultSet row, int number) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        return new RuleVersion(id, row.getString("decision_key"), row.getObject("in_force_on", LocalDate.class), row.getString("reason"),
                State.valueOf(row.getString("state")), row.getString("base_version"), row.getString("deployed_as"), deeds(id));
    }

    private List<Deed> deeds(UUID id) {
        return jdbc.sql("select step, outcome, user_id, user_name, note, done_at from rulebook_deed where version_id = :id order by entry_number")
                .param("id", id).query((row, number) -> new Deed(Step.valueOf(row.getString("step")), Outcome.valueOf(row.getString("outcome")),
                        row.getString("user_id"), row.getString("user_name"), row.getString("note"), instant(row, "done_at"))).list();
    }

    private static OffsetDateTime time(Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
