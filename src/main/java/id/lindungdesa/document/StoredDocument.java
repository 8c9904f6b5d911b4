package id.lindungdesa.document;

import java.time.Instant;
import java.util.UUID;

/** A file that is safely kept. The kind is its place in a checklist; the hash is SHA-256 of the content, in hex. */
public record StoredDocument(UUID id, String kind, String fileName, String mediaType, long bytes, String sha256,
                             String uploadedBy, Instant uploadedAt) {}
