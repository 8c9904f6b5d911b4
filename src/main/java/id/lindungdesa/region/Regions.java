package id.lindungdesa.region;

import id.lindungdesa.identity.Official;
import id.lindungdesa.identity.PlaceNames;
import id.lindungdesa.identity.Role;
import id.lindungdesa.refusal.Finding;
import id.lindungdesa.refusal.Refusal;
import id.lindungdesa.region.Villages.RegencyCount;
import id.lindungdesa.table.TableReader;
import id.lindungdesa.table.TableRow;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The official regions, for whoever holds a code. Knows no province by name: all it knows was loaded. */
@Service
public class Regions implements PlaceNames {

    private static final Pattern REGENCY = Pattern.compile("\\d\\d\\.\\d\\d");
    private static final Pattern BRANCH = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

    private final Villages villages;
    private final Branches branches;

    Regions(Villages villages, Branches branches) {
        this.villages = villages;
        this.branches = branches;
    }

    /** The village of that code in that edition of the list. */
    public Optional<Village> village(int edition, String code) {
        return villages.find(edition, code);
    }

    /** The village of that code in the newest edition that has it. */
    public Optional<Village> latest(String code) {
        return villages.latest(code);
    }

    /**
     * What these villages, districts, regencies and provinces are called, in one question: {@code Desa Malapari},
     * {@code Kecamatan Muara Bulian}. A code that is unknown is missing in the answer.
     */
    @Override
    public Map<String, String> names(Collection<String> codes) {
        return villages.names(codes);
    }

    /** The codes of all villages in all editions, for whoever has a long list to compare. */
    public Set<String> codes() {
        return villages.codes();
    }

    /** All villages of a province in an edition by code; empty where nothing was loaded. */
    public Map<String, Village> villagesOf(int edition, String provinceCode) {
        return villages.ofProvince(edition, provinceCode).stream().collect(Collectors.toMap(Village::code,
                Function.identity(), (first, second) -> first, LinkedHashMap::new));
    }

    /**
     * The branch of the insurer that serves a regency. A regency nobody was named for falls to the first branch there is,
     * so that its work lands on some desk.
     *
     * @throws Refusal {@code BRANCH_UNKNOWN} while no branch is known at all
     */
    public String branchOf(String regencyCode) {
        return branches.of(regencyCode).or(branches::first).orElseThrow(() -> Refusal.invalid("BRANCH_UNKNOWN",
                "Belum ada kantor cabang BPJS Ketenagakerjaan yang terdaftar untuk kabupaten/kota %s."
                        .formatted(regencyCode)));
    }

    /** Whether the village lies in the area of one of his offices: for a branch, in a regency assigned to it. */
    public boolean oversees(Official who, String villageCode) {
        return who.oversees(villageCode) || villages.latest(villageCode).map(village -> branchOf(village.regencyCode()))
                .filter(branch -> who.offices().stream().anyMatch(office -> office.role().area() == Role.Area.BRANCH
                        && office.area().equals(branch))).isPresent();
    }

    /**
     * Loads a list of villages (columns {@code code, name, kind, district_code, district_name, regency_code,
     * regency_name, province_code, province_name}; kind and parent codes may be left out). It takes the place of what the
     * provinces in it had in that edition; other provinces and editions stay. Lines that are rejected leave their village
     * as it was.
     *
     * @throws Refusal if the list cannot be read, or no line of it is good
     */
    @Transactional
    public RegionImport replace(int edition, InputStream csv) {
        if (edition < 1945 || edition > 9999) {
            throw Refusal.invalid("EDITION_INVALID", "Edisi daftar wilayah harus berupa tahun.");
        }
        VillageList list;
        try {
            list = VillageList.read(edition, csv);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        List<Village> good = list.villages();
        if (good.isEmpty()) {
            throw Refusal.invalid("NO_GOOD_ROW", "Tidak ada baris yang dapat dimuat.", list.rejected());
        }
        villages.replace(edition, good, list.mentioned());
        return new RegionImport(edition, distinct(good, Village::provinceCode), distinct(good, Village::regencyCode),
                distinct(good, Village::districtCode), (int) good.stream().filter(v -> !v.kelurahan()).count(),
                (int) good.stream().filter(Village::kelurahan).count(), list.rejected());
    }

    /**
     * Loads which branch serves which regency (columns {@code branch, regency_code}). Regencies that are not in the list
     * keep their branch. A branch is written as in its officials' groups: small letters, digits and hyphens.
     *
     * @throws Refusal if the list cannot be read, or no line of it is good
     */
    @Transactional
    public BranchImport assignBranches(InputStream csv) {
        Set<String> known = branches.knownRegencies();
        Map<String, String> branchByRegency = new LinkedHashMap<>();
        List<Finding> rejected = new ArrayList<>();
        try (TableReader table = TableReader.open(csv, "branch", "regency_code")) {
            for (TableRow row : table) {
                List<Finding> faults = faultsOfBranch(row, known, branchByRegency.keySet());
                rejected.addAll(faults);
                if (faults.isEmpty()) {
                    branchByRegency.put(row.get("regency_code"), row.get("branch"));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (branchByRegency.isEmpty()) {
            throw Refusal.invalid("NO_GOOD_ROW", "Tidak ada baris yang dapat dimuat.", rejected);
        }
        branches.assign(branchByRegency);
        return new BranchImport(new HashSet<>(branchByRegency.values()).size(), branchByRegency.size(), rejected);
    }

    /** How many districts and villages each regency has in an edition; refused where nothing of it was loaded. */
    List<RegencyCount> counts(int edition) {
        List<RegencyCount> counts = villages.counts(edition);
        if (counts.isEmpty()) {
            throw Refusal.notFound("EDITION_UNKNOWN", "Daftar wilayah edisi %d belum dimuat.".formatted(edition));
        }
        return counts;
    }

    List<Village> villages(int edition, String regency, String orderBy, int limit, long offset) {
        return villages.page(edition, regency, orderBy, limit, offset);
    }

    long count(int edition, String regency) {
        return villages.count(edition, regency);
    }

    private static List<Finding> faultsOfBranch(TableRow row, Set<String> known, Set<String> seen) {
        List<Finding> faults = new ArrayList<>(row.faults());
        String regency = row.get("regency_code");
        if (!BRANCH.matcher(row.get("branch")).matches()) {
            faults.add(Finding.atLine(row.line(), "branch", "BRANCH_MALFORMED",
                    "Nama cabang ditulis dengan huruf kecil, angka dan tanda hubung, misalnya cabang-utama."));
        }
        if (!REGENCY.matcher(regency).matches()) {
            faults.add(Finding.atLine(row.line(), "regency_code", "CODE_MALFORMED", "Kode kabupaten/kota harus 99.99."));
        } else if (!known.contains(regency)) {
            faults.add(Finding.atLine(row.line(), "regency_code", "REGENCY_UNKNOWN",
                    "Kabupaten/kota ini tidak ada dalam daftar wilayah mana pun."));
        } else if (seen.contains(regency)) {
            faults.add(Finding.atLine(row.line(), "regency_code", "CODE_DUPLICATE",
                    "Kabupaten/kota ini sudah ada pada baris sebelumnya."));
        }
        return faults;
    }

    private static int distinct(List<Village> villages, Function<Village, String> code) {
        return (int) villages.stream().map(code).distinct().count();
    }
}
