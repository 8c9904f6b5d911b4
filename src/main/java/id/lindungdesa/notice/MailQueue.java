package id.lindungdesa.notice;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The mails in the database. */
@Repository
class MailQueue {

    private final JdbcClient jdbc;

    MailQueue(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A mail as it lies there. */
    record Queued(UUID id, String recipient, String subject, String body, String messageId, MailState state, int tries,
                  String reason, Instant createdAt, Instant nextTryAt) {}

    /** How many wait and since when the oldest does, how many failed. */
    record Counts(long waiting, long oldestAgeSeconds, long failed) {}

    void add(UUID id, Mail mail, String messageId, Instant now) {
        jdbc.sql("""
                insert into notice_mail (id, recipient, subject, body, message_id, state, created_at, next_try_at)
                values (:id, :to, :subject, :body, :messageId, 'WAITING', :now, :now)""")
                .param("id", id).param("to", mail.to()).param("subject", mail.subject()).param("body", mail.text())
                .param("messageId", messageId).param("now", time(now)).update();
    }

    /** The mail that is due longest, out of everybody else's hands until then; its try counts from now on. */
    Optional<Queued> take(Instant now, Instant until) {
        return jdbc.sql("""
                update notice_mail set tries = tries + 1, next_try_at = :until
                 where id = (select id from notice_mail where state = 'WAITING' and next_try_at <= :now
                              order by next_try_at limit 1 for update skip locked)
                returning *""").param("until", time(until)).param("now", time(now)).query(MailQueue::mail).optional();
    }

    void sent(UUID id, Instant now) {
        end(id, MailState.SENT, null, now);
    }

    void failed(UUID id, String reason, Instant now) {
        end(id, MailState.FAILED, reason, now);
    }

    void again(UUID id, String reason, Instant at) {
        jdbc.sql("update notice_mail set reason = :reason, next_try_at = :at where id = :id and state = 'WAITING'")
                .param("reason", reason).param("at", time(at)).param("id", id).update();
    }

    /** A mail that failed or waits is due at once; false where there is none such. */
    boolean dueAtOnce(UUID id, Instant now) {
        return jdbc.sql("""
                update notice_mail set state = 'WAITING', done_at = null, created_at = :now, next_try_at = :now
                 where id = :id and state <> 'SENT'""").param("now", time(now)).param("id", id).update() == 1;
    }

    List<Queued> in(MailState state, int limit) {
        return jdbc.sql("select * from notice_mail where state = :state order by created_at, id limit :limit")
                .param("state", state.name()).param("limit", limit).query(MailQueue::mail).list();
    }

    Counts counts(Instant now) {
        return jdbc.sql("""
                select count(*) filter (where state = 'WAITING') as waiting, count(*) filter (where state = 'FAILED') as failed,
                       coalesce(extract(epoch from cast(:now as timestamptz) - min(created_at) filter (where state = 'WAITING')), 0)::bigint
                           as oldest_age_seconds
                  from notice_mail where state <> 'SENT'""").param("now", time(now)).query(Counts.class).single();
    }

    int forgetDoneBefore(Instant limit) {
        return jdbc.sql("delete from notice_mail where done_at < :limit").param("limit", time(limit)).update();
    }

    private void end(UUID id, MailState state, String reason, Instant now) {
        jdbc.sql("update notice_mail set state = :state, reason = :reason, done_at = :now where id = :id and state = 'WAITING'")
                .param("state", state.name()).param("reason", reason).param("now", time(now)).param("id", id).update();
    }

    private static Queued mail(ResultSet row, int number) throws SQLException {
        return new Queued(row.getObject("id", UUID.class), row.getString("recipient"), row.getString("subject"),
                row.getString("body"), row.getString("message_id"), MailState.valueOf(row.getString("state")),
                row.getInt("tries"), row.getString("reason"), row.getTimestamp("created_at").toInstant(),
                row.getTimestamp("next_try_at").toInstant());
    }

    private static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
