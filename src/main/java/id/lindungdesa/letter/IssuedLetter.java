package id.lindungdesa.letter;

import java.time.Instant;
import java.util.UUID;

/**
 * A letter that was issued.
 *
 * @param code what leads to the page that checks it, {@code 7K3M-9QXD-0VRT-44WA}
 * @param address the same as a whole address
 * @param text what it says, its number on the first line
 */
public record IssuedLetter(UUID id, String number, String kind, String code, String address, Instant issuedAt, String text) {}
