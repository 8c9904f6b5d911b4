package id.lindungdesa.kill;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How the application is started for a run: its classes in a jar, so that a shared archive of all loaded classes can be
 * made once and halves the time of each restart. Nothing else differs from production.
 */
final class Application {

    static final String ADMIN = "admin";
    static final String PASSWORD = "Rahasia-uji-123";

    private final Children children;
    private final Path folder;
    private final String classPath;
    private final Path archive;
    private final String database;
    private final List<String> settings = new ArrayList<>();

    Application(Children children, Path folder, String database) throws IOException {
        this.children = children;
        this.folder = folder;
        this.database = database;
        this.archive = folder.resolve("application.jsa");
        this.classPath = classPath(folder.resolve("application.jar"));
    }

    private static String classPath(Path jar) throws IOException {
        List<Path> given = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator)).map(Path::of)
                .filter(Files::exists).toList();
        Path classes = given.stream().filter(entry -> Files.isDirectory(entry) && entry.endsWith("classes")).findFirst().orElseThrow();
        try (OutputStream file = Files.newOutputStream(jar); JarOutputStream out = new JarOutputStream(file);
                Stream<Path> all = Files.walk(classes)) {
            for (Path one : (Iterable<Path>) all.sorted()::iterator) {
                String name = classes.relativize(one).toString().replace(File.separatorChar, '/');
                if (!name.isEmpty()) {
                    out.putNextEntry(new JarEntry(Files.isDirectory(one) ? name + "/" : name));
                    if (Files.isRegularFile(one)) {
                        Files.copy(one, out);
                    }
                    out.closeEntry();
                }
            }
        }
        return jar + File.pathSeparator + given.stream().filter(entry -> !Files.isDirectory(entry)).map(Path::toString)
                .collect(Collectors.joining(File.pathSeparator));
    }

    /** A setting for every start from now on, as {@code --name=value}. */
    void set(String name, Object value) {
        settings.add("--" + name + "=" + value);
    }

    /** @param archiving whether this start, at its end, writes the archive that later ones use */
    Process start(String name, int port, Path log, boolean archiving) throws IOException {
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx320m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-XX:-UsePerfData", "-Xshare:auto", "-Xlog:cds=off",
                "-Djava.io.tmpdir=" + Files.createDirectories(folder.resolve("tmp")),
                "-cp", classPath, "id.lindungdesa.LindungDesa", "--server.address=127.0.0.1", "--server.port=" + port,
                "--spring.datasource.url=" + database + "&ApplicationName=" + name, "--lindungdesa.data=" + folder.resolve("data")));
        command.addAll(settings);
        if (archiving) {
            command.add(1, "-XX:ArchiveClassesAtExit=" + archive);
        } else if (Files.exists(archive)) {
            command.add(1, "-XX:SharedArchiveFile=" + archive);
        }
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile())).redirectErrorStream(true);
        builder.environment().put("LINDUNGDESA_ADMIN_USER", ADMIN);
        builder.environment().put("LINDUNGDESA_ADMIN_PASSWORD", PASSWORD);
        return children.start(builder);
    }

    Path data() {
        return folder.resolve("data");
    }

    Node node(String name, int port) {
        return new Node(this, name, port, folder.resolve(name + ".log"));
    }
}
