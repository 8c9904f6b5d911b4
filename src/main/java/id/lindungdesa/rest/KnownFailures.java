package id.lindungdesa.rest;

import id.lindungdesa.refusal.Refusal;
import java.util.Optional;

/** Tells what a failure of a library means to whoever called; offered by the module that knows the library. */
public interface KnownFailures {

    Optional<Refusal> refusalFor(Throwable failure);
}
