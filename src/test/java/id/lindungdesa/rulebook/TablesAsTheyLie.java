package id.lindungdesa.rulebook;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The decision tables of {@code processes/}, read as uploads are. */
final class TablesAsTheyLie {

    private TablesAsTheyLie() {}

    static List<String> names() {
        try (Stream<Path> files = Files.list(Path.of("processes"))) {
            return files.map(file -> file.getFileName().toString()).filter(name -> name.endsWith(".dmn"))
                    .map(name -> name.replace(".dmn", "")).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String dmn(String name) {
        try {
            return Files.readString(Path.of("processes", name + ".dmn"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Map<String, RuleTable> tables(String name) {
        return DmnFile.read(dmn(name)).byDecision();
    }

    static RuleTable table(String name) {
        return tables(name).get(name);
    }

    /** The table's text with an edit that must have hit something. */
    static String edited(String dmn, String what, String with) {
        if (!dmn.contains(what)) {
            throw new AssertionError("nothing to edit: " + what);
        }
        return dmn.replace(what, with);
    }

    /**
     * The table with all rows that are open at the end closed on a day, and copies of them from that day on in which a text
     * is another; what somebody does with it in a modeller.
     */
    static String changedFrom(String dmn, String day, String what, String with) {
        StringBuilder copies = new StringBuilder();
        StringBuilder text = new StringBuilder();
        int at = 0;
        for (int rule = dmn.indexOf("<rule "); rule >= 0; rule = dmn.indexOf("<rule ", at)) {
            int end = dmn.indexOf("</rule>", rule) + "</rule>".length();
            String row = dmn.substring(rule, end);
            text.append(dmn, at, rule);
            if (row.contains(what) && row.contains("&gt;= date and time(")) {
                copies.append(row.replaceFirst("&gt;= date and time\\(\"[^\"]*\"\\)", "&gt;= date and time(\"" + day + "T00:00:00\")")
                        .replace(what, with).replaceAll("id=\"([^\"]*)\"", "id=\"$1_baru\""));
                row = row.replaceFirst("&gt;= (date and time\\(\"[^\"]*\"\\))", "[$1..date and time(\"" + day + "T00:00:00\"))");
            }
            text.append(row);
            at = end;
        }
        if (copies.isEmpty()) {
            throw new AssertionError("no open row says " + what);
        }
        int last = dmn.indexOf("</decisionTable>", at);
        return text.append(dmn, at, last).append(copies).append(dmn.substring(last)).toString();
    }
}
