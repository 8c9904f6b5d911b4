package id.lindungdesa.identity;

import id.lindungdesa.refusal.Refusal;
import java.util.Optional;

/** Who acts in this thread, through whichever door he came; empty while the system works by itself. */
public interface CurrentUser {

    Optional<Official> find();

    /** The official who acts. A step that records a person's decision calls this. */
    default Official get() {
        return find().orElseThrow(() -> Refusal.forbidden("NOT_LOGGED_IN", "Silakan masuk terlebih dahulu."));
    }

    /** His user id for a record of who did what, or {@code system}. */
    default String idOrSystem() {
        return find().map(Official::user).orElse("system");
    }

    /** Refuses whoever holds none of these roles. */
    default Official require(Role... roles) {
        Official official = get();
        if (!official.is(roles)) {
            throw Refusal.forbidden("NOT_YOUR_OFFICE", "Jabatan Anda tidak berwenang untuk tindakan ini.");
        }
        return official;
    }
}
