package id.lindungdesa.letter;

import java.security.SecureRandom;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Eighty random bits in letters that nobody mixes up when he reads them from paper. */
final class LetterCode {

    private static final String LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int LENGTH = 16;
    private static final Pattern SHAPE = Pattern.compile("[" + LETTERS + "]{" + LENGTH + "}");
    private static final SecureRandom RANDOM = new SecureRandom();

    private LetterCode() {}

    static String next() {
        StringBuilder code = new StringBuilder(LENGTH);
        RANDOM.ints(LENGTH, 0, LETTERS.length()).forEach(index -> code.append(LETTERS.charAt(index)));
        return code.toString();
    }

    /** As it is printed: in fours. */
    static String shown(String code) {
        return code.replaceAll("(.{4})(?!$)", "$1-");
    }

    /** As somebody typed it: small letters, spaces, O for nought; empty where it can be none of ours. */
    static Optional<String> read(String typed) {
        String code = typed.toUpperCase(Locale.ROOT).replaceAll("[-\\s]", "").replace('O', '0').replace('I', '1').replace('L', '1');
        return SHAPE.matcher(code).matches() ? Optional.of(code) : Optional.empty();
    }
}
