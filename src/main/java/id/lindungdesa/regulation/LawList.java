package id.lindungdesa.regulation;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The law that forms, rules and letters cite, from {@code law/articles.txt}: what an article says in one sentence of ours,
 * and how sure we are. Finds the articles in a legal basis as people write it: "PP 44/2015 Pasal 37 dan 40 ayat (4): denda".
 */
final class LawList {

    /** How far the sentence was held against the text of the law. */
    enum Certainty {
        V("Diperiksa pada naskah atau kutipannya"),
        K("Diketahui umum, naskahnya belum diperiksa"),
        U("Belum pasti, tanyakan kepada Biro Hukum");

        private final String label;

        Certainty(String label) {
            this.label = label;
        }

        String label() {
            return label;
        }
    }

    /** One article of a regulation, or with the article {@code -} the regulation as a whole. */
    record Law(String regulation, String title, String article, Certainty certainty, String sentence) {

        String name() {
            return article.equals("-") ? regulation
                    : regulation + (Character.isDigit(article.charAt(0)) ? " Pasal " : " ") + article;
        }
    }

    private static final Map<String, String> LONG_NAMES = Map.of(
            "Undang-Undang Nomor (\\d+) Tahun (\\d+)", "UU $1/$2",
            "Peraturan Pemerintah Nomor (\\d+) Tahun (\\d+)", "PP $1/$2",
            "Peraturan Gubernur Jambi Nomor (\\d+) Tahun (\\d+)", "Pergub Jambi $1/$2",
            "Peraturan Menteri Ketenagakerjaan Nomor (\\d+) Tahun (\\d+)", "Permenaker $1/$2",
            "Peraturan Menteri Dalam Negeri Nomor (\\d+) Tahun (\\d+)", "Permendagri $1/$2",
            "Peraturan Direksi BPJS Ketenagakerjaan (?:Nomor )?(\\d+)/", "Perdir BPJS Ketenagakerjaan $1/");
    private static final Pattern ARTICLES = Pattern.compile(
            "[Pp]asal (\\d{1,4}[A-Z]?)(?:[-–](\\d{1,4}))?(?:[^;:,\\d]*(?:\\([^)]*\\)[^;:,\\d]*)*? dan (?:[Pp]asal )?(\\d+[A-Z]?)(?![\\w.]| hari| jam| bulan| tahun| x))?|(Lampiran [IVX]+)");

    private final List<Law> all;

    private LawList(List<Law> all) {
        this.all = List.copyOf(all);
    }

    static LawList read() {
        try (InputStream in = LawList.class.getResourceAsStream("/law/articles.txt")) {
            return of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static LawList of(String text) {
        List<Law> found = new ArrayList<>();
        String[] regulation = null;
        for (String line : text.lines().map(String::strip).filter(one -> !one.isEmpty() && !one.startsWith("#")).toList()) {
            if (line.contains(" = ")) {
                regulation = line.split(" = ", 2);
            } else {
                String[] cells = line.split(" \\| ", 3);
                found.add(new Law(regulation[0], regulation[1], cells[0], Certainty.valueOf(cells[1]), cells[2]));
            }
        }
        return new LawList(found);
    }

    List<Law> all() {
        return all;
    }

    /** The articles that a legal basis names, in its order; of a regulation without an article that we know, the whole. */
    List<Law> citedIn(String basis) {
        String text = basis;
        for (Map.Entry<String, String> name : LONG_NAMES.entrySet()) {
            text = text.replaceAll(name.getKey(), name.getValue());
        }
        List<Place> places = places(text);
        Set<Law> cited = new LinkedHashSet<>();
        for (int i = 0; i < places.size(); i++) {
            String regulation = places.get(i).regulation();
            String about = text.substring(places.get(i).end(), i + 1 < places.size() ? places.get(i + 1).start() : text.length());
            List<Law> named = ARTICLES.matcher(about).results().flatMap(LawList::groups).flatMap(article -> find(regulation, article)).toList();
            cited.addAll(named.isEmpty() ? find(regulation, "-").toList() : named);
        }
        return List.copyOf(cited);
    }

    private record Place(String regulation, int start, int end) {}

    private List<Place> places(String text) {
        return all.stream().map(Law::regulation).distinct()
                .flatMap(name -> Pattern.compile(Pattern.quote(name) + "(?!\\d)").matcher(text).results()
                        .map(at -> new Place(name, at.start(), at.end())))
                .sorted(Comparator.comparing(Place::start)).toList();
    }

    /** Each article of "Pasal 37", "Pasal 37 dan 40", "Pasal 48-50" or "Lampiran III". */
    private static Stream<String> groups(MatchResult match) {
        Stream<String> between = match.group(2) == null || !match.group(1).matches("\\d+") ? Stream.empty()
                : IntStream.rangeClosed(Integer.parseInt(match.group(1)) + 1, Math.min(Integer.parseInt(match.group(2)),
                        Integer.parseInt(match.group(1)) + 20)).mapToObj(String::valueOf);
        return Stream.of(Stream.ofNullable(match.group(1)), between, Stream.ofNullable(match.group(3)), Stream.ofNullable(match.group(4)))
                .flatMap(articles -> articles);
    }

    private Stream<Law> find(String regulation, String article) {
        return all.stream().filter(law -> law.regulation().equals(regulation) && law.article().equals(article));
    }
}
