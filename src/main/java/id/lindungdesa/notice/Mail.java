package id.lindungdesa.notice;

import java.util.regex.Pattern;

/** An e-mail to one person, as plain text. What it says travels open: no name, number of a person, account or illness. */
public record Mail(String to, String subject, String text) {

    private static final Pattern ADDRESS = Pattern.compile("[A-Za-z0-9._%+'-]{1,64}@(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\\.)+[A-Za-z]{2,24}");

    public Mail {
        if (!isAddress(to) || subject.isBlank() || subject.lines().count() > 1 || text.isBlank()) {
            throw new IllegalArgumentException("Not a mail that could be sent: " + subject);
        }
    }

    public static boolean isAddress(String text) {
        return text != null && text.length() <= 200 && ADDRESS.matcher(text).matches();
    }

    /** As others may see an address: {@code s…@contoh.id}. */
    public static String masked(String address) {
        return address.charAt(0) + "…" + address.substring(address.indexOf('@'));
    }
}
