package id.lindungdesa.scholarship;

import static id.lindungdesa.scholarship.Scholarships.instant;
import static id.lindungdesa.scholarship.Scholarships.time;

import id.lindungdesa.letter.IssuedLetter;
import id.lindungdesa.money.Rupiah;
import id.lindungdesa.refusal.Refusal;
import id.lindungdesa.scholarship.Scholarship.End;
import id.lindungdesa.scholarship.ScholarshipChange.Excess;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reports about children, their papers and letters, and what was repaid. */
@Repository
class Changes {

    private static final String COLUMNS = """
            select id, number, scholarship_id, kind, happened_on, wage_months, note, state, end_reason, end_basis, ended_on,
                   rule_versions, undue_rupiah, share_rupiah, demanded_rupiah
              from scholarship_change
            """;

    private final JdbcClient jdbc;

    Changes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A repayment as the bank reports it, under its own number. */
    record Repayment(UUID changeId, String reference, Rupiah rupiah, LocalDate valueDate) {}

    void add(ScholarshipChange change, Instant at) {
        jdbc.sql("""
                insert into scholarship_change (id, number, scholarship_id, kind, happened_on, wage_months, note, state, reported_at)
                values (:id, :number, :scholarship, :kind, :on, :months, :note, :state, :at)""")
                .param("id", change.id()).param("number", change.number()).param("scholarship", change.scholarshipId())
                .param("kind", change.kind().name()).param("on", change.happenedOn()).param("months", change.wageMonths())
                .param("note", change.note()).param("state", change.state().name()).param("at", time(at)).update();
    }

    Optional<ScholarshipChange> find(UUID id) {
        return jdbc.sql(COLUMNS + " where id = :id").param("id", id).query(this::change).optional();
    }

    ScholarshipChange get(UUID id) {
        return find(id).orElseThrow(() -> Refusal.notFound("SCHOLARSHIP_CHANGE_UNKNOWN", "Laporan ini tidak ditemukan."));
    }

    Optional<ScholarshipChange> byNumber(String number) {
        return jdbc.sql(COLUMNS + " where number = :number").param("number", number).query(this::change).optional();
    }

    /** All reports of a child, drafts left out, the first one first. */
    List<ScholarshipChange> of(UUID scholarshipId) {
        return jdbc.sql(COLUMNS + " where scholarship_id = :id and state <> 'DRAFT' order by reported_at").param("id", scholarshipId)
                .query(this::change).list();
    }

    /** The number of a child's report that waits for somebody. */
    Optional<String> openOf(UUID scholarshipId) {
        return jdbc.sql("""
                select number from scholarship_change
                 where scholarship_id = :id and state in ('OPEN', 'CONFIRMED', 'EXCESS', 'DEMANDED')""")
                .param("id", scholarshipId).query(String.class).optional();
    }

    String nextNumber(Scholarship child) {
        return "%s/P%d".formatted(child.number(), 1 + jdbc.sql("select count(*) from scholarship_change where scholarship_id = :id")
                .param("id", child.id()).query(Integer.class).single());
    }

    void update(ScholarshipChange before, ScholarshipChange after) {
        End end = after.end();
        int updated = jdbc.sql("""
                update scholarship_change
                   set state = :state, end_reason = :reason, end_basis = :basis, ended_on = :on, rule_versions = :versions,
                       undue_rupiah = :undue, share_rupiah = :share, demanded_rupiah = :demanded
                 where id = :id and state = :before""")
                .param("state", after.state().name()).param("reason", end == null ? null : end.reason())
                .param("basis", end == null ? null : end.legalBasis()).param("on", end == null ? null : end.on())
                .param("versions", after.ruleVersions()).param("undue", after.excess().undue().amount())
                .param("share", after.excess().share().amount()).param("demanded", after.excess().demanded().amount())
                .param("id", before.id()).param("before", before.state().name()).update();
        if (updated != 1) {
            throw Refusal.conflict("SCHOLARSHIP_CHANGE_STATE", "Laporan %s baru saja diubah. Muat ulang.".formatted(before.number()));
        }
    }

    void add(UUID changeId, ChangeDeed deed) {
        jdbc.sql("""
                insert into scholarship_change_deed (change_id, step, outcome, note, user_id, user_name, at)
                values (:change, :step, :outcome, :note, :user, :name, :at)""")
                .param("change", changeId).param("step", deed.step().name()).param("outcome", deed.outcome())
                .param("note", deed.note()).param("user", deed.user()).param("name", deed.name()).param("at", time(deed.at())).update();
    }

    void attach(UUID changeId, Collection<UUID> documents, String user, Instant at) {
        jdbc.sql("""
                insert into scholarship_change_document (change_id, document_id, added_by, added_at)
                select :change, id, :user, :at from unnest(cast(:documents as uuid[])) as id
                    on conflict (change_id, document_id) do nothing""")
                .param("change", changeId).param("user", user).param("at", time(at)).param("documents", documents.toArray(UUID[]::new))
                .update();
    }

    List<UUID> documents(UUID changeId) {
        return jdbc.sql("select document_id from scholarship_change_document where change_id = :change order by added_at, document_id")
                .param("change", changeId).query(UUID.class).list();
    }

    void add(UUID changeId, IssuedLetter letter, String subject) {
        jdbc.sql("""
                insert into scholarship_change_letter (change_id, letter_id, number, kind, subject, text, created_at)
                values (:change, :letter, :number, :kind, :subject, :text, :at)""")
                .param("change", changeId).param("letter", letter.id()).param("number", letter.number()).param("kind", letter.kind())
                .param("subject", subject).param("text", letter.text()).param("at", time(letter.issuedAt())).update();
    }

    List<YearFiles.Letter> letters(UUID changeId) {
        return jdbc.sql("select letter_id, number, kind, text, created_at from scholarship_change_letter where change_id = :change order by created_at")
                .param("change", changeId).query((row, number) -> new YearFiles.Letter(row.getObject("letter_id", UUID.class),
                        row.getString("number"), row.getString("kind"), row.getString("text"), instant(row, "created_at"))).list();
    }

    Optional<Repayment> repayment(String reference) {
        return jdbc.sql("select change_id, reference, rupiah, value_date from scholarship_repayment where reference = :reference")
                .param("reference", reference).query((row, number) -> new Repayment(row.getObject("change_id", UUID.class),
                        row.getString("reference"), Rupiah.of(row.getLong("rupiah")), row.getObject("value_date", LocalDate.class))).optional();
    }

    void add(Repayment repayment, String by, Instant at) {
        jdbc.sql("""
                insert into scholarship_repayment (reference, change_id, rupiah, value_date, reported_by, reported_at)
                values (:reference, :change, :rupiah, :on, :by, :at)""")
                .param("reference", repayment.reference()).param("change", repayment.changeId()).param("rupiah", repayment.rupiah().amount())
                .param("on", repayment.valueDate()).param("by", by).param("at", time(at)).update();
    }

    Rupiah repaid(UUID changeId) {
        return Rupiah.of(jdbc.sql("select coalesce(sum(rupiah), 0)::bigint from scholarship_repayment where change_id = :change")
                .param("change", changeId).query(Long.class).single());
    }

    private ScholarshipChange change(ResultSet row, int number) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        String reason = row.getString("end_reason");
        return new ScholarshipChange(id, row.getString("number"), row.getObject("scholarship_id", UUID.class),
                ChangeKind.valueOf(row.getString("kind")), row.getObject("happened_on", LocalDate.class),
                row.getObject("wage_months", Integer.class), row.getString("note"), ChangeState.valueOf(row.getString("state")),
                reason == null ? null : new End(reason, row.getString("end_basis"), row.getObject("ended_on", LocalDate.class)),
                row.getString("rule_versions"), new Excess(Rupiah.of(row.getLong("undue_rupiah")), Rupiah.of(row.getLong("share_rupiah")),
                        Rupiah.of(row.getLong("demanded_rupiah"))), deedsOf(id));
    }

    private List<ChangeDeed> deedsOf(UUID changeId) {
        return jdbc.sql("""
                select step, outcome, note, user_id, user_name, at from scholarship_change_deed
                 where change_id = :change order by entry_number""").param("change", changeId)
                .query((row, number) -> new ChangeDeed(ChangeStep.valueOf(row.getString("step")), row.getString("outcome"),
                        row.getString("note"), row.getString("user_id"), row.getString("user_name"), instant(row, "at"))).list();
    }
}
