package id.lindungdesa.grant;

import id.lindungdesa.refusal.Finding;
import id.lindungdesa.refusal.Refusal;
import java.util.Collection;
import java.util.List;

/** What belongs to a request of that tranche. Which kinds there are and which are required is data of the office. */
record Checklist(int tranche, List<Item> items) {

    /** The report on a tranche, without which the next one is not paid. */
    static final String REPORT = "SPJ";

    private static final List<String> NUMERALS = List.of("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII");

    record Item(String kind, String name, boolean required) {}

    /** @throws Refusal {@code SPJ_I_MISSING} (of the tranche before), or DOCUMENT_MISSING with what is not there */
    void requireComplete(Collection<String> present) {
        List<Item> missing = items.stream().filter(item -> item.required() && !present.contains(item.kind())).toList();
        if (missing.stream().anyMatch(item -> item.kind().equals(REPORT))) {
            String before = numeral(tranche - 1);
            throw Refusal.invalid("SPJ_%s_MISSING".formatted(before),
                    "Permohonan tahap %s belum dapat diajukan: SPJ tahap %s belum dilampirkan.".formatted(numeral(tranche), before));
        }
        if (!missing.isEmpty()) {
            throw Refusal.invalid("DOCUMENT_MISSING", "Dokumen wajib belum dilampirkan: %s.".formatted(
                    String.join(", ", missing.stream().map(Item::name).toList())), missing.stream().map(item ->
                    Finding.at(null, item.kind(), "DOCUMENT_MISSING", item.name() + " wajib dilampirkan.")).toList());
        }
    }

    /** As officials number tranches: tahap I, tahap II. */
    static String numeral(int tranche) {
        return tranche < NUMERALS.size() ? NUMERALS.get(tranche) : String.valueOf(tranche);
    }
}
