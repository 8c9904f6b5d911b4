package id.lindungdesa.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import id.lindungdesa.rulebook.RuleTable.Column;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** A rule sheet says in Indonesian what the tables say in codes. */
class RuleWordsTest {

    /** Words of the language that happen to be written in capitals. */
    private static final List<String> OWN_WORDS = List.of("APBD", "JKK", "JKM", "KTP", "NPWP", "SD", "SMA", "SMP", "TK");

    @Test
    void money_shares_and_codes_are_written_the_indonesian_way() throws IOException {
        RuleTable table = DmnFile.read(Files.readString(Path.of("processes", "transport-cap.dmn"))).byDecision().get("transport-cap");

        assertThat(table.rows()).anySatisfy(row -> assertThat(table.words(row)).contains("Darat", "Rp5.000.000"));
        assertThat(RuleWords.of(new Column("percentPerDay", "Persen sehari", "integer"), 1L)).isEqualTo("1%");
        assertThat(RuleWords.of(new Column("bandJkk", "1 persen dari nominal tertentu (rupiah)", "long"), 10_000L)).isEqualTo("Rp10.000");
        assertThat(RuleWords.of(new Column("income", "Penghasilan sebulan (rupiah)", "long"), new Condition.Span(1_000_000, 2_000_000)))
                .isEqualTo("Rp1.000.000 s.d. Rp1.999.999");
        assertThat(RuleWords.of(new Column("months", "Bulan", "integer"), 3L)).isEqualTo("3");
        assertThat(RuleWords.of(new Column("sector", "Sektor", "string"), "TRANSPORT")).isEqualTo("Sektor transportasi");
        assertThat(RuleWords.within("REFER LAPSED_GT_3M Rp5")).isEqualTo("Perlu pertimbangan Iuran tidak dibayar lebih dari 3 bulan Rp5");
    }

    @Test
    void no_code_of_any_table_is_shown_raw() throws IOException {
        TreeSet<String> raw = new TreeSet<>();
        try (var files = Files.list(Path.of("processes"))) {
            for (Path file : files.filter(one -> one.toString().endsWith(".dmn")).toList()) {
                DmnFile.read(Files.readString(file)).byDecision().values().forEach(table -> table.rows().forEach(row ->
                        table.words(row).stream().flatMap(cell -> List.of(cell.split(", ")).stream())
                                .filter(word -> word.matches("[A-Z][A-Z0-9_]+") && !OWN_WORDS.contains(word)).forEach(raw::add)));
            }
        }
        assertThat(raw).isEmpty();
    }
}
