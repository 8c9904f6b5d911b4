package id.lindungdesa;

import id.lindungdesa.workflow.FormParts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Models, decisions, forms and Java sources as they lie in the project, each text under its file name. */
record ModelFiles(Map<String, String> processes, Map<String, String> decisions, Map<String, String> forms,
                  Map<String, String> sources) {

    static ModelFiles ofTheProject() {
        return new ModelFiles(read("processes", ".bpmn"), read("processes", ".dmn"), wholeForms(),
                read("src/main/java", ".java"));
    }

    /** With the parts that they share, as the browser gets them. */
    private static Map<String, String> wholeForms() {
        Map<String, String> all = read("forms", ".html");
        Map<String, String> whole = new TreeMap<>();
        all.keySet().stream().filter(name -> !name.startsWith(PARTS)).forEach(name ->
                whole.put(name, FormParts.whole(all.get(name), part -> Objects.requireNonNull(all.get(PARTS + part + ".html"), name + " names no part " + part))));
        return whole;
    }

    /** Whether that string is written in Java somewhere. */
    boolean namedInJava(String literal) {
        return sources.values().stream().anyMatch(source -> source.contains('"' + literal + '"'));
    }

    private static final String PARTS = "parts/";
    private static final Pattern BINARY = Pattern.compile("\\.(ttf|ico|png)$");

    static Map<String, String> read(String folder, String ending) {
        Map<String, String> texts = new TreeMap<>();
        if (!Files.isDirectory(Path.of(folder))) {
            return texts;
        }
        try (Stream<Path> files = Files.walk(Path.of(folder))) {
            for (Path file : files.filter(f -> Files.isRegularFile(f) && f.toString().endsWith(ending) && !BINARY.matcher(f.toString()).find()).toList()) {
                texts.put(Path.of(folder).relativize(file).toString().replace('\\', '/'), Files.readString(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return texts;
    }
}
