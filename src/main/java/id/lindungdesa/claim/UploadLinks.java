package id.lindungdesa.claim;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The links of claims, found by the hash of what they hold, and who asked for links that are not there. */
@Repository
class UploadLinks {

    private static final String COLUMNS = """
            select id, claim_id, made_by, made_at, expires_at, most_files, most_bytes, files, bytes, attempts, revoked_at
              from claim_upload_link
            """;
    private static final Duration REMEMBERED = Duration.ofHours(1);

    private final JdbcClient jdbc;

    UploadLinks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(UploadLink link, String hash, String ruleVersion) {
        jdbc.sql("""
                insert into claim_upload_link (id, claim_id, token_sha256, made_by, made_at, expires_at, most_files, most_bytes,
                                               rule_version)
                values (:id, :claim, :hash, :by, :at, :expires, :files, :bytes, :version)""")
                .param("id", link.id()).param("claim", link.claimId()).param("hash", hash).param("by", link.madeBy())
                .param("at", Claims.time(link.madeAt())).param("expires", Claims.time(link.expiresAt()))
                .param("files", link.mostFiles()).param("bytes", link.mostBytes()).param("version", ruleVersion).update();
    }

    Optional<UploadLink> byHash(String hash) {
        return jdbc.sql(COLUMNS + " where token_sha256 = :hash").param("hash", hash).query(UploadLinks::link).optional();
    }

    UploadLink lock(UUID id) {
        return jdbc.sql(COLUMNS + " where id = :id for update").param("id", id).query(UploadLinks::link).single();
    }

    List<UploadLink> of(UUID claimId) {
        return jdbc.sql(COLUMNS + " where claim_id = :claim order by made_at").param("claim", claimId).query(UploadLinks::link).list();
    }

    /** Counts an upload before its first byte is read, so that what breaks off counts too. */
    void begun(UUID id) {
        jdbc.sql("update claim_upload_link set attempts = attempts + 1 where id = :id").param("id", id).update();
    }

    void received(UUID id, long bytes) {
        jdbc.sql("update claim_upload_link set files = files + 1, bytes = bytes + :bytes where id = :id").param("id", id)
                .param("bytes", bytes).update();
    }

    /** Closes one link of a claim, or all of them where none is named. */
    int revoke(UUID claimId, UUID id, String by, Instant at) {
        return jdbc.sql("""
                update claim_upload_link set revoked_by = :by, revoked_at = :at
                 where claim_id = :claim and id = coalesce(cast(:id as uuid), id) and revoked_at is null""")
                .param("claim", claimId).param("id", id).param("by", by).param("at", Claims.time(at)).update();
    }

    /** How often this address has asked for a link that is not there, in this quarter of an hour, this time included. */
    int guessed(String address, Instant now, Duration window) {
        jdbc.sql("delete from claim_upload_guess where counted_from < :limit").param("limit", Claims.time(now.minus(REMEMBERED))).update();
        return jdbc.sql("""
                insert into claim_upload_guess as guess (address, guesses, counted_from) values (:address, 1, :now)
                on conflict (address) do update set
                    guesses = case when guess.counted_from < :since then 1 else guess.guesses + 1 end,
                    counted_from = case when guess.counted_from < :since then excluded.counted_from else guess.counted_from end
                returning guesses""")
                .param("address", address).param("now", Claims.time(now)).param("since", Claims.time(now.minus(window)))
                .query(Integer.class).single();
    }

    private static UploadLink link(ResultSet row, int number) throws SQLException {
        return new UploadLink(row.getObject("id", UUID.class), row.getObject("claim_id", UUID.class), row.getString("made_by"),
                Claims.instant(row, "made_at"), Claims.instant(row, "expires_at"), row.getInt("most_files"), row.getLong("most_bytes"),
                row.getInt("files"), row.getLong("bytes"), row.getInt("attempts"), Claims.instant(row, "revoked_at"));
    }
}
