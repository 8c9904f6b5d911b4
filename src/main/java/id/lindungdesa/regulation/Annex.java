package id.lindungdesa.regulation;

import id.lindungdesa.money.Rupiah;
import id.lindungdesa.refusal.Finding;
import id.lindungdesa.refusal.Refusal;
import id.lindungdesa.region.Village;
import id.lindungdesa.table.TableReader;
import id.lindungdesa.table.TableRow;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A decree's annex, one line per village with its amount, judged line by line against the edition of the village list
 * that the decree names. Columns beyond the two it needs are left aside, and told.
 */
final class Annex {

    /** One good line. */
    record Line(Village village, Rupiah rupiah) {}

    private static final String CODE = "village_code";
    private static final String KODE = "kode_desa";
    private static final String RUPIAH = "rupiah";
    private static final Pattern VILLAGE = Pattern.compile("\\d\\d\\.\\d\\d\\.\\d\\d\\.\\d{4}");
    /** Thirteen digits, so that no number of lines can add up beyond 64 bits. */
    private static final Pattern WHOLE = Pattern.compile("0*\\d{1,13}");
    private static final Pattern GROUPED = Pattern.compile("\\d{1,3}([.,' \\u00A0]\\d{3})+");
    private static final Pattern DECIMAL = Pattern.compile("[\\d.,]+[.,]\\d+");

    private final String province;
    private final Map<String, Village> known;
    private final Map<String, Integer> seen = new HashMap<>();
    private final List<Line> lines = new ArrayList<>();
    private final List<Finding> faults = new ArrayList<>();
    private final List<String> ignored = new ArrayList<>();

    private String codeColumn = CODE;

    private Annex(String province, Map<String, Village> known) {
        this.province = province;
        this.known = known;
    }

    /**
     * Reads all of it; what is wrong with it is in {@link #faults}, never thrown.
     *
     * @param known the villages by code; null where the edition is not known, which leaves their codes unjudged
     */
    static Annex read(InputStream file, String province, Map<String, Village> known) throws IOException {
        Annex annex = new Annex(province, known);
        try (TableReader table = TableReader.open(file)) {
            if (!annex.hasItsColumns(table.columns())) {
                return annex;
            }
            table.forEach(annex::add);
            if (annex.seen.isEmpty() && annex.faults.isEmpty()) {
                annex.faults.add(Finding.general("ANNEX_EMPTY", "Lampiran tidak memuat satu desa pun."));
            }
        } catch (Refusal unreadable) {
            annex.faults.addAll(unreadable.findings().isEmpty()
                    ? List.of(Finding.general(unreadable.code(), unreadable.getMessage())) : unreadable.findings());
        }
        return annex;
    }

    List<Line> lines() {
        return List.copyOf(lines);
    }

    List<Finding> faults() {
        return List.copyOf(faults);
    }

    /** Names of columns that are no part of an annex. */
    List<String> ignoredColumns() {
        return List.copyOf(ignored);
    }

    /** Tells whether the amounts stay within the ceiling; a line that alone exceeds it is named. */
    void checkCeiling(Rupiah ceiling) {
        Rupiah sum = Rupiah.ZERO;
        for (Line line : lines) {
            if (ceiling.isLessThan(line.rupiah())) {
                faults.add(Finding.atLine(seen.get(line.village().code()), RUPIAH, "AMOUNT_OVER_CEILING",
                        "Jumlah %s untuk satu desa melampaui pagu %s.".formatted(line.rupiah(), ceiling)));
            }
            sum = sum.plus(line.rupiah());
        }
        if (ceiling.isLessThan(sum)) {
            faults.add(Finding.at("/ceiling", "ceiling", "CEILING_EXCEEDED",
                    "Jumlah lampiran %s melampaui pagu %s sebesar %s.".formatted(sum, ceiling, sum.minus(ceiling))));
        }
    }

    private boolean hasItsColumns(List<String> columns) {
        codeColumn = columns.contains(CODE) ? CODE : KODE;
        for (String column : List.of(CODE, RUPIAH)) {
            if (!columns.contains(column) && !(column.equals(CODE) && columns.contains(KODE))) {
                faults.add(Finding.atLine(1, column, "COLUMN_MISSING",
                        "Kolom %s tidak ada. Lampiran memerlukan kolom village_code (atau kode_desa) dan rupiah.".formatted(column)));
            }
        }
        columns.stream().filter(column -> !column.isEmpty() && !column.equals(codeColumn) && !column.equals(RUPIAH))
                .forEach(ignored::add);
        return faults.isEmpty();
    }

    private void add(TableRow row) {
        List<Finding> found = new ArrayList<>(row.faults());
        String code = row.get(codeColumn);
        checkVillage(row, code, found);
        Rupiah rupiah = rupiah(row, found);
        seen.putIfAbsent(code, row.line());
        if (found.isEmpty() && known != null) {
            lines.add(new Line(known.get(code), rupiah));
        }
        faults.addAll(found);
    }

    private void checkVillage(TableRow row, String code, List<Finding> found) {
        if (code.isEmpty()) {
            found.add(at(row, CODE, "VILLAGE_EMPTY", "Kode desa kosong."));
        } else if (!VILLAGE.matcher(code).matches()) {
            found.add(at(row, CODE, "VILLAGE_MALFORMED", "Kode desa harus berbentuk 99.99.99.9999, bukan \"%s\".".formatted(shortened(code))));
        } else if (seen.containsKey(code)) {
            found.add(at(row, CODE, "VILLAGE_DUPLICATE", "Kode desa %s sudah ada pada baris %d.".formatted(code, seen.get(code))));
        } else if (province != null && !code.startsWith(province + ".")) {
            found.add(at(row, CODE, "VILLAGE_OTHER_PROVINCE", "Desa %s bukan desa di provinsi %s.".formatted(code, province)));
        } else if (known != null && !known.containsKey(code)) {
            found.add(at(row, CODE, "VILLAGE_UNKNOWN", "Kode desa %s tidak ada dalam daftar wilayah edisi keputusan ini.".formatted(code)));
        }
    }

    private static Rupiah rupiah(TableRow row, List<Finding> found) {
        String text = row.get(RUPIAH);
        if (text.isEmpty()) {
            found.add(at(row, RUPIAH, "AMOUNT_EMPTY", "Jumlah rupiah kosong."));
        } else if (text.startsWith("-") || text.startsWith("\u2212") || text.startsWith("(")) {
            found.add(at(row, RUPIAH, "AMOUNT_NEGATIVE", "Jumlah rupiah tidak boleh negatif."));
        } else if (WHOLE.matcher(text).matches()) {
            Rupiah rupiah = Rupiah.of(Long.parseLong(text));
            if (rupiah.isZero()) {
                found.add(at(row, RUPIAH, "AMOUNT_ZERO", "Jumlah rupiah harus lebih dari 0."));
            }
            return rupiah;
        } else if (GROUPED.matcher(text).matches()) {
            found.add(at(row, RUPIAH, "AMOUNT_SEPARATORS", "Tulis %s, tanpa titik, koma atau spasi: bukan \"%s\"."
                    .formatted(text.replaceAll("\\D", ""), shortened(text))));
        } else if (DECIMAL.matcher(text).matches()) {
            found.add(at(row, RUPIAH, "AMOUNT_DECIMALS", "Jumlah harus rupiah utuh tanpa desimal, misalnya 100000000: bukan \"%s\"."
                    .formatted(shortened(text))));
        } else if (text.chars().allMatch(c -> c >= '0' && c <= '9')) {
            found.add(at(row, RUPIAH, "AMOUNT_TOO_LARGE", "Jumlah rupiah terlalu besar."));
        } else {
            found.add(at(row, RUPIAH, "AMOUNT_MALFORMED", "Jumlah harus berupa angka saja, misalnya 100000000: bukan \"%s\"."
                    .formatted(shortened(text))));
        }
        return Rupiah.ZERO;
    }

    private static Finding at(TableRow row, String field, String code, String message) {
        return Finding.atLine(row.line(), field, code, message);
    }

    private static String shortened(String text) {
        return text.length() <= 40 ? text : text.substring(0, 40) + "…";
    }
}
