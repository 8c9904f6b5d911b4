package id.lindungdesa.letter;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The letters in the database, each with its paper. */
@Repository
class LetterFiles {

    private final JdbcClient jdbc;

    LetterFiles(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What is known of a letter to whoever checks it: nobody's name. */
    record Facts(UUID id, UUID caseId, String number, String title, String issuer, Instant issuedAt, String code, String sha256) {}

    /** The case's next number; two letters of one case come one after the other. */
    String nextNumber(String caseNumber) {
        int last = jdbc.sql("""
                insert into letter_counter (case_number, last) values (:number, 1)
                    on conflict (case_number) do update set last = letter_counter.last + 1
                returning last""").param("number", caseNumber).query(Integer.class).single();
        return caseNumber + "/S-" + last;
    }

    void add(Facts letter, String kind, byte[] pdf) {
        jdbc.sql("""
                insert into letter_letter (id, number, case_id, kind, title, issuer, issued_at, code, sha256, pdf)
                values (:id, :number, :case, :kind, :title, :issuer, :at, :code, :sha256, :pdf)""")
                .param("id", letter.id()).param("number", letter.number()).param("case", letter.caseId()).param("kind", kind)
                .param("title", letter.title()).param("issuer", letter.issuer())
                .param("at", letter.issuedAt().atOffset(ZoneOffset.UTC)).param("code", letter.code())
                .param("sha256", letter.sha256()).param("pdf", pdf).update();
    }

    Optional<Facts> byCode(String code) {
        return facts("code = :key", code);
    }

    Optional<Facts> byId(UUID id) {
        return facts("id = :key", id);
    }

    byte[] pdf(UUID id) {
        return jdbc.sql("select pdf from letter_letter where id = :id").param("id", id).query(byte[].class).single();
    }

    /** Numbers of letters whose paper is no longer the one that was issued. */
    List<String> changed() {
        return jdbc.sql("select number from letter_letter where encode(sha256(pdf), 'hex') <> sha256 order by number")
                .query(String.class).list();
    }

    private Optional<Facts> facts(String condition, Object key) {
        return jdbc.sql("select id, case_id, number, title, issuer, issued_at, code, sha256 from letter_letter where " + condition)
                .param("key", key)
                .query((row, number) -> new Facts(row.getObject("id", UUID.class), row.getObject("case_id", UUID.class),
                        row.getString("number"), row.getString("title"), row.getString("issuer"),
                        row.getTimestamp("issued_at").toInstant(), row.getString("code"), row.getString("sha256")))
                .optional();
    }
}
