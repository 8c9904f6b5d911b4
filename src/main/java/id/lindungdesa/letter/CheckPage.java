package id.lindungdesa.letter;

import id.lindungdesa.calendar.DateWords;
import id.lindungdesa.letter.LetterFiles.Facts;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.web.util.HtmlUtils;

/** What whoever checks a letter reads. */
record CheckPage(String body) {

    /** What comparing a file has shown. */
    enum Compared { NOTHING, SAME, DIFFERENT }

    static CheckPage letter(Facts letter, Compared compared, List<LetterOffer> offers) {
        return new CheckPage(filled("letter", Map.of(
                "number", letter.number(), "title", letter.title(), "issuer", letter.issuer(),
                "day", DateWords.day(letter.issuedAt()),
                "hash", letter.sha256(), "code", LetterCode.shown(letter.code())))
                .replace("<!-- result -->", part(switch (compared) {
                    case NOTHING -> "unasked";
                    case SAME -> "same";
                    case DIFFERENT -> "different";
                })).replace("<!-- offers -->", offers.stream().map(offer -> filled("offer", Map.of("label", offer.label(),
                        "path", offer.path(), "code", LetterCode.shown(letter.code())))).collect(Collectors.joining())));
    }

    static CheckPage question() {
        return new CheckPage(part("question"));
    }

    static CheckPage none() {
        return new CheckPage(part("none") + part("question"));
    }

    static CheckPage wait(Duration window) {
        return new CheckPage(filled("wait", Map.of("minutes", String.valueOf(window.toMinutes()))));
    }

    String html(String nonce) {
        return part("frame").replace("{nonce}", nonce).replace("{body}", body);
    }

    private static String filled(String name, Map<String, String> values) {
        String text = part(name);
        for (Map.Entry<String, String> value : values.entrySet()) {
            text = text.replace("{" + value.getKey() + "}", HtmlUtils.htmlEscape(value.getValue()));
        }
        return text;
    }

    /** A part of {@code letters/check.html}, which has all of them in one place. */
    private static String part(String name) {
        String begin = "<!-- part " + name + " -->\n";
        int from = LetterTemplates.CHECK_PAGE.indexOf(begin);
        int to = LetterTemplates.CHECK_PAGE.indexOf("<!-- part ", from + 1);
        return LetterTemplates.CHECK_PAGE.substring(from + begin.length(), to < 0 ? LetterTemplates.CHECK_PAGE.length() : to);
    }
}
