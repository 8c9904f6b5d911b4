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
     * The open list of each village, locked; where a village has none, its next one, which begins with the people of the
     * last.
     */
    Map<String, WorkerList> openForWriting(Collection<String> villages, Instant now) {
        String[] codes = new TreeSet<>(villages).toArray(String[]::new);
        Set<String> before = new HashSet<>(openVillages(codes));
        Map<UUID, String> fresh = new HashMap<>();
        for (String code : codes) {
            if (!before.contains(code)) {
                fresh.put(UUID.randomUUID(), code);
            }
        }
        if (!fresh.isEmpty()) {
            open(fresh, now);
        }
        return jdbc.sql(LIST + "\n" + """
                 where village_code = any(:villages) and state in ('DRAFT', 'PREPARED', 'ADOPTED')
                 order by village_code for update""")
                .param("villages", codes).query(WorkerLists::list).list().stream()
                .collect(Collectors.toMap(WorkerList::villageCode, Function.identity()));
    }

    private List<String> openVillages(String[] codes) {
        return jdbc.sql("""
                select village_code from enrolment_list
                 where village_code = any(:villages) and state in ('DRAFT', 'PREPARED', 'ADOPTED')""")
                .param("villages", codes).query(String.class).list();
    }

    private void open(Map<UUID, String> fresh, Instant now) {
        UUID[] ids = fresh.keySet().toArray(UUID[]::new);
        String[] codes = java.util.Arrays.stream(ids).map(fresh::get).toArray(String[]::new);
        jdbc.sql("""
                insert into enrolment_list (id, village_code, number, state, created_at)
                select given.id, given.village, coalesce(max(earlier.number), 0) + 1, 'DRAFT', :now
                  from unnest(:ids, :villages) as given(id, village)
                  left join enrolment_list earlier on earlier.village_code = given.village
                 group by given.id, given.village order by given.village
                    on conflict do nothing""")
                .param("ids", ids).param("villages", codes).param("now", now.atOffset(ZoneOffset.UTC)).update();
        jdbc.sql("""
                insert into enrolment_entry (list_id, worker_id, state)
                select fresh.id, entry.worker_id, 'LISTED'
                  from enrolment_list fresh
                  join enrolment_list last on last.village_code = fresh.village_code and last.number = fresh.number - 1
                  join enrolment_entry entry on entry.list_id = last.id and entry.state = 'LISTED'
                 where fresh.id = any(:ids)
                    on conflict do nothing""")
                .param("ids", ids).update();
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
