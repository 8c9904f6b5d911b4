package id.lindungdesa.document;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What is known of each file, in the database. */
@Repository
class DocumentFiles {

    private final JdbcClient jdbc;

    DocumentFiles(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(StoredDocument document) {
        jdbc.sql("""
                        insert into document_file (id, kind, file_name, media_type, bytes, sha256, uploaded_by, uploaded_at)
                        values (:id, :kind, :fileName, :mediaType, :bytes, :sha256, :uploadedBy, :uploadedAt)
                        """)
                .param("id", document.id())
                .param("kind", document.kind())
                .param("fileName", document.fileName())
                .param("mediaType", document.mediaType())
                .param("bytes", document.bytes())
                .param("sha256", document.sha256())
                .param("uploadedBy", document.uploadedBy())
                .param("uploadedAt", document.uploadedAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    List<StoredDocument> of(Collection<UUID> ids) {
        return jdbc.sql("""
                        select id, kind, file_name, media_type, bytes, sha256, uploaded_by, uploaded_at
                          from document_file where id = any(:ids)
                        """)
                .param("ids", ids.toArray(UUID[]::new)).query(DocumentFiles::document).list();
    }

    /** Every content once, whichever rows share it. */
    Stream<Content> contents() {
        return jdbc.sql("select distinct sha256, bytes from document_file order by sha256").query(Content.class).stream();
    }

    record Content(String sha256, long bytes) {}

    private static StoredDocument document(ResultSet row, int index) throws SQLException {
        Timestamp uploadedAt = row.getTimestamp("uploaded_at");
        return new StoredDocument(row.getObject("id", UUID.class), row.getString("kind"), row.getString("file_name"),
                row.getString("media_type"), row.getLong("bytes"), row.getString("sha256"),
                row.getString("uploaded_by"), uploadedAt.toInstant());
    }
}
