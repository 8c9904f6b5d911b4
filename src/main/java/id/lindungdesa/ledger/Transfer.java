package id.lindungdesa.ledger;

import id.lindungdesa.money.Rupiah;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * One movement of money, from the debit account to the credit account. Its id is derived from the business case, so that
 * whoever repeats a step repeats the same transfer.
 *
 * @param code the why, in capitals: {@code TRANCHE_FORWARDED}
 * @param reference the case it belongs to; no personal data
 * @param legalBasis regulation and article; for a reversal, its reason
 * @param postedAt when it happened, by the application's clock
 * @param reverses the transfer that this one takes back
 */
public record Transfer(UUID id, Account debit, Account credit, Rupiah rupiah, String code, String reference,
        String legalBasis, Instant postedAt, Optional<UUID> reverses) {

    static final String REVERSAL = "REVERSAL";

    public Transfer {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(postedAt, "postedAt");
        require(!debit.path().equals(credit.path()), "from an account to itself: " + debit.path());
        require(!rupiah.isZero(), "of nothing");
        require(code.matches("[A-Z][A-Z0-9_]*"), "with the code " + code);
        require(!reference.isBlank(), "without a case");
        require(!legalBasis.isBlank(), "without a legal basis");
        require(code.equals(REVERSAL) == reverses.isPresent(), "that is half a reversal");
    }

    /** A transfer whose id comes from its code and the key of the business case: the same key, the same transfer. */
    public static Transfer of(String code, Account from, Account to, Rupiah rupiah, String reference, String legalBasis,
            Instant postedAt, Object... key) {
        return new Transfer(idOf(code, key), from, to, rupiah, code, reference, legalBasis, postedAt, Optional.empty());
    }

    /** The id of the transfer with that code for that business case, for example a disbursement's id and its tranche. */
    public static UUID idOf(String code, Object... key) {
        require(key.length > 0, "without a key");
        StringBuilder name = new StringBuilder(code);
        for (Object part : key) {
            String text = part.toString();
            // with its length, or the keys ("a", "b/c") and ("a/b", "c") would be one transfer
            name.append('/').append(text.length()).append(':').append(text);
        }
        return UUID.nameUUIDFromBytes(name.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** The transfer that takes this one back. There is one per transfer, and none of a reversal: that would hide both. */
    public Transfer reversal(String reason, Instant at) {
        require(reverses.isEmpty(), "that reverses a reversal");
        return new Transfer(idOf(REVERSAL, id), credit, debit, rupiah, REVERSAL, reference, reason, at, Optional.of(id));
    }

    public String debitPath() {
        return debit.path();
    }

    public String creditPath() {
        return credit.path();
    }

    private static void require(boolean holds, String what) {
        if (!holds) {
            throw new IllegalArgumentException("A transfer " + what);
        }
    }
}
