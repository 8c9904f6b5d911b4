package id.lindungdesa.enrolment;

import id.lindungdesa.refusal.Finding;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The jobs of large files, in the database. */
@Repository
class RosterImports {

    private static final int FETCHED_AT_ONCE = 1_000;

    private final JdbcClient jdbc;
    private final JdbcTemplate streaming;

    RosterImports(JdbcClient jdbc, DataSource database) {
        this.jdbc = jdbc;
        this.streaming = new JdbcTemplate(database);
        this.streaming.setFetchSize(FETCHED_AT_ONCE);
    }

    void add(UUID id, String sha256, long bytes, String startedBy, Instant now) {
        jdbc.sql("""
                insert into enrolment_import (id, state, sha256, bytes, started_by, received_at)
                values (:id, 'RECEIVED', :sha256, :bytes, :by, :now)""")
                .param("id", id).param("sha256", sha256).param("bytes", bytes).param("by", startedBy)
                .param("now", now.atOffset(ZoneOffset.UTC)).update();
    }

    Optional<RosterImport> find(UUID id) {
        return jdbc.sql("""
                select id, state, started_by, total, done, accepted, rejected, failure from enrolment_import where id = :id""")
                .param("id", id).query(RosterImports::job).optional();
    }

    /** The jobs that are not at their end, oldest first. */
    List<UUID> waiting() {
        return jdbc.sql("""
                select id from enrolment_import where state in ('RECEIVED', 'READING', 'ENTERING') order by received_at""")
                .query(UUID.class).list();
    }

    /** Counts that somebody takes the job up. @return how often it has been by now */
    int takenUp(UUID id) {
        return jdbc.sql("update enrolment_import set attempts = attempts + 1 where id = :id returning attempts").param("id", id)
                .query(Integer.class).single();
    }

    /** Begins to read, or begins again: what an earlier attempt had read is forgotten. */
    void beginReading(UUID id) {
        jdbc.sql("delete from enrolment_import_row where import_id = :id").param("id", id).update();
        jdbc.sql("delete from enrolment_import_rejection where import_id = :id").param("id", id).update();
        jdbc.sql("""
                update enrolment_import set state = 'READING', total = 0, done = 0, accepted = 0, rejected = 0 where id = :id""")
                .param("id", id).update();
    }

    void read(UUID id, long rows, List<Finding> rejected) {
        reject(id, rejected);
        jdbc.sql("""
                update enrolment_import set total = total + :rows, done = done + :rejected, rejected = rejected + :rejected
                 where id = :id""")
                .param("rows", rows).param("rejected", rejected.size()).param("id", id).update();
    }

    void beginEntering(UUID id) {
        jdbc.sql("update enrolment_import set state = 'ENTERING' where id = :id").param("id", id).update();
    }

    /** The next rows to decide, in order of NIK; of rows with the same NIK none is left for the next time. */
    List<RosterRow> next(UUID id, int limit) {
        return jdbc.sql("""
                select line, nik, name, gender, birth_date, occupation, monthly_income, phone, village_code
                  from enrolment_import_row
                 where import_id = :id
                   and nik <= (select max(nik) from (select nik from enrolment_import_row where import_id = :id
                                                      order by nik limit :limit) first)
                 order by nik, line""")
                .param("id", id).param("limit", limit).query(RosterImports::row).list();
    }

    void decided(UUID id, List<RosterRow> rows, List<Finding> rejected) {
        reject(id, rejected);
        jdbc.sql("delete from enrolment_import_row where import_id = :id and nik <= :nik")
                .param("id", id).param("nik", rows.get(rows.size() - 1).nik().digits()).update();
        jdbc.sql("""
                update enrolment_import
                   set done = done + :rows, accepted = accepted + :rows - :rejected, rejected = rejected + :rejected
                 where id = :id""")
                .param("rows", rows.size()).param("rejected", rejected.size()).param("id", id).update();
    }

    void end(UUID id, String failure, Instant now) {
        jdbc.sql("delete from enrolment_import_row where import_id = :id").param("id", id).update();
        jdbc.sql("update enrolment_import set state = :state, failure = :failure, finished_at = :now where id = :id")
                .param("state", failure == null ? "DONE" : "FAILED").param("failure", failure)
                .param("now", now.atOffset(ZoneOffset.UTC)).param("id", id).update();
    }

    void reject(UUID id, List<Finding> rejected) {
        if (rejected.isEmpty()) {
            return;
        }
        jdbc.sql("""
                insert into enrolment_import_rejection (import_id, line, field, code, message)
                select :id, cast(line as bigint), field, code, message
                  from unnest(:lines, :fields, :codes, :messages) as given(line, field, code, message)""")
                .param("id", id)
                .param("lines", column(rejected, finding -> finding.line() == null ? null : finding.line().toString()))
                .param("fields", column(rejected, Finding::field)).param("codes", column(rejected, Finding::code))
                .param("messages", column(rejected, Finding::message)).update();
    }

    /** One by one, however many there are; in a transaction, for only there the database hands them out in portions. */
    @Transactional(readOnly = true)
    public void eachRejection(UUID id, Consumer<Finding> each) {
        streaming.query("select line, field, code, message from enrolment_import_rejection where import_id = ? order by line, code",
                (RowCallbackHandler) row -> each.accept(new Finding(row.getObject("line") == null ? null : row.getInt("line"),
                        null, row.getString("field"), row.getString("code"), row.getString("message"))), id);
    }

    private static String[] column(List<Finding> findings, java.util.function.Function<Finding, String> value) {
        return findings.stream().map(value).toArray(String[]::new);
    }

    private static RosterImport job(ResultSet row, int number) throws SQLException {
        return new RosterImport(row.getObject("id", UUID.class), RosterImport.State.valueOf(row.getString("state")),
                row.getString("started_by"), row.getLong("total"), row.getLong("done"), row.getLong("accepted"),
                row.getLong("rejected"), row.getString("failure"));
    }

    private static RosterRow row(ResultSet row, int number) throws SQLException {
        return new RosterRow(row.getLong("line"), new Nik(row.getString("nik")), row.getString("name"),
                row.getString("gender").charAt(0), row.getObject("birth_date", LocalDate.class), row.getString("occupation"),
                row.getObject("monthly_income", Long.class), row.getString("phone"), row.getString("village_code"));
    }
}
