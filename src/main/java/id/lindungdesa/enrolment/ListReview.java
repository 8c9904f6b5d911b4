package id.lindungdesa.enrolment;

import id.lindungdesa.identity.CurrentUser;
import id.lindungdesa.identity.Official;
import id.lindungdesa.identity.Role;
import id.lindungdesa.refusal.Finding;
import id.lindungdesa.refusal.Refusal;
import id.lindungdesa.region.Regions;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Looks at a list and strikes people off it: the village whom it withdraws while it makes the list, the insurer's account
 * representative whom he cannot register while he checks it.
 */
@Service
public class ListReview {

    private static final int NOTE_LIMIT = 500;

    private final WorkerLists lists;
    private final Regions regions;
    private final CurrentUser currentUser;
    private final Clock clock;

    ListReview(WorkerLists lists, Regions regions, CurrentUser currentUser, Clock clock) {
        this.lists = lists;
        this.regions = regions;
        this.currentUser = currentUser;
        this.clock = clock;
    }

    /**
     * One to strike off, by his id or by his place on the list.
     *
     * @param code a {@link RejectionReason}
     */
    public record Rejection(UUID workerId, Integer line, String code, String note) {}

    record Part(List<ListedWorker> workers, long total) {}

    WorkerList latest(String village) {
        WorkerList list = lists.latest(village).orElseThrow(ListReview::unknown);
        requireMaySee(list);
        return list;
    }

    int listed(WorkerList list) {
        return lists.listed(list.id());
    }

    Part part(UUID id, int limit, long offset) {
        requireMaySee(lists.find(id).orElseThrow(ListReview::unknown));
        return new Part(lists.entries(id, limit, offset), lists.entryCount(id));
    }

    /**
     * Strikes all of them off, or none.
     *
     * @throws Refusal LIST_UNKNOWN, NOT_YOUR_OFFICE, LIST_STATE, REJECTIONS_INVALID with a finding for each faulty one
     */
    @Transactional
    public WorkerList strikeOff(UUID id, List<Rejection> rejections) {
        WorkerList list = lists.find(id).orElseThrow(ListReview::unknown);
        Official who = currentUser.get();
        boolean village = isOfVillage(who, list.villageCode());
        boolean insurer = isInsurerOf(who, list.villageCode());
        if (!village && !insurer) {
            throw maySee(who, list) ? Refusal.forbidden("NOT_YOUR_OFFICE",
                    "Hanya desa itu sendiri atau petugas kepesertaan BPJS cabangnya yang boleh mencoret pekerja.") : unknown();
        }
        if (list.state() != (insurer ? WorkerList.State.ADOPTED : WorkerList.State.DRAFT)) {
            throw Refusal.conflict("LIST_STATE", insurer
                    ? "Petugas BPJS mencoret pekerja saat memeriksa daftar; daftar ini berada pada tahap lain."
                    : "Desa mencoret pekerja selama daftar masih disusun; daftar ini berada pada tahap lain.");
        }
        Map<Integer, ListedWorker> byPlace = lists.entries(id).stream()
                .collect(Collectors.toMap(ListedWorker::place, Function.identity()));
        Map<UUID, ListedWorker> byId = byPlace.values().stream()
                .collect(Collectors.toMap(entry -> entry.worker().id(), Function.identity()));
        List<Finding> faults = new ArrayList<>();
        for (int i = 0; i < rejections.size(); i++) {
            Rejection one = rejections.get(i);
            ListedWorker entry = one.workerId() != null ? byId.get(one.workerId()) : byPlace.get(one.line());
            check(one, entry, i, faults);
        }
        if (!faults.isEmpty()) {
            throw Refusal.invalid("REJECTIONS_INVALID", "Pencoretan tidak dapat dicatat.", faults);
        }
        for (Rejection one : rejections) {
            ListedWorker entry = one.workerId() != null ? byId.get(one.workerId()) : byPlace.get(one.line());
            lists.strikeOff(id, entry.worker().id(), RejectionReason.valueOf(one.code()), one.note(), who.user(), clock.instant());
        }
        return list;
    }

    private static void check(Rejection one, ListedWorker entry, int index, List<Finding> faults) {
        String pointer = "/" + index;
        if (entry == null) {
            faults.add(Finding.at(pointer, one.workerId() != null ? "workerId" : "line", "WORKER_UNKNOWN",
                    "Pekerja itu tidak ada pada daftar ini."));
        } else if (!entry.listed()) {
            faults.add(Finding.at(pointer, "line", "WORKER_NOT_LISTED", "Pekerja itu sudah dicoret."));
        }
        if (RejectionReason.of(one.code()).isEmpty()) {
            faults.add(Finding.at(pointer, "code", "REASON_UNKNOWN",
                    "Alasan harus salah satu dari NOT_WORKING, ILL, DECEASED, MOVED, IDENTITY, WITHDRAWN."));
        }
        if (one.note() != null && one.note().length() > NOTE_LIMIT) {
            faults.add(Finding.at(pointer, "note", "NOTE_TOO_LONG", "Catatan paling banyak %d huruf.".formatted(NOTE_LIMIT)));
        }
    }

    private void requireMaySee(WorkerList list) {
        if (!maySee(currentUser.get(), list)) {
            throw unknown();
        }
    }

    /** Names are for the village that wrote them and for the insurer; whoever else oversees it sees counts. */
    private boolean maySee(Official who, WorkerList list) {
        return isOfVillage(who, list.villageCode()) || isInsurerOf(who, list.villageCode());
    }

    private static boolean isOfVillage(Official who, String village) {
        return who.holds(Role.OPERATOR, village) || who.holds(Role.KADES, village) || who.holds(Role.LURAH, village)
                || who.holds(Role.SEKDES, village);
    }

    private boolean isInsurerOf(Official who, String village) {
        return who.is(Role.BPJS_AR) && who.holds(Role.BPJS_AR, regions.branchOf(village.substring(0, 5)));
    }

    private static Refusal unknown() {
        return Refusal.notFound("LIST_UNKNOWN", "Daftar pekerja itu tidak ada.");
    }
}
