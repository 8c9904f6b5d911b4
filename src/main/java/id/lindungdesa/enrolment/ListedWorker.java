package id.lindungdesa.enrolment;

import java.util.Objects;

/**
 * Somebody on a list: his place in it, himself, and why he was struck off.
 *
 * @param place counts from 1 over all who are or were on the list, so that it never changes
 * @param rejected null while he is listed
 */
public record ListedWorker(int place, Worker worker, RejectionReason rejected, String note) {

    public ListedWorker {
        Objects.requireNonNull(worker, "worker");
    }

    public boolean listed() {
        return rejected == null;
    }
}
