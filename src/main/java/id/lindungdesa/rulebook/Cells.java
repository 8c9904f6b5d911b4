package id.lindungdesa.rulebook;

import id.lindungdesa.calendar.DateWords;
import id.lindungdesa.rulebook.Condition.Flag;
import id.lindungdesa.rulebook.Condition.Span;
import id.lindungdesa.rulebook.Condition.Texts;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.LongFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Reads and writes the cells of a table in the small part of FEEL that our tables speak: texts, whole numbers, days, yes and
 * no, comparisons and ranges. Whatever else stands in a cell, a function or a name above all, is no cell of ours: an uploaded
 * table would be a program otherwise.
 */
final class Cells {

    /** The day as tables write it, and as modellers write it who do not know that the engine wants a time with it. */
    private static final String DAY = "(?:date and time\\(\\s*\"(\\d{4}-\\d{2}-\\d{2})T00:00:00\"\\s*\\)|date\\(\\s*\"(\\d{4}-\\d{2}-\\d{2})\"\\s*\\))";
    private static final String NUMBER = "(-?\\d{1,15})()";
    private static final Pattern LITERAL = Pattern.compile("\"([^\"\\\\\\p{Cntrl}]{0,500})\"");
    private static final Pattern LITERALS = Pattern.compile("%1$s(?:\\s*,\\s*%1$s)*".formatted(LITERAL.pattern()));

    /** A name of another decision's answer in an output cell. */
    record Reference(String name) {}

    static final class Unreadable extends RuntimeException {
        Unreadable(String message) {
            super(message);
        }
    }

    private Cells() {}

    static Condition condition(String type, String text) {
        String cell = text == null ? "" : text.strip();
        if (cell.isEmpty() || cell.equals("-")) {
            return Condition.ANY;
        }
        return switch (type) {
            case "string" -> texts(cell);
            case "boolean" -> new Flag(flag(cell));
            case "date" -> span(cell, DAY, Cells::day);
            case "integer", "long" -> span(cell, NUMBER, matched -> Long.parseLong(matched[0]));
            default -> throw new Unreadable("jenis kolom %s tidak dikenal".formatted(type));
        };
    }

    private static Texts texts(String cell) {
        if (!LITERALS.matcher(cell).matches()) {
            throw new Unreadable("harus berupa teks dalam tanda kutip, dipisahkan koma");
        }
        Set<String> values = LITERAL.matcher(cell).results().map(literal -> literal.group(1))
                .collect(Collectors.toCollection(LinkedHashSet::new));
        return new Texts(values);
    }

    private static boolean flag(String cell) {
        if (!cell.equals("true") && !cell.equals("false")) {
            throw new Unreadable("harus true atau false");
        }
        return cell.equals("true");
    }

    private interface Number {
        long of(String... matched);
    }

    private static long day(String... matched) {
        try {
            return LocalDate.parse(matched[0] == null ? matched[1] : matched[0]).toEpochDay();
        } catch (DateTimeException e) {
            throw new Unreadable("memuat tanggal yang tidak ada");
        }
    }

    private static Span span(String cell, String value, Number number) {
        Matcher compared = Pattern.compile("(>=|<=|>|<)?\\s*" + value).matcher(cell);
        if (compared.matches()) {
            long bound = number.of(compared.group(2), compared.group(3));
            return switch (compared.group(1) == null ? "" : compared.group(1)) {
                case ">=" -> new Span(bound, Span.OPEN_ABOVE);
                case ">" -> new Span(bound + 1, Span.OPEN_ABOVE);
                case "<" -> new Span(Span.OPEN_BELOW, bound);
                case "<=" -> new Span(Span.OPEN_BELOW, bound + 1);
                default -> new Span(bound, bound + 1);
            };
        }
        Matcher between = Pattern.compile("([\\[\\](])\\s*" + value + "\\s*\\.\\.\\s*" + value + "\\s*([\\[\\])])").matcher(cell);
        if (!between.matches()) {
            throw new Unreadable("harus berupa nilai, perbandingan (>=, >, <, <=) atau rentang [dari..sampai)");
        }
        long from = number.of(between.group(2), between.group(3)) + (between.group(1).equals("[") ? 0 : 1);
        long until = number.of(between.group(4), between.group(5)) + (between.group(6).equals("]") ? 1 : 0);
        if (from >= until) {
            throw new Unreadable("memuat rentang yang kosong: awalnya tidak lebih dulu daripada akhirnya");
        }
        return new Span(from, until);
    }

    /** A text, a whole number, yes or no, or the name of an answer that is there to be named. */
    static Object output(String type, String text, Set<String> names) {
        String cell = text == null ? "" : text.strip();
        if (names.contains(cell)) {
            return new Reference(cell);
        }
        switch (type) {
            case "string" -> {
                Matcher literal = LITERAL.matcher(cell);
                if (!literal.matches()) {
                    throw new Unreadable("harus berupa satu teks dalam tanda kutip");
                }
                return literal.group(1);
            }
            case "boolean" -> {
                return flag(cell);
            }
            case "integer", "long" -> {
                if (!cell.matches("\\d{1,15}")) {
                    throw new Unreadable("harus berupa bilangan bulat tanpa titik, tidak negatif");
                }
                return Long.parseLong(cell);
            }
            default -> throw new Unreadable("jenis kolom %s tidak dikenal".formatted(type));
        }
    }

    static String feel(String type, Condition condition) {
        if (condition instanceof Texts texts) {
            return texts.values().stream().map(Cells::quoted).collect(Collectors.joining(","));
        }
        if (condition instanceof Flag flag) {
            return String.valueOf(flag.value());
        }
        if (!(condition instanceof Span span)) {
            return "-";
        }
        if (span.until() == Span.OPEN_ABOVE) {
            return ">= " + bound(type, span.from());
        }
        if (span.from() == Span.OPEN_BELOW) {
            return "< " + bound(type, span.until());
        }
        return span.until() == span.from() + 1 && !type.equals("date") ? bound(type, span.from())
                : "[%s..%s)".formatted(bound(type, span.from()), bound(type, span.until()));
    }

    static String feel(Object output) {
        return output instanceof Reference reference ? reference.name() : output instanceof String text ? quoted(text)
                : String.valueOf(output);
    }

    private static String quoted(String text) {
        return '"' + text + '"';
    }

    private static String bound(String type, long value) {
        return type.equals("date") ? "date and time(\"%sT00:00:00\")".formatted(LocalDate.ofEpochDay(value)) : String.valueOf(value);
    }

    /** As officials read it. */
    static String words(String type, Condition condition, LongFunction<String> number) {
        if (condition instanceof Flag flag) {
            return flag.value() ? "ya" : "tidak";
        }
        if (!(condition instanceof Span span)) {
            return "semua";
        }
        boolean days = type.equals("date");
        String from = span.from() == Span.OPEN_BELOW ? "" : days ? day(span.from()) : number.apply(span.from());
        String last = span.until() == Span.OPEN_ABOVE ? "" : days ? day(span.until() - 1) : number.apply(span.until() - 1);
        if (last.isEmpty()) {
            return days ? "sejak " + from : from + " atau lebih";
        }
        if (from.isEmpty()) {
            return (days ? "sampai dengan " : "paling banyak ") + last;
        }
        return from.equals(last) ? from : from + " s.d. " + last;
    }

    static String day(long epochDay) {
        return DateWords.day(LocalDate.ofEpochDay(epochDay));
    }

    static String words(Object value) {
        return value instanceof Boolean flag ? flag ? "ya" : "tidak" : value instanceof Reference reference ? "menurut " + reference.name()
                : String.valueOf(value);
    }
}
