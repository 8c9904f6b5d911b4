package id.lindungdesa.identity;

import id.lindungdesa.identity.Official.Office;
import id.lindungdesa.identity.Term.Capacity;
import id.lindungdesa.identity.Term.Ending;
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
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The terms of all offices, past, present and to come. */
@Repository
class OfficeTerms {

    private static final String TERM = """
            select id, user_id, role, area, valid_from, valid_until, decree_number, capacity, stands_in_for, reason, annulled,
                   member, planned_until, ended_by, ended_at, end_reason, end_decree
              from identity_office\s""";
    private static final String RUNS = "(not annulled and :today between valid_from and coalesce(valid_until, 'infinity'::date))";

    private final JdbcClient jdbc;
    private final JdbcTemplate batch;

    OfficeTerms(JdbcClient jdbc, JdbcTemplate batch) {
        this.jdbc = jdbc;
        this.batch = batch;
    }

    Optional<Term> find(UUID id) {
        return jdbc.sql(TERM + "where id = :id").param("id", id).query(OfficeTerms::term).optional();
    }

    /** Every term of an office, annulled ones too, the latest first. */
    List<Term> of(Office office) {
        return jdbc.sql(TERM + "where role = :role and area = :area order by valid_from desc, appointed_at desc, id")
                .param("role", office.role().id()).param("area", office.area()).query(OfficeTerms::term).list();
    }

    /** What counts of all offices of these people. */
    List<Term> ofUsers(Collection<String> users) {
        return jdbc.sql(TERM + "where user_id = any(:users) and not annulled order by valid_from, id")
                .param("users", users.toArray(String[]::new)).query(OfficeTerms::term).list();
    }

    /** What counts, of whoever is or will be in office on that day or later. */
    List<Term> runningFrom(LocalDate today) {
        return jdbc.sql(TERM + "where not annulled and (valid_until is null or valid_until >= :today) order by valid_from, id")
                .param("today", today).query(OfficeTerms::term).list();
    }

    /** Those who stand in for the holder of that term, in their order. */
    List<Term> deputiesOf(UUID term) {
        return jdbc.sql(TERM + "where stands_in_for = :term and not annulled order by valid_from").param("term", term)
                .query(OfficeTerms::term).list();
    }

    /** Whose office that user deputises in today, if he does. */
    Optional<Term> deputised(String user, Office office, LocalDate today) {
        return jdbc.sql(TERM + "where id = (select stands_in_for from identity_office where user_id = :user and role = :role"
                + " and area = :area and capacity = 'DEPUTY' and " + RUNS + " limit 1)")
                .param("user", user).param("role", office.role().id()).param("area", office.area()).param("today", today)
                .query(OfficeTerms::term).optional();
    }

    /** Offices that were ever held, with the last day on which they were and the next on which they will be. */
    List<Known> known(LocalDate today) {
        return jdbc.sql("""
                select role, area, max(valid_until) filter (where valid_until < :today) as last_day,
                       min(valid_from) filter (where valid_from > :today) as next_day
                  from identity_office where not annulled and capacity = 'HOLDER' group by role, area order by area, role""")
                .param("today", today).query(Known.class).list();
    }

    record Known(String role, String area, LocalDate lastDay, LocalDate nextDay) {}

    void add(List<Term> terms, String by, Instant at) {
        batch.batchUpdate("""
                insert into identity_office (id, user_id, role, area, valid_from, valid_until, decree_number, capacity,
                    stands_in_for, reason, appointed_by, appointed_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""", terms, 1000, (row, one) -> {
                    row.setObject(1, one.id());
                    row.setString(2, one.user());
                    row.setString(3, one.role().id());
                    row.setString(4, one.area());
                    row.setObject(5, one.from());
                    row.setObject(6, one.until());
                    row.setString(7, one.decreeNumber());
                    row.setString(8, one.capacity().name());
                    row.setObject(9, one.standsInFor());
                    row.setString(10, one.reason());
                    row.setString(11, by);
                    row.setObject(12, at.atOffset(ZoneOffset.UTC));
                });
    }

    record Rival(UUID term, String user) {}

    /** Others who hold the office of one of these terms while it runs. */
    List<Rival> rivals(Collection<UUID> ids) {
        return jdbc.sql("""
                select one.id as term, min(other.user_id) as user
                  from identity_office one join identity_office other on other.role = one.role and other.area = one.area
                   and other.user_id <> one.user_id and other.capacity = 'HOLDER' and not other.annulled
                   and other.valid_from <= coalesce(one.valid_until, 'infinity'::date)
                   and one.valid_from <= coalesce(other.valid_until, 'infinity'::date)
                 where one.id = any(:ids) and not one.annulled group by one.id""")
                .param("ids", ids.toArray(UUID[]::new)).query(Rival.class).list();
    }

    /** From then on that day is its last; what its letter said stays readable. */
    void end(UUID id, LocalDate lastDay, Ending how) {
        write("valid_until = :last, planned_until = case when ended_at is null then valid_until else planned_until end", id, lastDay, how);
    }

    /** It never counts, or counts no longer. */
    void annul(UUID id, Ending how) {
        write("annulled = true", id, null, how);
    }

    /** An order to end it was taken back. */
    void reopen(UUID id) {
        jdbc.sql("""
                update identity_office set valid_until = planned_until, planned_until = null, ended_by = null, ended_at = null,
                       end_reason = null, end_decree = null where id = :id and ended_at is not null""").param("id", id).update();
    }

    private void write(String change, UUID id, LocalDate lastDay, Ending how) {
        jdbc.sql("update identity_office set " + change + """
                , ended_by = :by, ended_at = :at, end_reason = :reason, end_decree = :decree where id = :id""")
                .param("last", lastDay).param("by", how.by()).param("at", how.at().atOffset(ZoneOffset.UTC))
                .param("reason", how.reason()).param("decree", how.decreeNumber()).param("id", id).update();
    }

    boolean anyOutOfStep(LocalDate today) {
        return jdbc.sql("select exists (select from identity_office where member <> " + RUNS + ")").param("today", today)
                .query(Boolean.class).single();
    }

    /** Terms whose group does not follow yet. */
    List<Term> outOfStep(LocalDate today) {
        return jdbc.sql(TERM + "where member <> " + RUNS + " for update").param("today", today).query(OfficeTerms::term).list();
    }

    void turned(Collection<Term> terms) {
        jdbc.sql("update identity_office set member = not member where id = any(:ids)")
                .param("ids", terms.stream().map(Term::id).toArray(UUID[]::new)).update();
    }

    /** Holders today of offices in that area, above it and below it; the nearest first. */
    List<Term> holdersAround(String area, int most) {
        return jdbc.sql(TERM + """
                where member and capacity = 'HOLDER'
                   and (area = :area or :area like area || '.%' and area <> '' or area like :area || '.%' and :area <> '')
                 order by area <> :area, length(area), area, role, user_id limit :most""")
                .param("area", area).param("most", most).query(OfficeTerms::term).list();
    }

    /** Terms of these people that are in the groups now. */
    List<Term> inGroups(Collection<String> users) {
        return jdbc.sql(TERM + "where user_id = any(:users) and member").param("users", users.toArray(String[]::new))
                .query(OfficeTerms::term).list();
    }

    private static Term term(ResultSet row, int number) throws SQLException {
        OffsetDateTime endedAt = row.getObject("ended_at", OffsetDateTime.class);
        return new Term(row.getObject("id", UUID.class), row.getString("user_id"), Role.of(row.getString("role")).orElseThrow(),
                row.getString("area"), row.getObject("valid_from", LocalDate.class), row.getObject("valid_until", LocalDate.class),
                row.getString("decree_number"), Capacity.valueOf(row.getString("capacity")),
                row.getObject("stands_in_for", UUID.class), row.getString("reason"), row.getBoolean("annulled"),
                row.getBoolean("member"), endedAt == null ? null : new Ending(row.getObject("planned_until", LocalDate.class),
                        row.getString("ended_by"), endedAt.toInstant(), row.getString("end_reason"), row.getString("end_decree")));
    }
}
