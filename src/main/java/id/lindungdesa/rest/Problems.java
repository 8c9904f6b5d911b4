package id.lindungdesa.rest;

import id.lindungdesa.refusal.Refusal;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import org.postgresql.util.PSQLException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MaxUploadSizeExceededException;

/** Reads a failure as a problem: ours by its kind, known ones by their meaning, all others as our fault. */
@Component
class Problems {

    private static final Logger log = LoggerFactory.getLogger(Problems.class);
    private static final int DEPTH = 20;
    private static final String LOCK_TIMEOUT = "55P03";
    private static final Problem CONCURRENT_CHANGE = Problem.of(HttpStatus.CONFLICT, "CONCURRENT_CHANGE",
            "Data ini sedang diubah oleh orang lain. Muat ulang lalu coba lagi.");

    private final ObjectProvider<KnownFailures> known;

    Problems(ObjectProvider<KnownFailures> known) {
        this.known = known;
    }

    /** The problem of a failure, wherever in its causes the reason lies. An unknown one is logged under an id. */
    Problem of(Throwable failure) {
        Throwable cause = failure;
        for (int i = 0; cause != null && i < DEPTH; i++, cause = cause.getCause()) {
            Optional<Problem> problem = meaning(cause);
            if (problem.isPresent()) {
                return problem.get();
            }
        }
        UUID id = UUID.randomUUID();
        log.error("Unexpected failure {}", id, new Trace(failure));
        return Problem.of(HttpStatus.INTERNAL_SERVER_ERROR, "INTERNAL",
                "Terjadi gangguan pada sistem. Sampaikan nomor ini kepada administrator: %s.".formatted(id));
    }

    private Optional<Problem> meaning(Throwable failure) {
        if (failure instanceof Refusal refusal) {
            return Optional.of(Problem.of(refusal));
        }
        if (failure instanceof AccessDeniedException) {
            return Optional.of(Problem.of(HttpStatus.FORBIDDEN, "FORBIDDEN", "Anda tidak berwenang untuk ini."));
        }
        if (failure instanceof AuthenticationException) {
            return Optional.of(Problem.of(HttpStatus.UNAUTHORIZED, "UNAUTHORIZED",
                    "Silakan masuk dengan nama pengguna dan kata sandi."));
        }
        if (failure instanceof MaxUploadSizeExceededException) {
            return Optional.of(Problem.of(HttpStatus.PAYLOAD_TOO_LARGE, "DOCUMENT_TOO_LARGE",
                    "Berkas lebih besar daripada yang diizinkan."));
        }
        if (failure instanceof ConcurrencyFailureException) {
            return Optional.of(CONCURRENT_CHANGE);
        }
        if (failure instanceof SQLException sql && sql.getSQLState() != null) {
            return meaningOf(sql);
        }
        if (failure instanceof DataIntegrityViolationException && failure.getCause() == null) {
            return Optional.of(conflict("?"));
        }
        return known.stream().flatMap(source -> source.refusalFor(failure).stream()).findFirst().map(Problem::of);
    }

    /** By the classes of SQL states, because a commit that fails has no other name. */
    private static Optional<Problem> meaningOf(SQLException failure) {
        if (failure.getSQLState().startsWith("23")) {
            return Optional.of(conflict(failure instanceof PSQLException sql && sql.getServerErrorMessage() != null
                    ? sql.getServerErrorMessage().getConstraint() : "?"));
        }
        return failure.getSQLState().startsWith("40") || failure.getSQLState().equals(LOCK_TIMEOUT)
                ? Optional.of(CONCURRENT_CHANGE) : Optional.empty();
    }

    /** The constraint's name goes to the log and nothing else of the failure: its text holds the values of the row. */
    private static Problem conflict(String constraint) {
        UUID id = UUID.randomUUID();
        log.warn("A write was refused by the constraint {} ({})", constraint, id);
        return Problem.of(HttpStatus.CONFLICT, "DATA_CONFLICT",
                "Data ini bertentangan dengan data yang sudah tersimpan (%s).".formatted(id));
    }

    /** A failure as it may be logged: long numbers and the database's detail are taken out of its messages. */
    private static final class Trace extends RuntimeException {

        private final String text;

        Trace(Throwable failure) {
            super(null, failure.getCause() == null || failure.getCause() == failure ? null : new Trace(failure.getCause()));
            setStackTrace(failure.getStackTrace());
            String message = failure.getMessage() == null ? "" : ": " + failure.getMessage();
            text = failure.getClass().getName() + message.replaceAll("(?s)\\s*Detail:.*", "").replaceAll("\\d{6,}", "…");
        }

        @Override
        public String toString() {
            return text;
        }
    }
}
