package id.lindungdesa.enrolment;

import id.lindungdesa.enrolment.Workers.Written;
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

    /** Why rows were not entered, and what somebody should look at in those that were. */
    record Entered(List<Finding> rejected, List<Finding> warnings) {}

    /** Enters rows of which each NIK is there once. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Entered enter(Collection<RosterRow> rows) {
        List<Finding> rejected = new ArrayList<>();
        List<Finding> warnings = new ArrayList<>();
        if (!rows.isEmpty()) {
            Instant now = clock.instant();
            Map<String, WorkerList> open = lists.openForWriting(
                    rows.stream().map(RosterRow::villageCode).collect(Collectors.toSet()), now);
            List<RosterRow> wanted = onDrafts(rows, open, rejected);
            Map<String, Written> written = wanted.isEmpty() ? Map.of() : workers.write(wanted, now);
            list(ours(wanted, written, now, rejected, warnings), open, written, rejected);
        }
        return new Entered(rejected, warnings);
    }

    private static List<RosterRow> onDrafts(Collection<RosterRow> rows, Map<String, WorkerList> open, List<Finding> rejected) {
        return rows.stream().filter(row -> {
            boolean growing = open.get(row.villageCode()).state() == WorkerList.State.DRAFT;
            if (!growing) {
                rejected.add(at(row, "village_code", "LIST_CLOSED",
                        "Daftar pekerja desa ini sedang diperiksa dan tidak dapat ditambah sekarang."));
            }
            return growing;
        }).toList();
    }

    private List<RosterRow> ours(List<RosterRow> wanted, Map<String, Written> written, Instant now, List<Finding> rejected,
            List<Finding> warnings) {
        List<RosterRow> elsewhere = wanted.stream().filter(row -> !written.containsKey(row.nik().digits())).toList();
        if (!elsewhere.isEmpty()) {
            workers.claimedElsewhere(elsewhere, now);
            elsewhere.forEach(row -> rejected.add(at(row, "nik", "DUPLICATE_NIK",
                    "NIK %s sudah ada pada daftar desa lain; kedua desa diberi tahu.".formatted(row.nik().masked()))));
        }
        List<RosterRow> ours = wanted.stream().filter(row -> written.containsKey(row.nik().digits())).toList();
        ours.stream().filter(row -> !written.get(row.nik().digits()).name().equals(row.name()))
                .forEach(row -> warnings.add(at(row, "name", "NAME_KEPT",
                        "Pekerja ini sudah terdaftar di BPJS dengan nama lain; nama yang terdaftar dipertahankan.")));
        return ours;
    }

    private void list(List<RosterRow> rows, Map<String, WorkerList> open, Map<String, Written> written, List<Finding> rejected) {
        if (rows.isEmpty()) {
            return;
        }
        Set<UUID> off = lists.enter(rows.stream().map(row -> open.get(row.villageCode()).id()).toArray(UUID[]::new),
                rows.stream().map(row -> written.get(row.nik().digits()).id()).toArray(UUID[]::new));
        rows.stream().filter(row -> off.contains(written.get(row.nik().digits()).id())).forEach(row -> rejected.add(at(row, "nik",
                "WORKER_STRUCK_OFF", "Pekerja ini sudah ditolak pada daftar ini; ganti dengan orang lain.")));
    }

    static Finding at(RosterRow row, String field, String code, String message) {
        return Finding.atLine((int) row.line(), field, code, message);
    }

    static Finding twiceInFile(RosterRow row, long first) {
        return at(row, "nik", "DUPLICATE_NIK", "NIK ini sama dengan NIK pada baris %d.".formatted(first));
    }
}
