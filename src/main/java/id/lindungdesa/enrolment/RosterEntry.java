package id.lindungdesa.enrolment;

import id.lindungdesa.refusal.Finding;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Enters rows that are in order by themselves into the lists of their villages: one village's upload or a whole province. */
@Component
class RosterEntry {

    private final Workers workers;
    private final WorkerLists lists;
    private final Clock clock;

    RosterEntry(Workers workers, WorkerLists lists, Clock clock) {
        this.workers = workers;
        this.lists = lists;
        this.clock = clock;
    }

    /** @return why each row that was not entered was not; every NIK must be in {@code rows} once */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<Finding> enter(Collection<RosterRow> rows) {
        if (rows.isEmpty()) {
            return List.of();
        }
        Instant now = clock.instant();
        List<Finding> rejected = new ArrayList<>();
        Map<String, WorkerList> open = lists.openForWriting(
                rows.stream().map(RosterRow::villageCode).collect(Collectors.toSet()), now);
        List<RosterRow> wanted = rows.stream().filter(row -> {
            boolean growing = open.get(row.villageCode()).state() == WorkerList.State.DRAFT;
            if (!growing) {
                rejected.add(at(row, "village_code", "LIST_CLOSED",
                        "Daftar pekerja desa ini sedang diperiksa dan tidak dapat ditambah sekarang."));
            }
            return growing;
        }).toList();
        if (wanted.isEmpty()) {
            return rejected;
        }
        Map<String, UUID> ids = workers.write(wanted, now);
        List<RosterRow> elsewhere = wanted.stream().filter(row -> !ids.containsKey(row.nik().digits())).toList();
        if (!elsewhere.isEmpty()) {
            workers.claimedElsewhere(elsewhere, now);
            elsewhere.forEach(row -> rejected.add(at(row, "nik", "DUPLICATE_NIK",
                    "NIK %s sudah ada pada daftar desa lain; kedua desa diberi tahu.".formatted(row.nik().masked()))));
        }
        List<RosterRow> ours = wanted.stream().filter(row -> ids.containsKey(row.nik().digits())).toList();
        Set<UUID> off = ours.isEmpty() ? Set.of() : lists.enter(
                ours.stream().map(row -> open.get(row.villageCode()).id()).toArray(UUID[]::new),
                ours.stream().map(row -> ids.get(row.nik().digits())).toArray(UUID[]::new));
        ours.stream().filter(row -> off.contains(ids.get(row.nik().digits()))).forEach(row -> rejected.add(at(row, "nik",
                "WORKER_STRUCK_OFF", "Pekerja ini sudah ditolak pada daftar ini; ganti dengan orang lain.")));
        return rejected;
    }

    static Finding at(RosterRow row, String field, String code, String message) {
        return Finding.atLine((int) row.line(), field, code, message);
    }

    static Finding twiceInFile(RosterRow row, long first) {
        return at(row, "nik", "DUPLICATE_NIK", "NIK ini sama dengan NIK pada baris %d.".formatted(first));
    }
}
