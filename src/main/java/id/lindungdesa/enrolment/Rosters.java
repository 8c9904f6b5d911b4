package id.lindungdesa.enrolment;

import id.lindungdesa.identity.CurrentUser;
import id.lindungdesa.identity.Official;
import id.lindungdesa.identity.Role;
import id.lindungdesa.refusal.Finding;
import id.lindungdesa.refusal.Refusal;
import id.lindungdesa.region.Regions;
import id.lindungdesa.regulation.DecreeRegister;
import id.lindungdesa.table.TableReader;
import id.lindungdesa.table.TableRow;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes in a village's list of workers, row by row: what is in order is entered, of the rest each row is told its fault. */
@Service
class Rosters {

    private static final Pattern CODE = Pattern.compile("\\d\\d\\.\\d\\d\\.\\d\\d\\.\\d{4}");

    private final WorkerEligibility eligibility;
    private final RosterEntry entry;
    private final WorkerLists lists;
    private final Workers workers;
    private final Regions regions;
    private final DecreeRegister decrees;
    private final CurrentUser currentUser;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Rosters(WorkerEligibility eligibility, RosterEntry entry, WorkerLists lists, Workers workers, Regions regions,
            DecreeRegister decrees, CurrentUser currentUser, TransactionTemplate transaction, Clock clock) {
        this.eligibility = eligibility;
        this.entry = entry;
        this.lists = lists;
        this.workers = workers;
        this.regions = regions;
        this.decrees = decrees;
        this.currentUser = currentUser;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** @param listId the village's open list, which grew by the accepted rows */
    record Uploaded(UUID listId, int accepted, List<Finding> rejected, List<Finding> warnings) {}

    /**
     * Reads the file to its end before anything is entered: a slow connection must not hold the village's list.
     *
     * @throws Refusal VILLAGE_UNKNOWN, NOT_YOUR_VILLAGE, or what is wrong with the file as a whole
     */
    Uploaded upload(String village, InputStream file) {
        regions.latest(village).orElseThrow(() -> Refusal.notFound("VILLAGE_UNKNOWN",
                "Desa/kelurahan itu tidak ada dalam daftar wilayah."));
        requireMayEnrol(village);
        RosterCheck check = check(village);
        Map<String, RosterRow> good = new LinkedHashMap<>();
        List<Finding> rejected = new ArrayList<>();
        List<Finding> warnings = new ArrayList<>();
        read(file, row -> {
            RosterCheck.Verdict verdict = check.of(row);
            if (verdict.fault() != null) {
                rejected.add(verdict.fault());
                return;
            }
            RosterRow first = good.putIfAbsent(verdict.row().nik().digits(), verdict.row());
            if (first != null) {
                rejected.add(RosterEntry.twiceInFile(verdict.row(), first.line()));
            } else {
                warnings.addAll(verdict.warnings());
            }
        });
        return transaction.execute(status -> {
            RosterEntry.Entered entered = entry.enter(good.values());
            rejected.addAll(entered.rejected());
            warnings.addAll(entered.warnings());
            rejected.sort(Comparator.comparing(Finding::line));
            UUID list = lists.latest(village).map(WorkerList::id).orElse(null);
            if (list != null) {
                quotaWarning(village, list, warnings);
            }
            return new Uploaded(list, good.size() - entered.rejected().size(), rejected, warnings);
        });
    }

    /** The check of rows by today's rules; for one village, or for many where {@code village} is null. */
    RosterCheck check(String village) {
        Map<String, Boolean> known = new HashMap<>();
        Predicate<String> knownVillage = village == null ? regions.codes()::contains : code -> known.computeIfAbsent(code,
                asked -> CODE.matcher(asked).matches() && regions.latest(asked).isPresent());
        LocalDate today = LocalDate.now(clock);
        return new RosterCheck(village, knownVillage, eligibility.agesAtFirstRegistration(today),
                eligibility.agesOfRegistered(today), today, workers::isRegistered);
    }

    interface RowReader {
        void row(TableRow row) throws IOException;
    }

    static void read(InputStream file, RowReader reader) {
        try (TableReader table = TableReader.open(file, RosterCheck.REQUIRED)) {
            for (TableRow row : table) {
                reader.row(row);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void requireMayEnrol(String village) {
        Official who = currentUser.get();
        boolean own = who.holds(Role.OPERATOR, village) || who.holds(Role.KADES, village) || who.holds(Role.LURAH, village)
                || who.holds(Role.SEKDES, village);
        if (!own && !who.is(Role.BPJS_AR)) {
            throw Refusal.forbidden("NOT_YOUR_VILLAGE",
                    "Daftar pekerja hanya dapat diisi oleh perangkat desa itu sendiri atau petugas kepesertaan BPJS.");
        }
    }

    private void quotaWarning(String village, UUID list, List<Finding> warnings) {
        decrees.latestAllocation(village).ifPresent(allocation -> {
            int quota = decrees.terms(allocation.decreeId()).workersPerVillage();
            int listed = lists.listed(list);
            if (listed > quota) {
                warnings.add(Finding.general("QUOTA_EXCEEDED", ("Ada %d pekerja pada daftar, kuota desa %d orang. "
                        + "Kurangi %d orang sebelum daftar ditetapkan.").formatted(listed, quota, listed - quota)));
            }
        });
    }
}
