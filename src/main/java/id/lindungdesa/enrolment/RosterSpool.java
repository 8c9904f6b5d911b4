package id.lindungdesa.enrolment;

import id.lindungdesa.refusal.Refusal;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HexFormat;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Where a large list lies between its arrival and its end, and not a moment longer: it is full of personal data. */
@Component
class RosterSpool {

    private static final Duration KEPT = Duration.ofDays(1);

    private final Path folder;

    RosterSpool(@Value("${lindungdesa.data}") Path data) {
        this.folder = data.toAbsolutePath().resolve("spool");
    }

    record Spooled(String sha256, long bytes) {}

    /** Writes the stream down whole, or leaves nothing behind. */
    Spooled write(UUID id, InputStream in) {
        Path draft = folder.resolve(id + ".part");
        try {
            Files.createDirectories(folder);
            MessageDigest hash = MessageDigest.getInstance("SHA-256");
            long bytes;
            try (OutputStream out = Files.newOutputStream(draft)) {
                bytes = new DigestInputStream(new LimitedStream(in), hash).transferTo(out);
            }
            if (bytes == 0) {
                throw Refusal.invalid("TABLE_EMPTY", "Berkas kosong.");
            }
            Files.move(draft, file(id), StandardCopyOption.ATOMIC_MOVE);
            return new Spooled(HexFormat.of().formatHex(hash.digest()), bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        } finally {
            delete(draft);
        }
    }

    boolean has(UUID id) {
        return Files.exists(file(id));
    }

    InputStream open(UUID id) throws IOException {
        return Files.newInputStream(file(id));
    }

    void delete(UUID id) {
        delete(file(id));
    }

    /** Deletes what lies here for more than a day and belongs to no waiting job: its upload or its node was cut off. */
    void forgetAbandoned(Collection<UUID> waiting) {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> files = Files.list(folder)) {
            Instant limit = diskTime().minus(KEPT);
            for (Path file : (Iterable<Path>) files::iterator) {
                boolean expected = waiting.stream().anyMatch(id -> file.equals(file(id)));
                if (!expected && Files.getLastModifiedTime(file).toInstant().isBefore(limit)) {
                    delete(file);
                }
            }
        } catch (NoSuchFileException e) {
            // another node was faster; the rest goes tomorrow
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** By the clock that dates the files, which the application's is not. */
    private Instant diskTime() throws IOException {
        Path now = Files.createFile(folder.resolve(UUID.randomUUID() + ".now"));
        try {
            return Files.getLastModifiedTime(now).toInstant();
        } finally {
            delete(now);
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path file(UUID id) {
        return folder.resolve(id + ".roster");
    }
}
