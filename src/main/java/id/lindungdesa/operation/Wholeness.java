package id.lindungdesa.operation;

import java.util.List;

/** What a module can tell of itself after a restore: whether everything that belongs together is there. */
public interface Wholeness {

    /** What is looked at, in a word or two. */
    String subject();

    /** What is not as it must be, by names and ids and without personal data; empty when whole. May take its time. */
    List<String> faults();

    /**
     * Whether a fault means that something is lost or broken. What an appointment mends is shown beside the others and does
     * not make a restore look bad.
     */
    default boolean isDamage() {
        return true;
    }

    /** Whether it reads every file through: such a check is left to the night and to whoever asks for it. */
    default boolean readsEveryFile() {
        return false;
    }
}
