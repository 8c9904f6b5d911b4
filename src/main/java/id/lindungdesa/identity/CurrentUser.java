package id.lindungdesa.identity;

import id.lindungdesa.refusal.Refusal;
import java.util.Optional;
import java.util.function.Predicate;

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

    /** The official as he acts in that office: of a deputy it is said on whose behalf. */
    default Official in(Role role, String area) {
        return get();
    }

    /**
     * The official as he does what those offices allow: as himself where one of his own does, otherwise on behalf of whom he
     * stands in for. The same official where none does, so that the caller refuses him.
     */
    default Official acting(Predicate<Official> allowed) {
        return get();
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
