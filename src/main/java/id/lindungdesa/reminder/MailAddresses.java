package id.lindungdesa.reminder;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The addresses in the database. */
@Repository
class MailAddresses {

    private final JdbcClient jdbc;

    MailAddresses(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param sha256 of the code that was sent; {@code sentToday} counts the codes of the day {@code on} */
    record Code(String sha256, Instant until, int tries, LocalDate on, int sentToday) {}

    record Counts(long usable, long bounced) {}

    Optional<MailAddress> of(String user) {
        return jdbc.sql("select * from reminder_address where user_id = :user").param("user", user).query(MailAddresses::address).optional();
    }

    /** The code that an address waits for, out of others' hands for this transaction. */
    Optional<Code> lockCode(String user) {
        return jdbc.sql("select * from reminder_address where user_id = :user for update").param("user", user)
                .query((row, number) -> new Code(row.getString("code_sha256"), instant(row, "code_until"), row.getInt("code_tries"),
                        row.getObject("codes_on", LocalDate.class), row.getInt("codes_sent"))).optional();
    }

    void ask(String user, String address, String sha256, Instant until, LocalDate today, int sentToday, Instant now) {
        jdbc.sql("""
                insert into reminder_address (user_id, asked_for, code_sha256, code_until, codes_on, codes_sent, set_by, set_at)
                values (:user, :address, :code, :until, :today, :sent, :user, :now)
                on conflict (user_id) do update
                   set asked_for = excluded.asked_for, code_sha256 = excluded.code_sha256, code_until = excluded.code_until,
                       code_tries = 0, code_refused = null, codes_on = excluded.codes_on, codes_sent = excluded.codes_sent""")
                .param("user", user).param("address", address).param("code", sha256).param("until", time(until))
                .param("today", today).param("sent", sentToday).param("now", time(now)).update();
    }

    void countTry(String user) {
        jdbc.sql("update reminder_address set code_tries = code_tries + 1 where user_id = :user").param("user", user).update();
    }

    void confirm(String user, Instant now) {
        jdbc.sql("""
                update reminder_address
                   set address = asked_for, asked_for = null, code_sha256 = null, code_until = null, code_refused = null, bounced_at = null,
                       bounce_reason = null, set_by = :user, set_at = :now
                 where user_id = :user""").param("user", user).param("now", time(now)).update();
    }

    void set(String user, String address, String by, Instant now) {
        jdbc.sql("""
                insert into reminder_address (user_id, address, set_by, set_at) values (:user, :address, :by, :now)
                on conflict (user_id) do update
                   set address = excluded.address, asked_for = null, code_sha256 = null, code_until = null, code_refused = null, bounced_at = null,
                       bounce_reason = null, set_by = excluded.set_by, set_at = excluded.set_at""")
                .param("user", user).param("address", address).param("by", by).param("now", time(now)).update();
    }

    boolean remove(String user) {
        return jdbc.sql("delete from reminder_address where user_id = :user").param("user", user).update() == 1;
    }

    /** Whoever has that address; the first reason stays. */
    int bounced(String address, String reason, Instant now) {
        return jdbc.sql("""
                update reminder_address set bounced_at = :now, bounce_reason = :reason
                 where lower(address) = lower(:address) and bounced_at is null""")
                .param("address", address).param("reason", reason).param("now", time(now)).update();
    }

    /** The code could not be brought to that address. */
    void codeRefused(String address, String reason) {
        jdbc.sql("update reminder_address set code_refused = :reason where lower(asked_for) = lower(:address)")
                .param("address", address).param("reason", reason).update();
    }

    List<MailAddress> bounced() {
        return jdbc.sql("select * from reminder_address where bounced_at is not null order by bounced_at desc, user_id")
                .query(MailAddresses::address).list();
    }

    Counts counts() {
        return jdbc.sql("""
                select count(*) filter (where bounced_at is null) as usable, count(*) filter (where bounced_at is not null) as bounced
                  from reminder_address where address is not null""").query(Counts.class).single();
    }

    private static MailAddress address(ResultSet row, int number) throws SQLException {
        return new MailAddress(row.getString("user_id"), row.getString("address"), row.getString("asked_for"), row.getString("code_refused"),
                instant(row, "bounced_at"), row.getString("bounce_reason"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }

    private static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
