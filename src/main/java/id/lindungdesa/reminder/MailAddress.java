package id.lindungdesa.reminder;

import java.time.Instant;

/**
 * Where an official wants to be reminded.
 *
 * @param address where mails go; null until the first one was confirmed
 * @param askedFor an address that waits for its code; null where none does
 * @param codeRefused why the mail server did not take the code, null where it did
 * @param bouncedAt since when the address is left alone, null while it is good
 */
record MailAddress(String user, String address, String askedFor, String codeRefused, Instant bouncedAt, String bounceReason) {

    static MailAddress none(String user) {
        return new MailAddress(user, null, null, null, null, null);
    }

    /** Nobody's address is ever printed. */
    @Override
    public String toString() {
        return "MailAddress[%s]".formatted(user);
    }
}
