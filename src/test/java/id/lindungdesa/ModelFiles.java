package id.lindungdesa;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Models, decisions, forms and Java sources as they lie in the project, each text under its file name. */
record ModelFiles(Map<String, String> processes, Map<String, String> decisions, Map<String, String> forms,
                  Map<String, String> sources) {

    static ModelFiles ofTheProject() {
        return new ModelFiles(read("processes", ".bpmn"), read("processes", ".dmn"), read("forms", ".html"),
                read("src/main/java", ".java"));
    }

    /** Whether that string is written in Java somewhere. */
    boolean namedInJava(String literal) {
        return sources.values().stream().anyMatch(source -> source.contains('"' + literal + '"'));
    }

    static Map<String, String> read(String folder, String ending) {
        Map<String, String> texts = new TreeMap<>();
        if (!Files.isDirectory(Path.of(folder))) {
            return texts;
        }
        try (Stream<Path> files = Files.walk(Path.of(folder))) {
            for (Path file : files.filter(f -> Files.isRegularFile(f) && f.toString().endsWith(ending) && !f.toString().endsWith(".ttf")).toList()) {
                texts.put(Path.of(folder).relativize(file).toString().replace('\\', '/'), Files.readString(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return texts;
    }
}
