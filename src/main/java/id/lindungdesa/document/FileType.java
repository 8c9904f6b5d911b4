package id.lindungdesa.document;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.ZipFile;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.mime.MediaType;
import org.apache.tika.mime.MimeTypes;

/** The types of files that are accepted, told by their content; the name must agree. */
enum FileType {

    PDF("application/pdf", "application/pdf", null, "pdf"),
    JPEG("image/jpeg", "image/jpeg", null, "jpg", "jpeg"),
    PNG("image/png", "image/png", null, "png"),
    WORD("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "application/zip",
            "word/document.xml", "docx"),
    EXCEL("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "application/zip",
            "xl/workbook.xml", "xlsx");

    private static final String MACROS = "vbaProject.bin";

    private final String mediaType;
    private final String container;
    private final String part;
    private final List<String> extensions;

    FileType(String mediaType, String container, String part, String... extensions) {
        this.mediaType = mediaType;
        this.container = container;
        this.part = part;
        this.extensions = List.of(extensions);
    }

    String mediaType() {
        return mediaType;
    }

    /** The type that a file name claims. */
    static Optional<FileType> claimedBy(String fileName) {
        int dot = fileName.lastIndexOf('.');
        if (dot < 0) {
            return Optional.empty();
        }
        String extension = fileName.substring(dot + 1).toLowerCase(Locale.ROOT);
        return Arrays.stream(values()).filter(type -> type.extensions.contains(extension)).findFirst();
    }

    /** Whether the content of the file is of this type. */
    boolean describes(Path file) throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            MediaType found = MimeTypes.getDefaultMimeTypes().detect(in, new Metadata());
            if (!found.toString().equals(container) && !found.toString().equals("application/x-tika-ooxml")) {
                return false;
            }
        }
        return part == null || holdsPart(file);
    }

    /** An office document is a zip with certain parts; one with macros is not accepted under any name. */
    private boolean holdsPart(Path file) {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            return zip.getEntry("[Content_Types].xml") != null && zip.getEntry(part) != null
                    && zip.stream().noneMatch(entry -> entry.getName().endsWith(MACROS));
        } catch (IOException e) {
            return false;
        }
    }
}
