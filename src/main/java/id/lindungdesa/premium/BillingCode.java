package id.lindungdesa.premium;

import java.security.SecureRandom;
import java.util.random.RandomGenerator;

/**
 * The number by which a village pays and the insurer knows what was paid: fourteen digits by chance and a check digit
 * (Luhn), so that a mistyped one is seen at once and nobody guesses another village's.
 */
record BillingCode(String digits) {

    private static final RandomGenerator CHANCE = new SecureRandom();
    private static final int LENGTH = 15;

    static BillingCode fresh() {
        StringBuilder digits = new StringBuilder().append(CHANCE.nextInt(1, 10));
        while (digits.length() < LENGTH - 1) {
            digits.append(CHANCE.nextInt(10));
        }
        return new BillingCode(digits.append((10 - sum(digits + "0") % 10) % 10).toString());
    }

    /** Whether the text can be a billing code at all. */
    static boolean isWellFormed(String text) {
        return text != null && text.matches("\\d{" + LENGTH + "}") && sum(text) % 10 == 0;
    }

    private static int sum(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            int weighed = i % 2 == 0 ? digit : digit * 2;
            sum += weighed > 9 ? weighed - 9 : weighed;
        }
        return sum;
    }
}
