package id.lindungdesa.death;

import id.lindungdesa.refusal.Refusal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reports of deaths, who brought them and what was done about them. */
@Repository
class DeathReports {

    private static final String COLUMNS = """
            select id, number, nik_digest, masked_nik, worker_id, village_code, branch, died_on, source, reported_at, state,
                   reasons, explanation, complete_by, claim_id
              from death_report
            """;

    private final JdbcClient jdbc;

    DeathReports(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** {@code LKM-2026-000001}: counted without gaps by year. */
    String nextNumber(int year) {
        int next = jdbc.sql("""
                insert into death_counter (year, last) values (:year, 1)
                    on conflict (year) do update set last = death_counter.last + 1
                returning last""").param("year", year).query(Integer.class).single();
        return "LKM-%d-%06d".formatted(year, next);
    }

    /** Whoever else reports this person waits until this transaction is over. */
    void lockPerson(String nikDigest) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('death/' || :digest, 0))").param("digest", nikDigest)
                .query((row, number) -> true).single();
    }

    /** The report of this person's death that counts; one that was wrong does not. */
    Optional<DeathReport> of(String nikDigest) {
        return jdbc.sql(COLUMNS + " where nik_digest = :digest and state <> 'WRONG'").param("digest", nikDigest)
                .query(this::report).optional();
    }

    DeathReport get(UUID id) {
        return jdbc.sql(COLUMNS + " where id = :id").param("id", id).query(this::report).optional().orElseThrow(DeathReports::unknown);
    }

    DeathReport lock(UUID id) {
        return jdbc.sql(COLUMNS + " where id = :id for update").param("id", id).query(this::report).optional()
                .orElseThrow(DeathReports::unknown);
    }

    void add(DeathReport report, Informant informant) {
        jdbc.sql("""
                insert into death_report (id, number, nik_digest, masked_nik, worker_id, village_code, branch, died_on, source,
                                          reported_at, state, reasons, explanation, complete_by, informant, phone, relation,
                                          certificate)
                values (:id, :number, :digest, :masked, :worker, :village, :branch, :died, :source, :at, :state, :reasons,
                        :explanation, :completeBy, :informant, :phone, :relation, :certificate)""")
                .param("id", report.id()).param("number", report.number()).param("digest", report.nikDigest())
                .param("masked", report.maskedNik()).param("worker", report.workerId()).param("village", report.villageCode())
                .param("branch", report.branch()).param("died", report.diedOn()).param("source", report.source().name())
                .param("at", time(report.reportedAt())).param("state", report.state().name())
                .param("reasons", report.reasons().toArray(String[]::new)).param("explanation", report.explanation())
                .param("completeBy", report.completeBy()).param("informant", informant.name()).param("phone", informant.phone())
                .param("relation", informant.relation()).param("certificate", informant.certificate()).update();
    }

    void update(DeathReport report) {
        jdbc.sql("""
                update death_report
                   set worker_id = :worker, village_code = :village, branch = :branch, died_on = :died, state = :state,
                       reasons = :reasons, explanation = :explanation, complete_by = :completeBy, claim_id = :claim
                 where id = :id""")
                .param("worker", report.workerId()).param("village", report.villageCode()).param("branch", report.branch())
                .param("died", report.diedOn()).param("state", report.state().name())
                .param("reasons", report.reasons().toArray(String[]::new)).param("explanation", report.explanation())
                .param("completeBy", report.completeBy()).param("claim", report.claimId()).param("id", report.id()).update();
    }

    Informant informant(UUID id) {
        return jdbc.sql("select informant as name, phone, relation, certificate from death_report where id = :id").param("id", id)
                .query(Informant.class).single();
    }

    void add(UUID reportId, Entry entry) {
        jdbc.sql("""
                insert into death_entry (report_id, step, outcome, note, user_id, user_name, at)
                values (:report, :step, :outcome, :note, :user, :name, :at)""")
                .param("report", reportId).param("step", entry.step()).param("outcome", entry.outcome()).param("note", entry.note())
                .param("user", entry.user()).param("name", entry.name()).param("at", time(entry.at())).update();
    }

    List<Entry> entries(UUID reportId) {
        return jdbc.sql("""
                select step, outcome, note, user_id, user_name, at from death_entry where report_id = :id order by entry_number""")
                .param("id", reportId)
                .query((row, number) -> new Entry(row.getString("step"), row.getString("outcome"), row.getString("note"),
                        row.getString("user_id"), row.getString("user_name"), instant(row, "at"))).list();
    }

    private DeathReport report(ResultSet row, int number) throws SQLException {
        return new DeathReport(row.getObject("id", UUID.class), row.getString("number"), row.getString("nik_digest"),
                row.getString("masked_nik"), row.getObject("worker_id", UUID.class), row.getString("village_code"),
                row.getString("branch"), row.getObject("died_on", LocalDate.class), ReportSource.valueOf(row.getString("source")),
                instant(row, "reported_at"), ReportState.valueOf(row.getString("state")),
                List.of((String[]) row.getArray("reasons").getArray()), row.getString("explanation"),
                row.getObject("complete_by", LocalDate.class), row.getObject("claim_id", UUID.class));
    }

    private static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static Refusal unknown() {
        return Refusal.notFound("REPORT_UNKNOWN", "Laporan kematian tidak ditemukan.");
    }
}
