package id.lindungdesa.enrolment;

import id.lindungdesa.enrolment.WorkerList.State;
import id.lindungdesa.refusal.Refusal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The lists and who is on them, in the database. Whoever locks lists and workers locks lists first, both in order. */
@Repository
class WorkerLists {

    private static final String LIST = "select id, village_code, number, decree_id, state from enrolment_list";
    private static final String ENTRIES = """
            select row_number() over (order by worker.worker_no) as place, entry.state, entry.reason, entry.note, worker.*
              from enrolment_entry entry join enrolment_worker worker on worker.id = entry.worker_id
             where entry.list_id = :list
            """;
    private static final int TRIES = 5;

    private final JdbcClient jdbc;

    WorkerLists(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<WorkerList> find(UUID id) {
        return jdbc.sql(LIST + " where id = :id").param("id", id).query(WorkerLists::list).optional();
    }

    Optional<WorkerList> latest(String village) {
        return jdbc.sql(LIST + " where village_code = :village order by number desc limit 1").param("village", village)
                .query(WorkerLists::list).optional();
    }

    /**
     * The open list of each village for the newest decree in force there, locked; where there is none, a new one.
     */
    Map<String, WorkerList> openForWriting(Collection<String> villages, Instant now) {
        Map<String, UUID> decrees = new HashMap<>();
        jdbc.sql("""
                select distinct on (village_code) village_code, decree_id from report_allocation
                 where village_code = any(:villages) and in_force_on is not null
                 order by village_code, in_force_on desc, decree_number desc""")
                .param("villages", villages.toArray(String[]::new))
                .query((row, number) -> decrees.put(row.getString("village_code"), row.getObject("decree_id", UUID.class)))
                .list();
        return open(villages, decrees, now);
    }

    /**
     * The open list of a village for that decree, locked; where there is none, a new one. Where that would be empty and the
     * village has a draft with people on it, it is that draft: it was uploaded while another decree was the newest.
     */
    WorkerList openForWriting(String village, UUID decree, Instant now) {
        WorkerList own = open(List.of(village), Map.of(village, decree), now).get(village);
        if (listed(own.id()) > 0) {
            return own;
        }
        Optional<UUID> other = jdbc.sql("""
                select list.id from enrolment_list list
                 where list.village_code = :village and list.state = 'DRAFT' and list.id <> :own
                   and exists (select from enrolment_entry where list_id = list.id and state = 'LISTED')
                 order by list.number desc limit 1 for update""")
                .param("village", village).param("own", own.id()).query(UUID.class).optional();
        boolean untouched = entryCount(own.id()) == 0;
        if (other.isEmpty() || !untouched) {
            return own;
        }
        jdbc.sql("delete from enrolment_list where id = :own").param("own", own.id()).update();
        jdbc.sql("update enrolment_list set meant_for = :decree where id = :other")
                .param("decree", decree).param("other", other.get()).update();
        return find(other.get()).orElseThrow();
    }

    /** A list that somebody closes in the moment in which it is looked for leaves none: it is looked for anew, and one is begun. */
    private Map<String, WorkerList> open(Collection<String> villages, Map<String, UUID> decrees, Instant now) {
        Set<String> wanted = Set.copyOf(villages);
        for (int i = 0; i < TRIES; i++) {
            Map<String, WorkerList> found = openNow(wanted, decrees, now);
            if (found.keySet().containsAll(wanted)) {
                return found;
            }
        }
        throw Refusal.conflict("LIST_CHANGING", "Daftar pekerja sedang diubah petugas lain. Coba lagi sebentar lagi.");
    }

    /**
     * A list that was begun before any decree is taken for the first that comes. A new list begins with the people of the
     * last one for the same decree, since the next tranche insures them on.
     */
    private Map<String, WorkerList> openNow(Collection<String> villages, Map<String, UUID> decrees, Instant now) {
        String[] codes = new TreeSet<>(villages).toArray(String[]::new);
        UUID[] meant = java.util.Arrays.stream(codes).map(decrees::get).toArray(UUID[]::new);
        jdbc.sql("""
                update enrolment_list list set meant_for = given.decree
                  from unnest(:villages, :decrees::uuid[]) as given(village, decree)
                 where list.village_code = given.village and list.meant_for is null and list.state = 'DRAFT'
                   and given.decree is not null
                   and not exists (select from enrolment_list own where own.village_code = given.village
                                   and own.meant_for = given.decree and own.state in ('DRAFT', 'PREPARED', 'ADOPTED'))""")
                .param("villages", codes).param("decrees", meant).update();
        jdbc.sql("""
                with given as (select * from unnest(:villages, :decrees::uuid[]) as given(village, decree)),
                fresh as (
                    insert into enrolment_list (id, village_code, number, meant_for, state, created_at)
                    select gen_random_uuid(), village, coalesce((select max(number) from enrolment_list
                               where village_code = village), 0) + 1, decree, 'DRAFT', :now
                      from given
                     where not exists (select from enrolment_list own where own.village_code = village
                                       and own.meant_for is not distinct from decree
                                       and own.state in ('DRAFT', 'PREPARED', 'ADOPTED'))
                     order by village
                        on conflict do nothing
                    returning id, village_code, meant_for)
                insert into enrolment_entry (list_id, worker_id, state)
                select fresh.id, entry.worker_id, 'LISTED'
                  from fresh
                  join lateral (select id from enrolment_list earlier
                                 where earlier.village_code = fresh.village_code
                                   and earlier.meant_for is not distinct from fresh.meant_for
                                 order by number desc limit 1) last on true
                  join enrolment_entry entry on entry.list_id = last.id and entry.state = 'LISTED'
                    on conflict do nothing""")
                .param("villages", codes).param("decrees", meant).param("now", now.atOffset(ZoneOffset.UTC)).update();
        return jdbc.sql("""
                select list.id, list.village_code, list.number, list.decree_id, list.state
                  from enrolment_list list
                  join unnest(:villages, :decrees::uuid[]) as given(village, decree)
                    on list.village_code = given.village and list.meant_for is not distinct from given.decree
                 where list.state in ('DRAFT', 'PREPARED', 'ADOPTED')
                 order by list.village_code for update of list""")
                .param("villages", codes).param("decrees", meant).query(WorkerLists::list).list().stream()
                .collect(Collectors.toMap(WorkerList::villageCode, Function.identity()));
    }

    /**
     * Puts workers on lists of theirs, both given pairwise.
     *
     * @return those who stay off: struck off this list before, and not by the village itself
     */
    Set<UUID> enter(UUID[] lists, UUID[] workers) {
        return new HashSet<>(jdbc.sql("""
                with given as (select * from unnest(:lists, :workers) as given(list_id, worker_id)),
                entered as (
                    insert into enrolment_entry as entry (list_id, worker_id, state)
                    select list_id, worker_id, 'LISTED' from given order by list_id, worker_id
                        on conflict (list_id, worker_id) do update
                       set state = 'LISTED', reason = null, note = null, decided_by = null, decided_at = null
                     where entry.state = 'LISTED' or entry.reason = 'WITHDRAWN'
                    returning worker_id)
                select worker_id from given where worker_id not in (select worker_id from entered)""")
                .param("lists", lists).param("workers", workers).query(UUID.class).list());
    }

    /** Everybody who is or was on the list, by place. */
    List<ListedWorker> entries(UUID list) {
        return jdbc.sql("select * from (" + ENTRIES + ") placed order by place").param("list", list)
                .query(WorkerLists::listed).list();
    }

    List<ListedWorker> entries(UUID list, int limit, long offset) {
        return jdbc.sql("select * from (" + ENTRIES + ") placed order by place limit :limit offset :offset")
                .param("list", list).param("limit", limit).param("offset", offset).query(WorkerLists::listed).list();
    }

    long entryCount(UUID list) {
        return jdbc.sql("select count(*) from enrolment_entry where list_id = :list").param("list", list)
                .query(Long.class).single();
    }

    int listed(UUID list) {
        return jdbc.sql("select count(*) from enrolment_entry where list_id = :list and state = 'LISTED'").param("list", list)
                .query(Integer.class).single();
    }

    Map<UUID, Integer> listed(Collection<UUID> listIds) {
        Map<UUID, Integer> counts = new HashMap<>();
        jdbc.sql("""
                select list_id, count(*)::integer as listed from enrolment_entry
                 where list_id = any(:lists) and state = 'LISTED' group by list_id""")
                .param("lists", listIds.toArray(UUID[]::new))
                .query((RowCallbackHandler) row -> counts.put(row.getObject("list_id", UUID.class), row.getInt("listed")));
        return counts;
    }

    void strikeOff(UUID list, UUID worker, RejectionReason reason, String note, String by, Instant at) {
        int struck = jdbc.sql("""
                update enrolment_entry
                   set state = 'REJECTED', reason = :reason, note = :note, decided_by = :by, decided_at = :at
                 where list_id = :list and worker_id = :worker and state = 'LISTED'""")
                .param("reason", reason.name()).param("note", note).param("by", by)
                .param("at", at.atOffset(ZoneOffset.UTC)).param("list", list).param("worker", worker).update();
        if (struck != 1) {
            throw Refusal.conflict("WORKER_NOT_LISTED", "Pekerja ini sudah tidak ada pada daftar.");
        }
    }

    /** Writes the list as it has become, if it still was as it is remembered. */
    void become(WorkerList was, WorkerList becomes) {
        int changed = jdbc.sql("update enrolment_list set state = :next, decree_id = :decree where id = :id and state = :was")
                .param("next", becomes.state().name()).param("decree", becomes.decreeId()).param("id", was.id())
                .param("was", was.state().name()).update();
        if (changed != 1) {
            throw Refusal.conflict("LIST_STATE", "Daftar pekerja ini baru saja diubah oleh orang lain. Muat ulang halaman.");
        }
    }

    static WorkerList list(ResultSet row, int number) throws SQLException {
        return new WorkerList(row.getObject("id", UUID.class), row.getString("village_code"), row.getInt("number"),
                row.getObject("decree_id", UUID.class), State.valueOf(row.getString("state")));
    }

    private static ListedWorker listed(ResultSet row, int number) throws SQLException {
        boolean rejected = EntryState.valueOf(row.getString("state")) == EntryState.REJECTED;
        return new ListedWorker(row.getInt("place"), Workers.worker(row, number),
                rejected ? RejectionReason.valueOf(row.getString("reason")) : null, row.getString("note"));
    }
}
