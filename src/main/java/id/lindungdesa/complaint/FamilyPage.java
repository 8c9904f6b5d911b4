package id.lindungdesa.complaint;

import id.lindungdesa.calendar.DateWords;
import id.lindungdesa.complaint.FamilyComplaints.Asked;
import id.lindungdesa.complaint.FamilyComplaints.Typed;
import id.lindungdesa.refusal.Finding;
import id.lindungdesa.refusal.Refusal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.core.io.ClassPathResource;
import org.springframework.web.util.HtmlUtils;

/** What a family reads that complains with its letter in hand. The wording is in {@code complaint/page.html}. */
final class FamilyPage {

    private static final String PARTS = read();

    private final String body;

    private FamilyPage(String body) {
        this.body = body;
    }

    static FamilyPage form(String code, Asked asked, Typed typed, Refusal refusal) {
        Typed kept = typed == null ? new Typed("", "", "", "", "", "") : typed;
        Map<String, String> values = new HashMap<>();
        values.put("code", code);
        values.put("claim", asked.claimNumber());
        values.put("text", kept.text());
        values.put("name", kept.name());
        values.put("phone", kept.phone());
        values.put("relation", kept.relation());
        values.put("email", kept.email());
        String subjects = asked.subjects().stream().map(subject -> "<option value=\"%s\"%s>%s</option>".formatted(subject.name(),
                subject.name().equals(kept.subject()) ? " selected" : "", HtmlUtils.htmlEscape(subject.label()))).collect(Collectors.joining());
        String faults = refusal == null ? "" : "<div class=\"bad\" role=\"alert\"><p><strong>Belum terkirim.</strong></p><ul>%s</ul></div>"
                .formatted(refusal.findings().stream().map(Finding::message).map(FamilyPage::item).collect(Collectors.joining()));
        return new FamilyPage(filled("form", values).replace("<!-- subjects -->", subjects).replace("<!-- faults -->", faults));
    }

    static FamilyPage done(Complaint complaint) {
        return new FamilyPage(filled("done", Map.of("number", complaint.number(), "due", DateWords.day(complaint.dueOn()))));
    }

    static FamilyPage refused(Refusal refusal) {
        return new FamilyPage(filled("refused", Map.of("message", refusal.getMessage())));
    }

    String html(String nonce) {
        return part("frame").replace("{nonce}", nonce).replace("{body}", body);
    }

    private static String item(String text) {
        return "<li>%s</li>".formatted(HtmlUtils.htmlEscape(text));
    }

    /** One pass over the names, so that nothing a family types is taken for one. */
    private static String filled(String name, Map<String, String> values) {
        return Pattern.compile("\\{(\\w+)}").matcher(part(name)).replaceAll(match -> Matcher.quoteReplacement(
                HtmlUtils.htmlEscape(values.get(match.group(1)) == null ? "" : values.get(match.group(1)))));
    }

    private static String part(String name) {
        String begin = "<!-- part " + name + " -->\n";
        int from = PARTS.indexOf(begin);
        int to = PARTS.indexOf("<!-- part ", from + 1);
        return PARTS.substring(from + begin.length(), to < 0 ? PARTS.length() : to);
    }

    private static String read() {
        try {
            return new ClassPathResource("complaint/page.html").getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
