package id.lindungdesa.enrolment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
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

    boolean isRegistered(String nik) {
        return jdbc.sql("select exists (select from enrolment_worker where nik = :nik and registered_at is not null)")
                .param("nik", nik).query(Boolean.class).single();
    }

    /** Somebody as he stands written; whoever is registered keeps the name under which the insurer knows him. */
    record Written(UUID id, String name) {}

    /**
     * Writes people down, new or known to their village; each NIK once in {@code rows}. In order of NIK, so that two lists
     * with the same people wait for each other and never in a circle: whoever commits first has them.
     *
     * @return the written by NIK; a NIK that is missing belongs to another village
     */
    Map<String, Written> write(Collection<RosterRow> rows, Instant now) {
        Map<String, Written> written = new HashMap<>();
        jdbc.sql("""
                insert into enrolment_worker as known
                       (id, nik, name, gender, birth_date, occupation, monthly_income, phone, village_code, listed_at)
                select gen_random_uuid(), nik, name, gender, cast(born as date), occupation, cast(income as bigint), phone, village, :now
                  from unnest(:niks, :names, :genders, :births, :occupations, :incomes, :phones, :villages)
                       as given(nik, name, gender, born, occupation, income, phone, village)
                 order by nik
                    on conflict (nik) do update
                   set name = case when known.registered_at is null then excluded.name else known.name end,
                       occupation = excluded.occupation, monthly_income = excluded.monthly_income,
                       phone = excluded.phone
                 where known.village_code = excluded.village_code
                returning id, nik, name""")
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("niks", column(rows, row -> row.nik().digits())).param("names", column(rows, RosterRow::name))
                .param("genders", column(rows, row -> String.valueOf(row.gender())))
                .param("births", column(rows, row -> row.birthDate().toString()))
                .param("occupations", column(rows, RosterRow::occupation))
                .param("incomes", column(rows, row -> row.monthlyIncome() == null ? null : row.monthlyIncome().toString()))
                .param("phones", column(rows, RosterRow::phone)).param("villages", column(rows, RosterRow::villageCode))
                .query((row, n) -> written.put(row.getString("nik"),
                        new Written(row.getObject("id", UUID.class), row.getString("name")))).list();
        return written;
    }

    /** Remembers that another village proposed people of these NIKs; its own village sees it on its next sheet. */
    void claimedElsewhere(List<RosterRow> rows, Instant now) {
        jdbc.sql("""
                insert into enrolment_duplicate (worker_id, village_code, reported_at)
                select worker.id, given.village, :now
                  from unnest(:niks, :villages) as given(nik, village) join enrolment_worker worker on worker.nik = given.nik
                 order by worker.id, given.village
                    on conflict (worker_id, village_code) do update set reported_at = excluded.reported_at""")
                .param("now", now.atOffset(ZoneOffset.UTC)).param("niks", column(rows, row -> row.nik().digits()))
                .param("villages", column(rows, RosterRow::villageCode)).update();
    }

    /** How many of that list's people another village has proposed too. */
    int claimedElsewhere(UUID list) {
        return jdbc.sql("""
                select count(distinct entry.worker_id) from enrolment_entry entry
                  join enrolment_duplicate duplicate on duplicate.worker_id = entry.worker_id
                 where entry.list_id = :list and entry.state = 'LISTED'""")
                .param("list", list).query(Integer.class).single();
    }

    /** The insurer takes on everybody listed; whoever was taken on before keeps his day. */
    void register(UUID list, Instant at) {
        jdbc.sql("""
                update enrolment_worker worker set registered_at = :at
                  from enrolment_entry entry
                 where entry.list_id = :list and entry.state = 'LISTED' and worker.id = entry.worker_id
                   and worker.registered_at is null""")
                .param("at", at.atOffset(ZoneOffset.UTC)).param("list", list).update();
    }

    private static String[] column(Collection<RosterRow> rows, Function<RosterRow, String> value) {
        return rows.stream().map(value).toArray(String[]::new);
    }

    static Worker worker(ResultSet row, int number) throws SQLException {
        OffsetDateTime registeredAt = row.getObject("registered_at", OffsetDateTime.class);
        return new Worker(row.getObject("id", UUID.class), row.getLong("worker_no"), row.getString("nik"),
                row.getString("name"), row.getString("gender").charAt(0), row.getObject("birth_date", LocalDate.class),
                row.getString("occupation"), row.getObject("monthly_income", Long.class), row.getString("village_code"),
                row.getString("phone"), registeredAt == null ? null : registeredAt.toInstant());
    }
}
