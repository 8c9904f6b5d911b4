package id.lindungdesa.access;

import id.lindungdesa.identity.Role;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The tables of {@code docs/access.md}: what the page says is what the tests expect. */
final class Matrix {

    private static final Path PAGE = Path.of("docs/access.md");
    private static final Pattern NAME = Pattern.compile("(\\()?`([^`]+)`");

    private final List<String> lines;

    private Matrix(List<String> lines) {
        this.lines = lines;
    }

    static Matrix read() {
        try {
            return new Matrix(Files.readAllLines(PAGE));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A row by the heads of its columns; code marks are taken off all but the roles. */
    record Row(Map<String, String> cells) {

        String get(String column) {
            String cell = cells.get(column);
            if (cell == null) {
                throw new IllegalStateException("no column " + column + " in " + cells);
            }
            return cell.replace("`", "");
        }

        Who who() {
            return Who.of(cells.get("Who"), cells.getOrDefault("Area", "-"));
        }
    }

    /** Whom a row lets in: these roles, where {@code own} only for a case in their area. */
    record Who(boolean anybody, Set<Role> roles, Set<Role> inKelurahan, boolean own) {

        static Who of(String text, String area) {
            if (!area.equals("own") && !area.equals("-")) {
                throw new IllegalStateException("area " + area);
            }
            boolean own = area.equals("own");
            Set<Role> all = EnumSet.allOf(Role.class);
            switch (text) {
                case "anybody":
                    return new Who(true, all, Set.of(), own);
                case "every office":
                    return new Who(false, EnumSet.complementOf(EnumSet.of(Role.MONITOR)), Set.of(), own);
                case "officials":
                    return new Who(false, all.stream().filter(Role::isOfficial).collect(Collectors.toSet()), Set.of(), own);
                case "nobody":
                    return new Who(false, Set.of(), Set.of(), own);
                default:
                    Set<Role> roles = EnumSet.noneOf(Role.class);
                    Set<Role> kelurahan = EnumSet.noneOf(Role.class);
                    Matcher names = NAME.matcher(text);
                    while (names.find()) {
                        (names.group(1) == null ? roles : kelurahan).add(Role.of(names.group(2)).orElseThrow());
                    }
                    if (roles.isEmpty()) {
                        throw new IllegalStateException("who is " + text);
                    }
                    return new Who(false, roles, kelurahan, own);
            }
        }

        boolean includes(Persona persona) {
            return anybody || persona.role() != null && roles.contains(persona.role())
                    && (!own || persona.here() || persona.role().area() == Role.Area.NONE);
        }
    }

    List<Row> table(String heading) {
        int at = lines.indexOf("## " + heading);
        if (at < 0) {
            throw new IllegalStateException("no section " + heading);
        }
        List<Row> rows = new ArrayList<>();
        List<String> columns = null;
        for (String line : lines.subList(at + 1, lines.size())) {
            if (line.startsWith("## ")) {
                break;
            }
            if (!line.startsWith("|") || line.startsWith("|---")) {
                continue;
            }
            List<String> cells = Arrays.stream(line.substring(1, line.lastIndexOf('|')).split("\\|", -1)).map(String::strip).toList();
            if (columns == null) {
                columns = cells;
            } else {
                Map<String, String> row = new LinkedHashMap<>();
                for (int i = 0; i < columns.size(); i++) {
                    row.put(columns.get(i), cells.get(i));
                }
                rows.add(new Row(row));
            }
        }
        if (rows.isEmpty()) {
            throw new IllegalStateException("no rows under " + heading);
        }
        return rows;
    }
}
