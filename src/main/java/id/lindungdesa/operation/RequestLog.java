package id.lindungdesa.operation;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Gives each request an id that the caller, the log and every problem share. A proxy may bring its own in
 * {@code X-Request-Id}, if it looks like one: what anybody may write there must not get into the log.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class RequestLog extends OncePerRequestFilter {

    static final String HEADER = "X-Request-Id";

    private static final Logger log = LoggerFactory.getLogger(RequestLog.class);
    private static final Pattern ID = Pattern.compile(
            "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|[0-9a-f]{32}");
    private static final Pattern SECRETS = Pattern.compile("^(.*/(?:unggah|adukan)/+)(?!aset/)[^/]+");
    private static final Pattern SESSIONS = Pattern.compile("/camunda/api/admin/auth/user/[^/]+/(login/[^/]+|logout)$");

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String brought = request.getHeader(HEADER);
        String id = brought != null && ID.matcher(brought).matches() ? brought : UUID.randomUUID().toString();
        long start = System.nanoTime();
        LogContext.request(id);
        response.setHeader(HEADER, id);
        try {
            chain.doFilter(request, response);
        } finally {
            // the path only: a query may hold what somebody searched for
            if (concernsSecurity(request, response.getStatus())) {
                log.info("{} {} {} from {}", request.getMethod(), path(request), response.getStatus(),
                        request.getRemoteAddr());
            } else {
                log.debug("{} {} {} in {} ms", request.getMethod(), path(request), response.getStatus(),
                        (System.nanoTime() - start) / 1_000_000);
            }
            LogContext.clear();
        }
    }

    /** Some addresses are secrets: whoever reads the log must not be able to open them. */
    private static String path(HttpServletRequest request) {
        return SECRETS.matcher(request.getRequestURI()).replaceFirst("$1***");
    }

    /** What is refused for want of a login or of a right, and who begins or ends a session: worth a line always. */
    private static boolean concernsSecurity(HttpServletRequest request, int status) {
        return status == 401 || status == 403
                || "POST".equals(request.getMethod()) && SESSIONS.matcher(request.getRequestURI()).find();
    }
}
