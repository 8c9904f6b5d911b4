package id.lindungdesa.reminder;

import id.lindungdesa.calendar.WorkingDays;
import id.lindungdesa.reminder.DeskWork.Item;
import id.lindungdesa.reminder.DeskWork.When;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Whose desk was looked at on which day, and what lay there, in the database. */
@Repository
class Digests {

    /** So many of each kind a mail names; the others are counted. */
    private static final int SHOWN = 15;

    private final JdbcClient jdbc;

    Digests(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Somebody with a good address, and the groups that he is in. */
    record Person(String user, String address, List<String> groups) {}

    record Counts(long waiting, long failed) {}

    /** The next people who were not looked at on that day. */
    List<Person> next(LocalDate day, String after, int limit) {
        return jdbc.sql("""
                select owner.user_id, owner.address, array_agg(member.office) as offices
                  from reminder_address owner join report_office_member member on member.user_id = owner.user_id
                 where owner.address is not null and owner.bounced_at is null and owner.user_id > :after
                   and not exists (select from reminder_digest done where done.user_id = owner.user_id and done.day = :day)
                 group by owner.user_id, owner.address order by owner.user_id limit :limit""")
                .param("day", day).param("after", after).param("limit", limit)
                .query((row, number) -> new Person(row.getString("user_id"), row.getString("address"),
                        List.of((String[]) row.getArray("offices").getArray()))).list();
    }

    /** Counted whole; what another has taken is not on his desk. */
    Map<String, DeskWork> desks(Collection<String> users, LocalDate today, LocalDate ahead, Instant now, WorkingDays calendar) {
        Map<String, List<Item>> items = new HashMap<>();
        Map<String, int[]> counts = new HashMap<>();
        jdbc.sql("""
                with desk as (
                    select distinct member.user_id, task.task_id, task.title, task.due_at,
                           case when task.due_at < :now then 'LATE' when task.due_at <= :today then 'TODAY' else 'SOON' end as due
                      from report_office_member member
                      join report_task_office candidate on candidate.office = member.office
                      join report_open_task task on task.task_id = candidate.task_id
                     where member.user_id = any(:users) and task.due_at <= :ahead
                       and (task.assignee is null or task.assignee = member.user_id)),
                ordered as (
                    select desk.*, count(*) over (partition by user_id, due) as alike,
                           row_number() over (partition by user_id, due order by due_at, title, task_id) as place
                      from desk)
                select * from ordered where place <= :shown order by user_id, due_at, title, task_id""")
                .param("users", users.toArray(String[]::new)).param("now", now.atOffset(ZoneOffset.UTC))
                .param("today", calendar.endOf(today).atOffset(ZoneOffset.UTC))
                .param("ahead", calendar.endOf(ahead).atOffset(ZoneOffset.UTC)).param("shown", SHOWN).query(row -> {
                    String user = row.getString("user_id");
                    When when = When.valueOf(row.getString("due"));
                    counts.computeIfAbsent(user, unknown -> new int[When.values().length])[when.ordinal()] = row.getInt("alike");
                    items.computeIfAbsent(user, unknown -> new ArrayList<>()).add(new Item(when, row.getString("task_id"),
                            row.getString("title"), LocalDate.ofInstant(row.getTimestamp("due_at").toInstant(), WorkingDays.JAKARTA)));
                });
        Map<String, DeskWork> desks = new HashMap<>();
        users.forEach(user -> {
            int[] count = counts.getOrDefault(user, new int[When.values().length]);
            desks.put(user, new DeskWork(user, count[When.LATE.ordinal()], count[When.TODAY.ordinal()], count[When.SOON.ordinal()],
                    items.getOrDefault(user, List.of())));
        });
        return desks;
    }

    /** The day before that one on which his desk was last looked at. */
    Optional<LocalDate> lastBefore(String user, LocalDate day) {
        return jdbc.sql("select max(day) as day from reminder_digest where user_id = :user and day < :day").param("user", user)
                .param("day", day).query((row, number) -> Optional.ofNullable(row.getObject("day", LocalDate.class))).single();
    }

    /** Writes down that his desk was looked at; false where somebody did so already on that day. */
    boolean begin(DeskWork work, int vacant, LocalDate day, Instant now) {
        return jdbc.sql("""
                insert into reminder_digest (user_id, day, late, due_today, due_soon, vacant, made_at)
                values (:user, :day, :late, :today, :soon, :vacant, :now) on conflict do nothing""")
                .param("user", work.user()).param("day", day).param("late", work.late()).param("today", work.today())
                .param("soon", work.soon()).param("vacant", vacant).param("now", now.atOffset(ZoneOffset.UTC)).update() == 1;
    }

    void posted(String user, LocalDate day, UUID mail) {
        jdbc.sql("update reminder_digest set mail_id = :mail where user_id = :user and day = :day").param("mail", mail)
                .param("user", user).param("day", day).update();
    }

    Counts counts() {
        return jdbc.sql("""
                select count(*) filter (where mail.state = 'WAITING') as waiting, count(*) filter (where mail.state = 'FAILED') as failed
                  from report_mail mail join reminder_digest digest on digest.mail_id = mail.mail_id
                 where mail.state in ('WAITING', 'FAILED')""").query(Counts.class).single();
    }

    int forgetBefore(LocalDate day) {
        return jdbc.sql("delete from reminder_digest where day < :day").param("day", day).update();
    }
}
