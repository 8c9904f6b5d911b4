package id.lindungdesa.identity;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Which passwords people may choose: long ones of whatever signs, without their own name, and none that everybody tries
 * first. The list of words is ours and short; it knows Indonesian habits better than it knows the world's leaked lists.
 */
public final class PasswordRule {

    public static final int SHORTEST = 12;
    private static final int LONGEST = 128;

    /** Longer ones first: what is left when they are all taken out must be something. */
    private static final List<String> COMMON = List.of("indonesiaraya", "bismillahirrahmanirrahim", "alhamdulillah",
            "assalamualaikum", "administrator", "lindungdesa", "qwertyuiop", "bismillah", "indonesia", "asdfghjkl",
            "superman", "football", "sepakbola", "password", "passw", "katasandi", "kelurahan", "kabupaten", "kecamatan",
            "gubernur", "pemerintah", "provinsi", "selamat", "datang", "muhammad", "keluarga", "iloveyou", "akucinta",
            "merdeka", "pancasila", "garuda", "rahasia", "welcome", "letmein", "default", "sunshine", "princess", "monkey",
            "dragon", "master", "shadow", "michael", "zxcvbnm", "qwerty", "qazwsx", "qweasd", "asdfgh", "sayang", "cinta",
            "jakarta", "jambi", "desaku", "desa", "bpjs", "admin", "login", "masuk", "kerja", "kantor", "secret", "test",
            "user", "root", "pass", "abc", "abcd", "aku", "kamu", "anak", "satu", "dua", "tiga");

    /** What is wrong with a password: a stable code and a sentence. */
    public record Fault(String code, String sentence) {}

    private PasswordRule() {}

    /** What is wrong with a password that somebody chose for himself. */
    public static Optional<Fault> fault(String password, String user, String name) {
        Optional<Fault> given = givenFault(password, user, name);
        if (given.isEmpty() && isCommon(password.toLowerCase(Locale.ROOT))) {
            return fault("PASSWORD_TOO_COMMON", "Kata sandi ini terlalu mudah ditebak. Rangkailah beberapa kata yang tidak berhubungan.");
        }
        return given;
    }

    /** What is wrong with one that an installation or an appointment gives: its owner will choose another. */
    public static Optional<Fault> givenFault(String password, String user, String name) {
        if (password == null || password.codePointCount(0, password.length()) < SHORTEST) {
            return fault("PASSWORD_TOO_SHORT", "Kata sandi paling sedikit %d karakter.".formatted(SHORTEST));
        }
        if (password.length() > LONGEST) {
            return fault("PASSWORD_TOO_LONG", "Kata sandi paling banyak %d karakter.".formatted(LONGEST));
        }
        if (holds(password, user) || holds(password, name)) {
            return fault("PASSWORD_HOLDS_NAME", "Kata sandi tidak boleh memuat nama pengguna atau nama Anda.");
        }
        return Optional.empty();
    }

    private static Optional<Fault> fault(String code, String sentence) {
        return Optional.of(new Fault(code, sentence));
    }

    private static boolean holds(String password, String name) {
        return name != null && name.length() >= 3
                && password.toLowerCase(Locale.ROOT).contains(name.toLowerCase(Locale.ROOT));
    }

    private static boolean isCommon(String password) {
        return hardlyVaries(password) || isWordsOnly(password.replaceAll("[^\\p{L}]", ""))
                || isWordsOnly(plain(password.replaceAll("[^\\p{L}]+$", "")).replaceAll("[^\\p{L}]", ""));
    }

    /** Letters, digits and signs that follow or repeat each other: 123456789012, aaaaaaaaaaaa, abcabcabcabc. */
    private static boolean hardlyVaries(String password) {
        int steps = 0;
        for (int i = 1; i < password.length(); i++) {
            if (Math.abs(password.charAt(i) - password.charAt(i - 1)) <= 1) {
                steps++;
            }
        }
        return steps * 4 >= (password.length() - 1) * 3 || password.chars().distinct().count() < 5;
    }

    private static boolean isWordsOnly(String letters) {
        String left = letters;
        for (String word : COMMON) {
            left = left.replace(word, "");
        }
        return left.length() <= 2;
    }

    private static String plain(String password) {
        return password.replace('0', 'o').replace('1', 'i').replace('!', 'i').replace('3', 'e').replace('4', 'a')
                .replace('@', 'a').replace('5', 's').replace('$', 's').replace('7', 't');
    }
}
