package id.lindungdesa.regulation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.lindungdesa.refusal.Finding;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The JSON of a decree, read field by field so that every faulty one is told at once. In a correction a field that is left
 * out stays as it was.
 */
final class DecreeBody {

    private static final Set<String> FIELDS = Set.of("number", "title", "province", "fiscalYear", "edition", "ceiling",
            "tranchePercents", "premiumSharePercent", "workersPerVillage", "monthsOfCover", "articles");
    private static final Set<String> ARTICLE_FIELDS = Set.of("regulation", "article", "text");

    private final List<Finding> faults = new ArrayList<>();
    private final JsonNode body;
    private final Optional<DecreeDraft> before;
    private final DecreeDraft draft;

    private DecreeBody(byte[] json, ObjectMapper mapper, Optional<DecreeDraft> before) {
        this.body = parsed(json, mapper);
        this.before = before;
        this.draft = read();
    }

    static DecreeBody read(byte[] json, ObjectMapper mapper, Optional<DecreeDraft> before) {
        return new DecreeBody(json, mapper, before);
    }

    /** What could be read. */
    DecreeDraft draft() {
        return draft;
    }

    List<Finding> faults() {
        return List.copyOf(faults);
    }

    private DecreeDraft read() {
        if (body == null || !body.isObject()) {
            faults.add(Finding.at("/", "decree", "JSON_UNREADABLE",
                    "Bagian \"decree\" harus berisi satu objek JSON yang dapat dibaca."));
        } else {
            body.fieldNames().forEachRemaining(name -> {
                if (!FIELDS.contains(name)) {
                    fault(name, "FIELD_UNKNOWN", "Isian \"%s\" tidak dikenal.".formatted(name.length() > 40 ? name.substring(0, 40) : name));
                }
            });
        }
        return new DecreeDraft(text("number", before.map(DecreeDraft::number)), text("title", before.map(DecreeDraft::title)),
                text("province", before.map(DecreeDraft::province)),
                number("fiscalYear", before.map(DecreeDraft::fiscalYear)), number("edition", before.map(DecreeDraft::edition)),
                whole("ceiling", before.map(DecreeDraft::ceiling)), tranches(),
                number("premiumSharePercent", before.map(DecreeDraft::premiumSharePercent)),
                number("workersPerVillage", before.map(DecreeDraft::workersPerVillage)),
                number("monthsOfCover", before.map(DecreeDraft::monthsOfCover)), articles());
    }

    private String text(String field, Optional<String> otherwise) {
        JsonNode node = present(field, otherwise.isPresent());
        return node == null ? otherwise.orElse(null) : text(node, "/" + field, field);
    }

    private String text(JsonNode node, String pointer, String field) {
        if (!node.isTextual()) {
            faults.add(Finding.at(pointer, field, "NOT_TEXT", "Isian ini harus berupa teks dalam tanda kutip."));
            return null;
        }
        String text = node.textValue().strip();
        if (text.chars().anyMatch(c -> Character.isISOControl(c) && c != '\n' && c != '\t')) {
            faults.add(Finding.at(pointer, field, "CONTROL_CHARACTER", "Ada karakter kendali yang tidak boleh dipakai."));
            return null;
        }
        return text;
    }

    private int number(String field, Optional<Integer> otherwise) {
        long whole = whole(field, otherwise.map(Integer::longValue));
        if (whole != (int) whole) {
            fault(field, "NUMBER_TOO_LARGE", "Angka ini terlalu besar.");
            return 0;
        }
        return (int) whole;
    }

    private long whole(String field, Optional<Long> otherwise) {
        JsonNode node = present(field, otherwise.isPresent());
        return node == null ? otherwise.orElse(0L) : whole(node, "/" + field, field);
    }

    private long whole(JsonNode node, String pointer, String field) {
        if (!node.isIntegralNumber() || !node.canConvertToLong()) {
            faults.add(Finding.at(pointer, field, "NOT_WHOLE_NUMBER",
                    "Isian ini harus berupa angka bulat tanpa tanda kutip, titik atau desimal, misalnya 100000000."));
            return 0;
        }
        return node.longValue();
    }

    private List<Integer> tranches() {
        JsonNode node = present("tranchePercents", before.isPresent());
        if (node == null) {
            return before.map(DecreeDraft::tranchePercents).orElse(List.of());
        }
        List<Integer> percents = new ArrayList<>();
        if (!node.isArray()) {
            fault("tranchePercents", "NOT_A_LIST", "Isian ini harus berupa daftar angka, misalnya [30, 70].");
        }
        for (int i = 0; i < node.size() && node.isArray(); i++) {
            long percent = whole(node.get(i), "/tranchePercents/" + i, "tranchePercents");
            percents.add(percent < 0 || percent > 100 ? -1 : (int) percent);
        }
        return percents;
    }

    private List<Article> articles() {
        JsonNode node = present("articles", before.isPresent());
        if (node == null) {
            return before.map(DecreeDraft::articles).orElse(List.of());
        }
        List<Article> articles = new ArrayList<>();
        if (!node.isArray()) {
            fault("articles", "NOT_A_LIST", "Dasar hukum harus berupa daftar.");
        }
        for (int i = 0; i < node.size() && node.isArray(); i++) {
            articles.add(article(node.get(i), "/articles/" + i));
        }
        return articles;
    }

    private Article article(JsonNode node, String pointer) {
        if (!node.isObject()) {
            faults.add(Finding.at(pointer, "articles", "NOT_AN_OBJECT",
                    "Dasar hukum ditulis sebagai {\"regulation\", \"article\", \"text\"}."));
            return new Article(null, null, "");
        }
        node.fieldNames().forEachRemaining(name -> {
            if (!ARTICLE_FIELDS.contains(name)) {
                faults.add(Finding.at(pointer, "articles", "FIELD_UNKNOWN", "Dasar hukum memuat isian yang tidak dikenal."));
            }
        });
        return new Article(part(node, "regulation", pointer), part(node, "article", pointer),
                Optional.ofNullable(part(node, "text", pointer)).orElse(""));
    }

    private String part(JsonNode article, String name, String pointer) {
        JsonNode node = article.get(name);
        return node == null || node.isNull() ? null : text(node, pointer + "/" + name, "articles");
    }

    private JsonNode present(String field, boolean optional) {
        if (body == null || !body.isObject()) {
            return null;
        }
        JsonNode node = body.get(field);
        if (node == null || node.isNull()) {
            if (!optional) {
                fault(field, "FIELD_REQUIRED", "Isian \"%s\" wajib diisi.".formatted(field));
            }
            return null;
        }
        return node;
    }

    private void fault(String field, String code, String message) {
        faults.add(Finding.at("/" + field, field, code, message));
    }

    private static JsonNode parsed(byte[] json, ObjectMapper mapper) {
        try {
            return mapper.readTree(json);
        } catch (IOException e) {
            return null;
        }
    }
}
