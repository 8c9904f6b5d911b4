package id.lindungdesa.rest;

import com.fasterxml.jackson.databind.ObjectMapper;
import id.lindungdesa.refusal.Refusal;
import id.lindungdesa.rest.SentPosts.Outcome;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * Lets a POST with an {@code Idempotency-Key} happen once, however often it is sent. The key is taken in the same
 * transaction in which the POST does its work: both are written or neither is, whatever dies in between, and a second
 * sender waits for the first. What failed is not kept, so that it may be put right and sent again under its key.
 */
class OncePerKey extends OncePerRequestFilter {

    static final String KEY = "Idempotency-Key";
    static final String REPLAYED = "Idempotency-Replayed";

    private static final Pattern VALID = Pattern.compile("[\\x21-\\x7E]{1,255}");
    private static final Set<String> CHANGE_NOTHING = Set.of("/api/premiums/quote", "/api/claims/assessment", "/api/claims/search",
            "/api/ceremonies");

    private final SentPosts posts;
    private final TransactionTemplate transaction;
    private final ProblemWriter problems;
    private final ObjectMapper json;
    private final long bodyLimit;
    private final Duration patience;

    OncePerKey(SentPosts posts, TransactionTemplate transaction, ProblemWriter problems, ObjectMapper json, long bodyLimit,
               Duration patience) {
        this.posts = posts;
        this.transaction = transaction;
        this.problems = problems;
        this.json = json;
        this.bodyLimit = bodyLimit;
        this.patience = patience;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !"POST".equals(request.getMethod()) || request.getHeader(KEY) == null || request.getRemoteUser() == null
                || CHANGE_NOTHING.contains(request.getRequestURI().substring(request.getContextPath().length()));
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String key = request.getHeader(KEY);
        if (!VALID.matcher(key).matches()) {
            problems.write(response, 422, "IDEMPOTENCY_KEY_INVALID",
                    "Idempotency-Key berisi 1 sampai 255 tanda tanpa spasi.");
            return;
        }
        SentBody body;
        try {
            body = SentBody.of(request, bodyLimit);
        } catch (SentBody.TooLarge e) {
            problems.write(response, 413, "BODY_TOO_LARGE", "Kiriman terlalu besar.");
            return;
        } catch (ServletException | IllegalStateException e) {
            // parts that cannot be read: the controller will meet the same and say so
            chain.doFilter(request, response);
            return;
        }
        try (body) {
            once(request.getRemoteUser(), key, body, response, chain);
        }
    }

    private void once(String user, String key, SentBody body, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        ContentCachingResponseWrapper answer = new ContentCachingResponseWrapper(response);
        Optional<Outcome> before;
        try {
            before = transaction.execute(status -> {
                if (!take(user, key, body.hash())) {
                    return posts.find(user, key);
                }
                pass(body.request(), answer, chain);
                if (answer.getStatus() >= 400) {
                    status.setRollbackOnly();
                } else {
                    posts.keep(user, key, new Outcome(body.hash(), answer.getStatus(),
                            answer.getHeader(HttpHeaders.LOCATION), HarmlessAnswer.of(json, answer.getContentAsByteArray())));
                }
                return Optional.empty();
            });
        } catch (Passed e) {
            throw e.asThrown();
        } catch (RuntimeException e) {
            // the answer was ready, its transaction was not: nothing happened, and nothing of it has been sent
            answer.resetBuffer();
            problems.write(response, e);
            return;
        }
        if (before.isEmpty()) {
            answer.copyBodyToResponse();
        } else if (before.get().requestHash().equals(body.hash())) {
            replay(before.get(), response);
        } else {
            problems.write(response, 422, "IDEMPOTENCY_KEY_REUSED",
                    "Idempotency-Key ini sudah dipakai untuk kiriman lain.");
        }
    }

    private boolean take(String user, String key, String hash) {
        try {
            return posts.take(user, key, hash, patience);
        } catch (SentPosts.Busy e) {
            throw Refusal.conflict("IN_PROGRESS", "Kiriman yang sama masih diproses. Coba lagi sebentar lagi.");
        }
    }

    private static void pass(HttpServletRequest request, HttpServletResponse answer, FilterChain chain) {
        try {
            chain.doFilter(request, answer);
        } catch (IOException | ServletException e) {
            throw new Passed(e);
        }
    }

    private static void replay(Outcome outcome, HttpServletResponse response) throws IOException {
        response.setStatus(outcome.status());
        response.setHeader(REPLAYED, "true");
        if (outcome.location() != null) {
            response.setHeader(HttpHeaders.LOCATION, outcome.location());
        }
        if (outcome.answer() != null) {
            response.setContentType(MediaType.APPLICATION_JSON_VALUE);
            response.setCharacterEncoding("UTF-8");
            response.getWriter().write(outcome.answer());
        }
    }

    /** Carries a checked exception of the chain out of the transaction, which it rolls back. */
    private static final class Passed extends RuntimeException {

        Passed(Exception cause) {
            super(cause);
        }

        ServletException asThrown() throws IOException {
            if (getCause() instanceof IOException io) {
                throw io;
            }
            return (ServletException) getCause();
        }
    }
}
