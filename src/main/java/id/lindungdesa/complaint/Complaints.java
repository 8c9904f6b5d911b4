package id.lindungdesa.complaint;

import id.lindungdesa.refusal.Refusal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Complaints, what was done on them and the papers they carry. */
@Repository
class Complaints {

    private static final String COLUMNS = """
            select id, number, claim_id, subject, village_code, branch, state, filed_at, due_on, legal_basis, decision_number
              from complaint_complaint
            """;

    private final JdbcClient jdbc;

    Complaints(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Where a complaint that carries a document belongs. */
    record Home(String villageCode, String branch) {}

    /** {@code ADU-2026-000001}: counted without gaps by year. */
    String nextNumber(int year) {
        int next = jdbc.sql("""
                insert into complaint_counter (year, last) values (:year, 1)
                    on conflict (year) do update set last = complaint_counter.last + 1
                returning last""").param("year", year).query(Integer.class).single();
        return "ADU-%d-%06d".formatted(year, next);
    }

    /** Whoever else files or submits a complaint about this claim waits until this transaction is over. */
    void lockClaim(UUID claimId) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('complaint/' || :claim, 0))")
                .param("claim", claimId.toString()).query((row, number) -> true).single();
    }

    /** The number of the complaint about this claim that is not over yet. */
    Optional<String> openAbout(UUID claimId) {
        return jdbc.sql("""
                select number from complaint_complaint
                 where claim_id = :claim and state not in ('DRAFT', 'SETTLED', 'CLOSED', 'WITHDRAWN')""")
                .param("claim", claimId).query(String.class).optional();
    }

    /** How many complaints about this claim came from a family with its letter in hand since then. */
    int byFamilySince(UUID claimId, Instant since) {
        return jdbc.sql("select count(*) from complaint_complaint where claim_id = :claim and letter_id is not null and filed_at > :since")
                .param("claim", claimId).param("since", time(since)).query(Integer.class).single();
    }

    /** Whether the family filed it by itself. */
    boolean isByFamily(UUID id) {
        return jdbc.sql("select letter_id is not null from complaint_complaint where id = :id").param("id", id).query(Boolean.class).single();
    }

    /** @param letterId the letter that the family held; null where an official took the complaint */
    void add(Complaint complaint, Story story, UUID letterId) {
        jdbc.sql("""
                insert into complaint_complaint (id, number, claim_id, subject, village_code, branch, state, filed_at,
                                                 complainant, phone, relation, story, email, letter_id)
                values (:id, :number, :claim, :subject, :village, :branch, :state, :filedAt, :name, :phone, :relation, :story, :email, :letter)""")
                .param("id", complaint.id()).param("number", complaint.number()).param("claim", complaint.claimId())
                .param("subject", complaint.subject().name()).param("village", complaint.villageCode())
                .param("branch", complaint.branch()).param("state", complaint.state().name())
                .param("filedAt", time(complaint.filedAt())).param("name", story.name()).param("phone", story.phone())
                .param("relation", story.relation()).param("story", story.text())
                .param("email", story.email()).param("letter", letterId).update();
    }

    Complaint get(UUID id) {
        return jdbc.sql(COLUMNS + " where id = :id").param("id", id).query(this::complaint).optional()
                .orElseThrow(Complaints::unknown);
    }

    /** The complaint for a step on it: two steps at once come one after the other. */
    Complaint lock(UUID id) {
        return jdbc.sql(COLUMNS + " where id = :id for update").param("id", id).query(this::complaint).optional()
                .orElseThrow(Complaints::unknown);
    }

    Story story(UUID id) {
        return jdbc.sql("select complainant as name, phone, relation, story as text, email from complaint_complaint where id = :id")
                .param("id", id).query(Story.class).single();
    }

    void update(Complaint after) {
        jdbc.sql("""
                update complaint_complaint set state = :state, due_on = :due, legal_basis = :basis, decision_number = :decision
                 where id = :id""")
                .param("state", after.state().name()).param("due", after.dueOn()).param("basis", after.legalBasis())
                .param("decision", after.decisionNumber()).param("id", after.id()).update();
    }

    void add(UUID complaintId, Entry entry) {
        jdbc.sql("""
                insert into complaint_entry (complaint_id, step, outcome, note, user_id, user_name, at)
                values (:complaint, :step, :outcome, :note, :user, :name, :at)""")
                .param("complaint", complaintId).param("step", entry.step().name()).param("outcome", entry.outcome().name())
                .param("note", entry.note()).param("user", entry.user()).param("name", entry.name())
                .param("at", time(entry.at())).update();
    }

    void attach(UUID complaintId, Collection<UUID> documents, String user, Instant at) {
        jdbc.sql("""
                insert into complaint_document (complaint_id, document_id, added_by, added_at)
                select :complaint, id, :user, :at from unnest(cast(:documents as uuid[])) as id
                    on conflict (complaint_id, document_id) do nothing""")
                .param("complaint", complaintId).param("user", user).param("at", time(at))
                .param("documents", documents.toArray(UUID[]::new)).update();
    }

    List<UUID> documents(UUID complaintId) {
        return jdbc.sql("select document_id from complaint_document where complaint_id = :id order by added_at, document_id")
                .param("id", complaintId).query(UUID.class).list();
    }

    List<Home> homesOf(UUID documentId) {
        return jdbc.sql("""
                select complaint.village_code, complaint.branch from complaint_document document
                  join complaint_complaint complaint on complaint.id = document.complaint_id
                 where document.document_id = :document""")
                .param("document", documentId).query(Home.class).list();
    }

    private List<Entry> entriesOf(UUID id) {
        return jdbc.sql("""
                select step, outcome, note, user_id, user_name, at from complaint_entry where complaint_id = :id
                 order by entry_number""").param("id", id)
                .query((row, number) -> new Entry(ComplaintStep.valueOf(row.getString("step")),
                        ComplaintOutcome.valueOf(row.getString("outcome")), row.getString("note"), row.getString("user_id"),
                        row.getString("user_name"), instant(row, "at")))
                .list();
    }

    private Complaint complaint(ResultSet row, int number) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        return new Complaint(id, row.getString("number"), row.getObject("claim_id", UUID.class),
                ComplaintSubject.valueOf(row.getString("subject")), row.getString("village_code"), row.getString("branch"),
                ComplaintState.valueOf(row.getString("state")), instant(row, "filed_at"),
                row.getObject("due_on", LocalDate.class), row.getString("legal_basis"), row.getString("decision_number"),
                entriesOf(id));
    }

    private static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static Refusal unknown() {
        return Refusal.notFound("COMPLAINT_UNKNOWN", "Pengaduan tidak ditemukan.");
    }
}
