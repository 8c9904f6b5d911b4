package id.lindungdesa.region;

import id.lindungdesa.refusal.Finding;
import id.lindungdesa.region.Village.Kind;
import id.lindungdesa.table.TableReader;
import id.lindungdesa.table.TableRow;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * A list of villages as it was brought, judged line by line. The code is the truth: its parts name the parents and the
 * first digit of its last group the kind (1 kelurahan, 2 desa, 3 desa adat); columns that say otherwise are refused.
 */
final class VillageList {

    private static final Pattern CODE = Pattern.compile("\\d\\d\\.\\d\\d\\.\\d\\d\\.\\d{4}");
    private static final int NAME_LIMIT = 200;

    private final int edition;
    private final Map<String, Village> villages = new LinkedHashMap<>();
    private final Map<String, Integer> lines = new HashMap<>();
    private final Map<String, String> parentNames = new HashMap<>();
    private final Set<String> mentioned = new TreeSet<>();
    private final List<Finding> rejected = new ArrayList<>();

    private VillageList(int edition) {
        this.edition = edition;
    }

    static VillageList read(int edition, InputStream csv) throws IOException {
        VillageList list = new VillageList(edition);
        try (TableReader table = TableReader.open(csv, "code", "name", "district_name", "regency_name", "province_name")) {
            table.forEach(list::add);
        }
        return list;
    }

    List<Village> villages() {
        return List.copyOf(villages.values());
    }

    /** Every code that stands in the list, on a rejected line too: a slip of the pen is no reason to drop a village. */
    Set<String> mentioned() {
        return mentioned;
    }

    List<Finding> rejected() {
        return List.copyOf(rejected);
    }

    private void add(TableRow row) {
        String code = row.get("code");
        if (CODE.matcher(code).matches()) {
            mentioned.add(code);
        }
        int before = rejected.size();
        rejected.addAll(row.faults());
        if (row.sound()) {
            checkCode(row, code);
        }
        if (rejected.size() == before) {
            checkNames(row, code);
        }
        if (rejected.size() == before) {
            lines.put(code, row.line());
            parents(row, code).forEach(parentNames::put);
            villages.put(code, new Village(edition, code, row.get("name"), kindOf(code), code.substring(0, 8),
                    row.get("district_name"), code.substring(0, 5), row.get("regency_name"), code.substring(0, 2),
                    row.get("province_name")));
        }
    }

    private void checkCode(TableRow row, String code) {
        if (!CODE.matcher(code).matches()) {
            reject(row, "code", "CODE_MALFORMED", "Kode wilayah harus berbentuk 99.99.99.9999.");
            return;
        }
        if (kindOf(code) == null) {
            reject(row, "code", "KIND_UNKNOWN", "Digit pertama kelompok terakhir harus 1 (kelurahan), 2 atau 3 (desa).");
            return;
        }
        if (lines.containsKey(code)) {
            reject(row, "code", "CODE_DUPLICATE", "Kode ini sudah ada pada baris %d.".formatted(lines.get(code)));
        }
        String kind = row.get("kind");
        if (!kind.isEmpty() && !kind.toUpperCase(Locale.ROOT).equals(kindOf(code).name())) {
            reject(row, "kind", "KIND_MISMATCH", "Menurut kodenya wilayah ini %s.".formatted(
                    kindOf(code).label().toLowerCase(Locale.ROOT)));
        }
        checkParent(row, "district_code", code.substring(0, 8));
        checkParent(row, "regency_code", code.substring(0, 5));
        checkParent(row, "province_code", code.substring(0, 2));
    }

    private void checkParent(TableRow row, String column, String expected) {
        String given = row.get(column);
        if (!given.isEmpty() && !given.equals(expected)) {
            reject(row, column, "PARENT_MISMATCH", "Kode induk tidak sesuai dengan kode wilayah; seharusnya %s."
                    .formatted(expected));
        }
    }

    private void checkNames(TableRow row, String code) {
        for (String column : List.of("name", "district_name", "regency_name", "province_name")) {
            String name = row.get(column);
            if (name.isEmpty()) {
                reject(row, column, "NAME_EMPTY", "Nama wajib diisi.");
            } else if (name.length() > NAME_LIMIT || name.indexOf('\n') >= 0) {
                reject(row, column, "NAME_MALFORMED", "Nama harus satu baris dan paling banyak %d huruf."
                        .formatted(NAME_LIMIT));
            }
        }
        parents(row, code).forEach((parent, name) -> {
            String known = parentNames.get(parent);
            if (known != null && !known.equals(name)) {
                reject(row, null, "NAME_CONFLICT", "Wilayah %s sudah bernama lain pada baris sebelumnya."
                        .formatted(parent));
            }
        });
    }

    private static Map<String, String> parents(TableRow row, String code) {
        return Map.of(code.substring(0, 8), row.get("district_name"), code.substring(0, 5), row.get("regency_name"),
                code.substring(0, 2), row.get("province_name"));
    }

    private static Kind kindOf(String code) {
        return switch (code.charAt(9)) {
            case '1' -> Kind.KELURAHAN;
            case '2', '3' -> Kind.DESA;
            default -> null;
        };
    }

    private void reject(TableRow row, String field, String code, String message) {
        rejected.add(Finding.atLine(row.line(), field, code, message));
    }
}
