package id.lindungdesa.grant;

import id.lindungdesa.grant.PaymentRun.Papers;
import id.lindungdesa.grant.PaymentRun.State;
import id.lindungdesa.refusal.Refusal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The payment runs as they are stored. */
@Repository
class PaymentRuns {

    private static final String SELECT = """
            select id, reference, decree_id, regency_code, regency_name, province_code, state, spp_number, spm_number,
                   sp2d_number, transfer_number, reprimand_number, credited_on, forward_due_on
              from grant_run
            """;

    private final JdbcClient jdbc;

    PaymentRuns(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    PaymentRun get(UUID id) {
        return jdbc.sql(SELECT + " where id = :id").param("id", id).query(PaymentRuns::read).optional()
                .orElseThrow(PaymentRuns::unknown);
    }

    /** The run as it is now; nobody else changes it, or joins it, until this transaction ends. */
    PaymentRun getLocked(UUID id) {
        return jdbc.sql(SELECT + " where id = :id for update").param("id", id).query(PaymentRuns::read).optional()
                .orElseThrow(PaymentRuns::unknown);
    }

    Optional<PaymentRun> byReferenceLocked(String reference) {
        return jdbc.sql(SELECT + " where reference = :reference for update").param("reference", reference)
                .query(PaymentRuns::read).optional();
    }

    /** Whether a run of that decree and regency still collects; if so it goes on collecting until this transaction ends. */
    boolean collects(UUID decreeId, String regencyCode) {
        return jdbc.sql("""
                select id from grant_run
                 where decree_id = :decree and regency_code = :regency and state = 'COLLECTING' for share""")
                .param("decree", decreeId).param("regency", regencyCode).query(UUID.class).optional().isPresent();
    }

    /** Holds the numbers of a regency and year: whoever opens a run there waits for whoever is opening one. */
    void lockNumbers(String regencyCode, int fiscalYear) {
        jdbc.sql("""
                insert into grant_run_counter as counter (regency_code, fiscal_year, last_number) values (:regency, :year, 0)
                    on conflict (regency_code, fiscal_year) do update set last_number = counter.last_number""")
                .param("regency", regencyCode).param("year", fiscalYear).update();
    }

    int nextNumber(String regencyCode, int fiscalYear) {
        return jdbc.sql("""
                update grant_run_counter set last_number = last_number + 1
                 where regency_code = :regency and fiscal_year = :year returning last_number""")
                .param("regency", regencyCode).param("year", fiscalYear).query(Integer.class).single();
    }

    void add(PaymentRun run, Instant at) {
        jdbc.sql("""
                insert into grant_run (id, reference, decree_id, regency_code, regency_name, province_code, state, opened_at)
                values (:id, :reference, :decree, :regency, :name, :province, :state, :at)""")
                .param("id", run.id()).param("reference", run.reference()).param("decree", run.decreeId())
                .param("regency", run.regencyCode()).param("name", run.regencyName()).param("province", run.provinceCode())
                .param("state", run.state().name()).param("at", at.atOffset(ZoneOffset.UTC)).update();
    }

    /** Stores what changed, from the state in which the caller read it. */
    void move(PaymentRun before, PaymentRun after) {
        int moved = jdbc.sql("""
                update grant_run
                   set state = :next, spp_number = :spp, spm_number = :spm, sp2d_number = :sp2d,
                       transfer_number = :transfer, reprimand_number = :reprimand, credited_on = :credited,
                       forward_due_on = :due
                 where id = :id and state = :state""")
                .param("next", after.state().name()).param("spp", after.papers().spp()).param("spm", after.papers().spm())
                .param("sp2d", after.papers().sp2d()).param("transfer", after.papers().transfer())
                .param("reprimand", after.papers().reprimand()).param("credited", after.creditedOn().orElse(null))
                .param("due", after.forwardDueOn().orElse(null)).param("id", before.id())
                .param("state", before.state().name()).update();
        if (moved != 1) {
            throw Refusal.conflict("CHANGED_MEANWHILE",
                    "Pencairan %s baru saja diubah pejabat lain; muat ulang tugas ini.".formatted(before.reference()));
        }
    }

    private static Refusal unknown() {
        return Refusal.notFound("RUN_UNKNOWN", "Pencairan kabupaten/kota itu tidak ada.");
    }

    private static PaymentRun read(ResultSet row, int number) throws SQLException {
        return new PaymentRun(row.getObject("id", UUID.class), row.getString("reference"),
                row.getObject("decree_id", UUID.class), row.getString("regency_code"), row.getString("regency_name"),
                row.getString("province_code"), State.valueOf(row.getString("state")),
                new Papers(row.getString("spp_number"), row.getString("spm_number"), row.getString("sp2d_number"),
                        row.getString("transfer_number"), row.getString("reprimand_number")),
                Optional.ofNullable(row.getObject("credited_on", LocalDate.class)),
                Optional.ofNullable(row.getObject("forward_due_on", LocalDate.class)));
    }
}
