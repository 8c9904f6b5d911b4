package id.lindungdesa.document;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Contents under their hash, {@code ab/cd/abcd…}: written aside, forced to disk, moved to their place in one step and
 * read back. What stands there is whole; several nodes share one such folder.
 */
final class ContentStore {

    /** A content that is written but not yet in its place. */
    record Draft(Path file, long bytes, String sha256) {}

    /** More came than the limit allows. */
    static final class TooLarge extends IOException {}

    private final Path folder;

    ContentStore(Path folder) {
        this.folder = folder;
    }

    Draft write(InputStream in, long limit) throws IOException {
        Path aside = incoming().resolve(UUID.randomUUID().toString());
        MessageDigest hash = sha256();
        long bytes = 0;
        try (OutputStream out = Files.newOutputStream(aside, StandardOpenOption.CREATE_NEW)) {
            byte[] chunk = new byte[1 << 16];
            for (int n = in.read(chunk); n >= 0; n = in.read(chunk)) {
                bytes += n;
                if (bytes > limit) {
                    throw new TooLarge();
                }
                hash.update(chunk, 0, n);
                out.write(chunk, 0, n);
            }
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(aside);
            throw e;
        }
        return new Draft(aside, bytes, HexFormat.of().formatHex(hash.digest()));
    }

    /** Puts a draft in its place, for good: after this it survives a loss of power. */
    void keep(Draft draft) throws IOException {
        try (FileChannel channel = FileChannel.open(draft.file(), StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        Path place = place(draft.sha256());
        Files.createDirectories(place.getParent());
        Files.move(draft.file(), place, StandardCopyOption.ATOMIC_MOVE);
        force(place.getParent());
        force(place.getParent().getParent());
        force(folder);
        if (!whole(draft.sha256(), draft.bytes())) {
            throw new IOException("content %s differs after it was written".formatted(draft.sha256()));
        }
    }

    void discard(Draft draft) throws IOException {
        Files.deleteIfExists(draft.file());
    }

    InputStream open(String sha256) throws IOException {
        return Files.newInputStream(place(sha256));
    }

    /** Reads the content through: is it there, of that length, and does it still have its hash? */
    boolean whole(String sha256, long bytes) throws IOException {
        Path place = place(sha256);
        if (!Files.isRegularFile(place) || Files.size(place) != bytes) {
            return false;
        }
        MessageDigest hash = sha256();
        try (InputStream in = new DigestInputStream(Files.newInputStream(place), hash)) {
            in.transferTo(OutputStream.nullOutputStream());
        }
        return HexFormat.of().formatHex(hash.digest()).equals(sha256);
    }

    boolean hasRoomFor(long bytes) {
        try {
            Path incoming = incoming();
            return Files.isWritable(incoming) && Files.getFileStore(incoming).getUsableSpace() > bytes;
        } catch (IOException e) {
            return false;
        }
    }

    /** Deletes drafts of more than a day ago by the disk's own time, which the application's clock is not. */
    void forgetAbandoned() throws IOException {
        Instant limit = aDayAgo();
        try (Stream<Path> drafts = Files.list(incoming())) {
            for (Path draft : (Iterable<Path>) drafts::iterator) {
                if (Files.getLastModifiedTime(draft).toInstant().isBefore(limit)) {
                    Files.deleteIfExists(draft);
                }
            }
        } catch (NoSuchFileException e) {
            // another node was faster, or the upload came to its end; the rest goes tomorrow
        }
    }

    /**
     * Deletes a content that no document has any more. It is first taken aside and then looked at: an upload of the same
     * content that came in between has put a new file in its place, or ours is that new one and goes back.
     */
    boolean forget(String sha256) throws IOException {
        Path aside = incoming().resolve(UUID.randomUUID().toString());
        try {
            Files.move(place(sha256), aside, StandardCopyOption.ATOMIC_MOVE);
        } catch (NoSuchFileException e) {
            return false;
        }
        if (!Files.getLastModifiedTime(aside).toInstant().isBefore(aDayAgo())) {
            Files.move(aside, place(sha256), StandardCopyOption.ATOMIC_MOVE);
            return false;
        }
        Files.delete(aside);
        return true;
    }

    private Instant aDayAgo() throws IOException {
        Path now = Files.createFile(incoming().resolve(UUID.randomUUID().toString()));
        try {
            return Files.getLastModifiedTime(now).toInstant().minus(Duration.ofDays(1));
        } finally {
            Files.delete(now);
        }
    }

    private Path incoming() throws IOException {
        return Files.createDirectories(folder.resolve("incoming"));
    }

    private Path place(String sha256) {
        return folder.resolve(sha256.substring(0, 2)).resolve(sha256.substring(2, 4)).resolve(sha256);
    }

    /** Forces a folder's entries to disk where the system lets a folder be opened; Windows does not and needs it not. */
    private static void force(Path folder) {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException e) {
            // see above
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
