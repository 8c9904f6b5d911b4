package id.lindungdesa.reporting;

import id.lindungdesa.calendar.DateWords;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.Locale;
import java.util.Properties;
import java.util.stream.Collectors;

/** Steps, transfers and accounts in the words of whoever audits them. */
final class TraceWords {

    private static final Properties WORDS = read();

    private TraceWords() {}

    static String step(String step, String outcome) {
        return "%s: %s".formatted(word("step", step), word("outcome", outcome));
    }

    /** A code of that kind in words; a code that has none stays readable. */
    static String word(String kind, String code) {
        return WORDS.getProperty(kind + "." + code, plain(code));
    }

    static boolean knows(String kind, String code) {
        return WORDS.containsKey(kind + "." + code);
    }

    /** A line of a benefit; months and differences say so. */
    static String paid(String kind, String code) {
        return word("component", code) + (kind.equals("BENEFIT") ? "" : " (" + word("kind", kind) + ")");
    }

    /** SURAT_PERMOHONAN: Surat permohonan. */
    static String plain(String code) {
        String text = code.toLowerCase(Locale.ROOT).replace('_', ' ');
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }

    /** muara-bungo: Muara Bungo. */
    static String branch(String area) {
        return Arrays.stream(area.split("-")).map(TraceWords::plain).collect(Collectors.joining(" "));
    }

    /** An account of the books by who holds it; ids of cases stay out, for the case is what is looked at. */
    static String account(String path) {
        String[] part = path.split("/");
        return switch (part[0]) {
            case "province" -> (part[2].equals("budget") ? "Anggaran provinsi " : "Kas daerah provinsi ") + part[1];
            case "regency" -> "Kas daerah kabupaten/kota " + part[1];
            case "village" -> "Kas desa " + part[1] + (part[2].equals("premium") ? ", bagian premi" : "");
            case "insurer" -> insurer(part);
            case "claim" -> switch (part[2]) {
                case "overpaid" -> "Tagihan kepada penerima " + part[3];
                case "penalty" -> "Denda untuk penerima " + part[3];
                default -> "Penerima " + part[3];
            };
            default -> part.length > 2 ? "Tagihan kepada wali" : "Anak penerima beasiswa";
        };
    }

    private static String insurer(String[] part) {
        return switch (part[1]) {
            case "incoming" -> "BPJS, premi masuk";
            case "premium" -> "BPJS, premi " + DateWords.month(YearMonth.parse(part[2]));
            case "benefit" -> "BPJS, dana manfaat " + part[2].toUpperCase(Locale.ROOT);
            case "returned" -> "BPJS, transfer kembali " + part[2].toUpperCase(Locale.ROOT);
            default -> "BPJS, dana operasional";
        };
    }

    private static Properties read() {
        try (Reader in = new InputStreamReader(TraceWords.class.getResourceAsStream("/trace/words.properties"), StandardCharsets.UTF_8)) {
            Properties words = new Properties();
            words.load(in);
            return words;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
