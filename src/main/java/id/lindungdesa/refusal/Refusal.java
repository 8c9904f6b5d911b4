package id.lindungdesa.refusal;

import java.util.List;

/**
 * A request that one of our rules turns down. Its message is an Indonesian sentence for the official who asked, its code
 * is for programs and never changes. Through REST it becomes a problem detail, in Tasklist the task stays open and shows
 * the sentence.
 */
public class Refusal extends RuntimeException {

    /** How a program should read the refusal; each is one HTTP status at our REST edge. */
    public enum Kind { INVALID, FORBIDDEN, NOT_FOUND, CONFLICT }

    private final Kind kind;
    private final String code;
    private final transient List<Finding> findings;

    public Refusal(Kind kind, String code, String message, List<Finding> findings) {
        super(message);
        this.kind = kind;
        this.code = code;
        this.findings = List.copyOf(findings);
    }

    /** What was sent cannot be accepted as it is (422). */
    public static Refusal invalid(String code, String message) {
        return new Refusal(Kind.INVALID, code, message, List.of());
    }

    /** The same with every faulty line or field (422). */
    public static Refusal invalid(String code, String message, List<Finding> findings) {
        return new Refusal(Kind.INVALID, code, message, findings);
    }

    /** Whoever asks may not do this (403). */
    public static Refusal forbidden(String code, String message) {
        return new Refusal(Kind.FORBIDDEN, code, message, List.of());
    }

    /** There is no such thing, or it is not for whoever asks to know (404). */
    public static Refusal notFound(String code, String message) {
        return new Refusal(Kind.NOT_FOUND, code, message, List.of());
    }

    /** It contradicts what has happened meanwhile (409). */
    public static Refusal conflict(String code, String message) {
        return new Refusal(Kind.CONFLICT, code, message, List.of());
    }

    public Kind kind() {
        return kind;
    }

    public String code() {
        return code;
    }

    public List<Finding> findings() {
        return findings;
    }
}
