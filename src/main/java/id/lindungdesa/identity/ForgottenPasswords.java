package id.lindungdesa.identity;

import id.lindungdesa.refusal.Refusal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.Locale;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Whoever forgot his password gets a code from an administrator, in person, and chooses a new one with it. The old
 * password serves until then, so that a code that somebody asked for in another's name changes nothing by itself; and an
 * administrator who used one himself would have shut out the owner, who finds his name in the record.
 */
@Service
class ForgottenPasswords {

    static final Duration VALID = Duration.ofHours(24);

    private static final Logger log = LoggerFactory.getLogger(ForgottenPasswords.class);
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int SHORTEST_REASON = 5;
    private static final int LONGEST_REASON = 500;
    /** Read out and typed by people: nothing that looks like something else. 24 of them are 118 bits. */
    private static final String SIGNS = "abcdefghjkmnpqrstuvwxyz23456789";
    private static final int CODE_LENGTH = 24;
    private static final int GROUP = 6;

    private final JdbcClient jdbc;
    private final Accounts accounts;
    private final LoginThrottle throttle;
    private final CurrentUser currentUser;
    private final Clock clock;

    ForgottenPasswords(JdbcClient jdbc, Accounts accounts, LoginThrottle throttle, CurrentUser currentUser, Clock clock) {
        this.jdbc = jdbc;
        this.accounts = accounts;
        this.throttle = throttle;
        this.currentUser = currentUser;
        this.clock = clock;
    }

    /** @param code told once and kept nowhere */
    record Given(String code, Instant validUntil) {

        @Override
        public String toString() {
            return "Given[]";
        }
    }

    /**
     * A code for that account; one given before serves no longer.
     *
     * @throws Refusal USER_UNKNOWN, REASON_REQUIRED
     */
    @Transactional
    Given give(String user, String reason) {
        if (!accounts.exists(user)) {
            throw Refusal.notFound("USER_UNKNOWN", "Tidak ada akun dengan nama pengguna itu.");
        }
        if (reason == null || reason.strip().length() < SHORTEST_REASON || reason.length() > LONGEST_REASON) {
            throw Refusal.invalid("REASON_REQUIRED", "Tuliskan alasan pengaturan ulang, %d sampai %d tanda."
                    .formatted(SHORTEST_REASON, LONGEST_REASON));
        }
        String code = newCode();
        Instant now = clock.instant();
        end(user, now);
        jdbc.sql("""
                insert into identity_reset (id, user_id, code_sha256, reason, given_by, given_at, valid_until)
                values (:id, :user, :code, :reason, :by, :at, :until)""")
                .param("id", UUID.randomUUID()).param("user", user).param("code", sha256(code))
                .param("reason", reason.strip()).param("by", currentUser.idOrSystem()).param("at", now.atOffset(ZoneOffset.UTC))
                .param("until", now.plus(VALID).atOffset(ZoneOffset.UTC)).update();
        log.warn("Password reset of {} begun by {}", user, currentUser.idOrSystem());
        return new Given(code, now.plus(VALID));
    }

    /**
     * A new password for whoever holds the code. An unknown account, a wrong, used or late code and too many tries are
     * told alike.
     *
     * @throws Refusal RESET_CODE_WRONG, or what {@link PasswordRule} finds, after which the code still serves
     */
    @Transactional(noRollbackFor = Refusal.class)
    void choose(String user, String code, String next) {
        boolean exists = accounts.exists(user);
        if (!throttle.judge(user, exists, CallerAddress.current(), () -> exists && serves(user, code))) {
            throw Refusal.invalid("RESET_CODE_WRONG",
                    "Nama pengguna atau kode tidak benar, sudah dipakai, atau lewat waktu. Mintalah kode baru kepada administrator.");
        }
        PasswordRule.fault(next, user, accounts.nameOf(user)).ifPresent(fault -> {
            throw Refusal.invalid(fault.code(), fault.sentence());
        });
        end(user, clock.instant());
        accounts.setPassword(user, next);
        log.warn("Password of {} set anew with a code", user);
    }

    private boolean serves(String user, String code) {
        return jdbc.sql("""
                select exists (select from identity_reset
                                where user_id = :user and code_sha256 = :code and used_at is null and valid_until > :now)""")
                .param("user", user).param("code", sha256(code)).param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .query(Boolean.class).single();
    }

    private void end(String user, Instant now) {
        jdbc.sql("update identity_reset set used_at = :now where user_id = :user and used_at is null")
                .param("now", now.atOffset(ZoneOffset.UTC)).param("user", user).update();
    }

    private static String newCode() {
        StringBuilder code = new StringBuilder();
        for (int i = 0; i < CODE_LENGTH; i++) {
            code.append(i > 0 && i % GROUP == 0 ? "-" : "").append(SIGNS.charAt(RANDOM.nextInt(SIGNS.length())));
        }
        return code.toString();
    }

    /** Of a random code of that length a plain hash tells nothing. However it was typed, it is the same code. */
    private static String sha256(String code) {
        String bare = code.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bare.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
