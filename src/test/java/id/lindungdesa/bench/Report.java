package id.lindungdesa.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The lines of one benchmark, as Markdown; printed and kept in {@code target/bench}. */
final class Report {

    private final String title;
    private final List<String> lines = new ArrayList<>();

    Report(String title) {
        this.title = title;
    }

    Report line(String format, Object... values) {
        String line = format.formatted(values);
        lines.add(line);
        System.out.println("    " + line);
        return this;
    }

    Report table(String... columns) {
        line("");
        row((Object[]) columns);
        return line("|" + "---|".repeat(columns.length));
    }

    Report row(Object... cells) {
        StringBuilder row = new StringBuilder("|");
        for (Object cell : cells) {
            row.append(' ').append(cell instanceof Double number ? number(number) : cell).append(" |");
        }
        return line("%s", row);
    }

    static String number(double value) {
        return String.format(Locale.ROOT, value >= 100 ? "%,.0f" : value >= 10 ? "%.1f" : "%.2f", value);
    }

    void print() throws IOException {
        StringBuilder text = new StringBuilder("## %s (%s)%n".formatted(title, LocalDateTime.now().truncatedTo(ChronoUnit.MINUTES)));
        lines.forEach(line -> text.append(line).append('\n'));
        Path folder = Files.createDirectories(Path.of("target", "bench"));
        Files.writeString(folder.resolve("report.md"), text.append('\n'), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        System.out.println(text);
    }
}
