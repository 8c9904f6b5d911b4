package id.lindungdesa.notice;

/** Told when a mail server refuses an address for good: whoever keeps that address may mark it. */
public record MailRefused(String address, String reason) {

    /** The address is never printed. */
    @Override
    public String toString() {
        return "MailRefused[%s]".formatted(reason);
    }
}
