package id.lindungdesa.regulation;

import id.lindungdesa.regulation.Decrees.Cited;
import id.lindungdesa.regulation.LawList.Law;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.HtmlUtils;

/**
 * What the articles say on which a task rests, a click away from its form: those of a legal basis first, then what the
 * decrees in force cite, then the whole list. A page without a script, for every holder of an office.
 */
@RestController
@Hidden
class LawController {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final MediaType HTML = new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8);
    private static final int LONGEST = 600;
    private static final String PAGE = page();

    private final LawList law = LawList.read();
    private final DecreeRegister decrees;

    LawController(DecreeRegister decrees) {
        this.decrees = decrees;
    }

    @GetMapping(path = "/hukum", produces = MediaType.TEXT_HTML_VALUE)
    ResponseEntity<String> law(@RequestParam(defaultValue = "") String dasar, HttpServletResponse response) {
        byte[] random = new byte[16];
        RANDOM.nextBytes(random);
        String nonce = HexFormat.of().formatHex(random);
        response.setHeader("Content-Security-Policy",
                "default-src 'none'; style-src 'nonce-%s'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'".formatted(nonce));
        return ResponseEntity.ok().contentType(HTML).body(PAGE.replace("{nonce}", nonce).replace("{body}",
                (dasar.isBlank() ? "" : cited(dasar.substring(0, Math.min(dasar.length(), LONGEST)))) + decided() + whole()));
    }

    private String cited(String basis) {
        List<Law> found = law.citedIn(basis);
        return "<h1>Dasar hukum tugas ini</h1>\n<p class=\"basis\">%s</p>\n%s".formatted(text(basis), found.isEmpty()
                ? "<p>Pasal ini belum ada dalam daftar kami. Tanyakan naskahnya kepada Biro Hukum.</p>\n"
                : found.stream().map(one -> "<h2>%s</h2>\n<p class=\"title\">%s</p>\n%s".formatted(text(one.name()), text(one.title()),
                        sentence(one))).collect(Collectors.joining()));
    }

    private String decided() {
        Map<String, List<Cited>> byDecree = decrees.citedInForce().stream().collect(Collectors.groupingBy(
                one -> "%s tentang %s".formatted(one.number(), one.title()), LinkedHashMap::new, Collectors.toList()));
        return byDecree.isEmpty() ? "" : "<h1>Keputusan gubernur yang berlaku</h1>\n" + byDecree.entrySet().stream().map(decree ->
                "<h2>%s</h2>\n<dl>\n%s</dl>\n".formatted(text(decree.getKey()), decree.getValue().stream().map(one ->
                        "<dt>%s</dt><dd>%s</dd>\n".formatted(text(one.regulation() + " " + one.article()),
                                one.text().isBlank() ? "Isinya tidak ditulis dalam keputusan." : text(one.text())))
                        .collect(Collectors.joining()))).collect(Collectors.joining());
    }

    private String whole() {
        Map<String, List<Law>> byRegulation = law.all().stream().collect(Collectors.groupingBy(Law::regulation, LinkedHashMap::new,
                Collectors.toList()));
        return "<h1>Semua peraturan yang dikutip</h1>\n" + byRegulation.values().stream().map(laws ->
                "<details><summary>%s</summary>\n<dl>\n%s</dl></details>\n".formatted(text(laws.get(0).title()), laws.stream().map(one ->
                        "<dt>%s</dt><dd>%s</dd>\n".formatted(text(one.name()), sentence(one))).collect(Collectors.joining())))
                .collect(Collectors.joining());
    }

    private static String sentence(Law law) {
        return "<p>%s</p><p class=\"sure\">%s.</p>\n".formatted(text(law.sentence()), law.certainty().label());
    }

    private static String text(String raw) {
        return HtmlUtils.htmlEscape(raw, "UTF-8");
    }

    private static String page() {
        try (InputStream in = LawController.class.getResourceAsStream("/law/page.html")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
