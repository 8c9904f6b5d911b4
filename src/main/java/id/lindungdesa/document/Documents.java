package id.lindungdesa.document;

import id.lindungdesa.document.ContentStore.Draft;
import id.lindungdesa.identity.CurrentUser;
import id.lindungdesa.identity.Official;
import id.lindungdesa.refusal.Finding;
import id.lindungdesa.refusal.Refusal;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Stores files and gives them back. A document that has an id is on disk, whole, and what its name says. */
@Service
public class Documents {

    private static final Logger log = LoggerFactory.getLogger(Documents.class);
    private static final Pattern KIND = Pattern.compile("[A-Z][A-Z0-9_]{0,39}");

    private final DocumentFiles files;
    private final ContentStore contents;
    private final long limit;
    private final ObjectProvider<DocumentReaders> readers;
    private final CurrentUser currentUser;
    private final Clock clock;

    Documents(DocumentFiles files, ObjectProvider<DocumentReaders> readers, CurrentUser currentUser, Clock clock,
              @Value("${lindungdesa.data}") Path data, @Value("${lindungdesa.document.max-bytes:10485760}") long limit) {
        this.files = files;
        this.readers = readers;
        this.contents = new ContentStore(data.toAbsolutePath().resolve("documents"));
        this.limit = limit;
        this.currentUser = currentUser;
        this.clock = clock;
    }

    /**
     * Stores a file for the current user. Accepted are PDF, JPEG, PNG, DOCX and XLSX without macros.
     *
     * @param fileName as the user named it; a path and odd characters are taken off
     * @param kind its place in a checklist, in capitals: {@code SURAT_PERMOHONAN}
     * @throws Refusal {@code DOCUMENT_KIND_INVALID, DOCUMENT_TYPE_NOT_ALLOWED, DOCUMENT_TYPE_MISMATCH, DOCUMENT_EMPTY,
     *     DOCUMENT_TOO_LARGE}
     */
    public StoredDocument store(InputStream in, String fileName, String kind) {
        return store(in, fileName, kind, currentUser.idOrSystem());
    }

    /** The same for somebody without an account, under whatever name the calling module knows him by. */
    public StoredDocument store(InputStream in, String fileName, String kind, String uploadedBy) {
        if (kind == null || !KIND.matcher(kind).matches()) {
            throw Refusal.invalid("DOCUMENT_KIND_INVALID", "Jenis dokumen ditulis dengan huruf besar, misalnya RAB.");
        }
        String name = FileName.of(fileName);
        FileType type = FileType.claimedBy(name).orElseThrow(() -> Refusal.invalid("DOCUMENT_TYPE_NOT_ALLOWED",
                "Berkas harus berupa PDF, JPG, PNG, DOCX atau XLSX."));
        try {
            Draft draft = contents.write(in, limit);
            try {
                check(draft, type);
                contents.keep(draft);
            } finally {
                contents.discard(draft);
            }
            StoredDocument document = new StoredDocument(UUID.randomUUID(), kind, name, type.mediaType(), draft.bytes(),
                    draft.sha256(), uploadedBy, clock.instant());
            files.add(document);
            return document;
        } catch (ContentStore.TooLarge e) {
            throw tooLarge(limit);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The document of that id, if there is one. */
    public Optional<StoredDocument> find(UUID id) {
        return files.of(List.of(id)).stream().findFirst();
    }

    /** The document of that id. @throws Refusal {@code DOCUMENT_UNKNOWN} */
    public StoredDocument require(UUID id) {
        return requireAll(List.of(id)).get(0);
    }

    /** These documents in this order, once each. @throws Refusal {@code DOCUMENT_UNKNOWN}, naming each that is not there */
    public List<StoredDocument> requireAll(Collection<UUID> ids) {
        List<UUID> wanted = ids.stream().distinct().toList();
        Map<UUID, StoredDocument> found = files.of(wanted).stream()
                .collect(Collectors.toMap(StoredDocument::id, Function.identity()));
        List<Finding> unknown = wanted.stream().filter(id -> !found.containsKey(id)).map(Documents::unknown).toList();
        if (!unknown.isEmpty()) {
            throw Refusal.invalid("DOCUMENT_UNKNOWN", "Dokumen tidak ditemukan. Unggah kembali berkasnya.", unknown);
        }
        return wanted.stream().map(found::get).toList();
    }

    /**
     * These documents, for the current official to attach to a case: his own, or such as he may read.
     *
     * @throws Refusal {@code DOCUMENT_UNKNOWN}, naming each that is somebody else's or not there: he cannot tell which
     */
    public List<StoredDocument> requireForAttaching(Collection<UUID> ids) {
        Official who = currentUser.get();
        List<UUID> wanted = ids.stream().distinct().toList();
        Map<UUID, StoredDocument> found = files.of(wanted).stream().filter(document -> mayRead(document, who))
                .collect(Collectors.toMap(StoredDocument::id, Function.identity()));
        List<Finding> others = wanted.stream().filter(id -> !found.containsKey(id)).map(id -> Finding.at(null, "documents",
                "DOCUMENT_UNKNOWN", "Dokumen %s tidak ada atau bukan unggahan Anda.".formatted(id))).toList();
        if (!others.isEmpty()) {
            throw Refusal.invalid("DOCUMENT_UNKNOWN",
                    "Ada dokumen yang tidak ditemukan atau bukan unggahan Anda. Unggah sendiri berkasnya.", others);
        }
        return wanted.stream().map(found::get).toList();
    }

    /** Whoever stored a document may read it, and whom a module names that has it in one of its cases. */
    boolean mayRead(StoredDocument document, Official who) {
        return document.uploadedBy().equals(who.user())
                || readers.stream().anyMatch(reader -> reader.mayRead(document.id(), who));
    }

    /** The ids in a form's field, {@code "id, id"}; none in an empty one. @throws Refusal {@code DOCUMENT_UNKNOWN} */
    public static List<UUID> ids(String commaSeparated) {
        if (commaSeparated == null || commaSeparated.isBlank()) {
            return List.of();
        }
        return Arrays.stream(commaSeparated.split(",")).map(String::strip).filter(id -> !id.isEmpty())
                .map(Documents::id).distinct().toList();
    }

    /**
     * The content of a document, checked whole before its first byte is given. Who asks must have been asked.
     *
     * @throws Refusal {@code DOCUMENT_DAMAGED} if the file is gone or changed since it was stored
     */
    public InputStream content(StoredDocument document) {
        try {
            if (!contents.whole(document.sha256(), document.bytes())) {
                throw damaged(document);
            }
            return contents.open(document.sha256());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Reads these documents through: what somebody relies on must be there whole.
     *
     * @throws Refusal {@code DOCUMENT_DAMAGED} if one is gone or changed since it was stored
     */
    public void requireWhole(Collection<StoredDocument> relied) {
        try {
            for (StoredDocument document : relied) {
                if (!contents.whole(document.sha256(), document.bytes())) {
                    throw damaged(document);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Refusal damaged(StoredDocument document) {
        log.error("Document {} is missing or changed on disk (content {})", document.id(), document.sha256());
        return Refusal.conflict("DOCUMENT_DAMAGED", "Berkas ini rusak atau hilang dari penyimpanan. Hubungi administrator.");
    }

    /** Reads every content through, for the operator: how many there are, and the hashes of those no longer whole. */
    @Transactional(readOnly = true)
    public Integrity verify() {
        int count = 0;
        List<String> damaged = new ArrayList<>();
        try (Stream<DocumentFiles.Content> all = files.contents()) {
            for (DocumentFiles.Content content : (Iterable<DocumentFiles.Content>) all::iterator) {
                count++;
                if (!contents.whole(content.sha256(), content.bytes())) {
                    damaged.add(content.sha256());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Integrity(count, List.copyOf(damaged));
    }

    /** Whether the folder is there to be written, with room for a file of the greatest size. */
    boolean canStore() {
        return contents.hasRoomFor(limit);
    }

    /** Takes away what uploads left behind that never came to an end. */
    @Scheduled(cron = "0 40 3 * * *", zone = "Asia/Jakarta")
    void forgetAbandoned() {
        try {
            contents.forgetAbandoned();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Deletes the content, for good; false where it was stored anew just now. */
    boolean forget(String sha256) throws IOException {
        return contents.forget(sha256);
    }

    public record Integrity(int contents, List<String> damaged) {}

    static Refusal tooLarge(long limit) {
        return Refusal.invalid("DOCUMENT_TOO_LARGE", "Berkas lebih besar dari %d MB.".formatted(limit >> 20));
    }

    private void check(Draft draft, FileType type) throws IOException {
        if (draft.bytes() == 0) {
            throw Refusal.invalid("DOCUMENT_EMPTY", "Berkas kosong.");
        }
        if (!type.describes(draft.file())) {
            throw Refusal.invalid("DOCUMENT_TYPE_MISMATCH",
                    "Isi berkas tidak sesuai dengan namanya, atau berkas berisi makro.");
        }
    }

    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw Refusal.invalid("DOCUMENT_UNKNOWN", "Dokumen tidak ditemukan. Unggah kembali berkasnya.");
        }
    }

    private static Finding unknown(UUID id) {
        return Finding.at(null, "documents", "DOCUMENT_UNKNOWN", "Dokumen %s tidak ditemukan.".formatted(id));
    }
}
