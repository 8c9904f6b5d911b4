package id.lindungdesa.enrolment;

import id.lindungdesa.refusal.Refusal;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who is on the list of which village, and how a list becomes a registration. Who may decide is asked by whoever calls. */
@Service
public class Enrolment {

    private final Workers workers;
    private final WorkerLists lists;
    private final Clock clock;

    Enrolment(Workers workers, WorkerLists lists, Clock clock) {
        this.workers = workers;
        this.lists = lists;
        this.clock = clock;
    }

    /** The worker of that NIK, whatever village lists him. */
    public Optional<Worker> byNik(String nik) {
        return workers.byNik(nik);
    }

    /** The worker of that id; an error where there is none. */
    public Worker worker(UUID id) {
        return workers.find(id).orElseThrow(() -> new IllegalArgumentException("No worker " + id));
    }

    /** @throws Refusal LIST_UNKNOWN */
    public WorkerList list(UUID id) {
        return lists.find(id).orElseThrow(() -> Refusal.notFound("LIST_UNKNOWN", "Daftar pekerja itu tidak ada."));
    }

    /** The newest list of a village, in whatever state. */
    public Optional<WorkerList> latestList(String villageCode) {
        return lists.latest(villageCode);
    }

    /** Everybody who is or was on the list, by place; names and NIK are for that village and the insurer. */
    public List<ListedWorker> workersOf(UUID listId) {
        return lists.entries(listId);
    }

    /** How many are listed, without those struck off. */
    public int listed(UUID listId) {
        return lists.listed(listId);
    }

    /** The same for many lists at once; a list without anybody is missing in the answer. */
    public Map<UUID, Integer> listed(Collection<UUID> listIds) {
        return lists.listed(listIds);
    }

    /** How many of the listed another village has proposed too. */
    public int claimedElsewhere(UUID listId) {
        return workers.claimedElsewhere(listId);
    }

    /**
     * Closes the village's open list for a decree and gives it to that decree's money; a village without one goes on with
     * the people of its last list for the same decree.
     *
     * @throws Refusal LIST_EMPTY, or LIST_STATE while an earlier list is being decided
     */
    @Transactional
    public WorkerList prepare(String villageCode, UUID decreeId) {
        WorkerList open = lists.openForWriting(villageCode, decreeId, clock.instant());
        WorkerList prepared = open.preparedFor(decreeId);
        requireSomebody(open.id());
        lists.become(open, prepared);
        return prepared;
    }

    /**
     * The village head adopts the list.
     *
     * @param quota workers that the decree pays for in a village
     * @throws Refusal QUOTA_EXCEEDED, LIST_EMPTY, LIST_STATE
     */
    @Transactional
    public void adopt(UUID listId, int quota) {
        WorkerList list = list(listId);
        int listed = requireSomebody(listId);
        if (listed > quota) {
            throw Refusal.invalid("QUOTA_EXCEEDED", ("Daftar berisi %d pekerja, kuota desa %d orang. "
                    + "Kembalikan ke operator untuk dikurangi %d orang.").formatted(listed, quota, listed - quota));
        }
        lists.become(list, list.adopted());
    }

    /** Back to the village, which may change it again. */
    @Transactional
    public void giveBack(UUID listId) {
        WorkerList list = list(listId);
        lists.become(list, list.returned());
    }

    /**
     * The insurer takes on everybody who is still listed, as of now.
     *
     * @return the registered, by place
     * @throws Refusal LIST_EMPTY, LIST_STATE
     */
    @Transactional
    public List<Worker> register(UUID listId) {
        WorkerList list = list(listId);
        requireSomebody(listId);
        lists.become(list, list.checked());
        workers.register(listId, clock.instant());
        return lists.entries(listId).stream().filter(ListedWorker::listed).map(ListedWorker::worker).toList();
    }

    @Transactional
    public void covered(UUID listId) {
        WorkerList list = list(listId);
        lists.become(list, list.covered());
    }

    private int requireSomebody(UUID listId) {
        int listed = lists.listed(listId);
        if (listed == 0) {
            throw Refusal.invalid("LIST_EMPTY", "Daftar pekerja masih kosong. Unggah daftar pekerja terlebih dahulu.");
        }
        return listed;
    }
}
