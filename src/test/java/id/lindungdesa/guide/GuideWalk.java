package id.lindungdesa.guide;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ScreenshotAnimations;
import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;

/**
 * Walks one guide: remembers what stood on the screens that were shown, and at its end holds the page to it. Pictures are
 * written with {@code -Dguides.write=true} only; whether they are the ones that the page shows is asked every time.
 */
final class GuideWalk {

    private static final boolean WRITE = Boolean.getBoolean("guides.write");
    /** What the engine's pages show while a text is missing: {@code DUE_DATE}. */
    private static final Pattern KEY = Pattern.compile("\\b[A-Z]{3,}(_[A-Z]{2,})+\\b");
    private static final int COLOURS = 48;
    private static final String TEXTS = """
            () => [document.body.innerText, ...[...document.querySelectorAll('option, button, a, th, label, [placeholder], [aria-label], [title], input[type=submit]')]
                .filter(e => (e.closest('select') || e).checkVisibility())
                .flatMap(e => [e.matches('option, button, a, th, label') ? e.textContent : '', e.placeholder, e.getAttribute('aria-label'), e.title, e.type === 'submit' ? e.value : ''])].join('\\n')""";

    private final Guide guide;
    private final StringBuilder seen = new StringBuilder();
    private final Set<String> taken = new LinkedHashSet<>();

    GuideWalk(String guide) {
        this.guide = Guide.of(guide);
    }

    /** Reads what stands there now. */
    GuideWalk sees(Page page) {
        seen.append('\n').append(page.evaluate(TEXTS).toString().replaceAll("\\s+", " "));
        return this;
    }

    /** And what the other walk saw so far. */
    GuideWalk seesLike(GuideWalk other) {
        seen.append(other.seen);
        return this;
    }

    GuideWalk picture(Page page, String name) {
        sees(page);
        taken.add("gambar/" + name + ".png");
        if (WRITE) {
            write(name, page.screenshot(new Page.ScreenshotOptions().setAnimations(ScreenshotAnimations.DISABLED)));
        }
        return this;
    }

    /** Of a part of the page alone. */
    GuideWalk picture(Page page, Locator part, String name) {
        sees(page);
        taken.add("gambar/" + name + ".png");
        if (WRITE) {
            write(name, part.screenshot(new Locator.ScreenshotOptions().setAnimations(ScreenshotAnimations.DISABLED)));
        }
        return this;
    }

    void holds() {
        String screens = seen.toString().toLowerCase(Locale.ROOT);
        List<String> missing = guide.walked().stream().filter(label -> !standsIn(screens, label)).toList();
        assertThat(KEY.matcher(seen).results().map(MatchResult::group).distinct().toList()).as("keys in place of words, in the walk of " + guide.name()).isEmpty();
        assertThat(missing).as(guide.name() + " prints in bold what no screen of its walk shows").isEmpty();
        assertThat(guide.pictures()).as("pictures of " + guide.name()).isEqualTo(taken);
    }

    private static boolean standsIn(String screens, String label) {
        String pattern = Pattern.quote(ScreenWords.plain(label).toLowerCase(Locale.ROOT)).replace("…", "\\E.{1,40}?\\Q");
        return Pattern.compile("(?<!\\p{L})" + pattern + "(?!\\p{L})").matcher(screens).find();
    }

    private static void write(String name, byte[] png) {
        try {
            Path file = Guide.PICTURES.resolve(name + ".png");
            Files.createDirectories(file.getParent());
            ImageIO.write(few(ImageIO.read(new ByteArrayInputStream(png))), "png", file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same in its most frequent colours: a screen has few, and takes a third of the room so. */
    private static BufferedImage few(BufferedImage full) {
        int[] pixels = full.getRGB(0, 0, full.getWidth(), full.getHeight(), null, 0, full.getWidth());
        int[] palette = IntStream.of(pixels).boxed().collect(Collectors.groupingBy(Function.identity(), Collectors.counting()))
                .entrySet().stream().sorted(Map.Entry.<Integer, Long>comparingByValue(Comparator.reverseOrder()).thenComparing(Map.Entry.comparingByKey()))
                .limit(COLOURS).mapToInt(Map.Entry::getKey).toArray();
        BufferedImage small = new BufferedImage(full.getWidth(), full.getHeight(), BufferedImage.TYPE_BYTE_INDEXED,
                new IndexColorModel(8, palette.length, palette, 0, false, -1, java.awt.image.DataBuffer.TYPE_BYTE));
        Map<Integer, Integer> nearest = new HashMap<>();
        for (int i = 0; i < pixels.length; i++) {
            int index = nearest.computeIfAbsent(pixels[i], colour -> nearest(palette, colour));
            small.getRaster().setSample(i % full.getWidth(), i / full.getWidth(), 0, index);
        }
        return small;
    }

    private static int nearest(int[] palette, int colour) {
        return IntStream.range(0, palette.length).boxed().min(Comparator.comparingInt(i -> distance(palette[i], colour))).orElseThrow();
    }

    private static int distance(int one, int other) {
        return IntStream.of(0, 8, 16).map(shift -> (one >> shift & 255) - (other >> shift & 255)).map(by -> by * by).sum();
    }
}
