package id.lindungdesa.enrolment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The workers in the database, one row per person. */
@Repository
class Workers {

    private static final String WORKER = """
            select id, worker_no, nik, name, gender, birth_date, occupation, monthly_income, village_code, phone, registered_at
              from enrolment_worker
            """;

    private final JdbcClient jdbc;

    Workers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Worker> byNik(String nik) {
        return jdbc.sql(WORKER + " where nik = :nik").param("nik", nik).query(Workers::worker).optional();
    }

    Optional<Worker> find(UUID id) {
        return jdbc.sql(WORKER + " where id = :id").param("id", id).query(Workers::worker).optional();
    }

    static Worker worker(ResultSet row, int number) throws SQLException {
        OffsetDateTime registeredAt = row.getObject("registered_at", OffsetDateTime.class);
        return new Worker(row.getObject("id", UUID.class), row.getLong("worker_no"), row.getString("nik"),
                row.getString("name"), row.getString("gender").charAt(0), row.getObject("birth_date", LocalDate.class),
                row.getString("occupation"), row.getObject("monthly_income", Long.class), row.getString("village_code"),
                row.getString("phone"), registeredAt == null ? null : registeredAt.toInstant());
    }
}
