package id.lindungdesa.rest;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.util.regex.Pattern;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * What every answer tells a browser, whichever servlet gives it, refusals and errors too: nothing is guessed, framed, or
 * read by other sites; answers about people and money are kept by no cache. It comes before everything that may refuse.
 * The pages of the webapps replace the content policy by their own, which allows their scripts.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class AnswerHeaders extends OncePerRequestFilter {

    private static final Pattern ABOUT_PEOPLE = Pattern.compile("/+(api|engine-rest|camunda/api|actuator|error)(/.*)?");
    private static final String NO_PAGE = "default-src 'none'";
    private static final String OUR_PAGES = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'";
    private static final String NO_CACHE_KEEPS_IT = "no-store";

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("X-Frame-Options", "DENY");
        response.setHeader("Content-Security-Policy", (path(request).equals("/") || path(request).endsWith(".html") ? OUR_PAGES : NO_PAGE)
                + "; frame-ancestors 'none'; base-uri 'none'; form-action 'none'");
        response.setHeader("Referrer-Policy", "same-origin");
        response.setHeader("Permissions-Policy", "camera=(), microphone=(), geolocation=(), payment=(), usb=()");
        response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
        response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
        if (request.isSecure()) {
            response.setHeader("Strict-Transport-Security", "max-age=31536000; includeSubDomains");
        }
        boolean secret = ABOUT_PEOPLE.matcher(path(request)).matches();
        if (secret) {
            response.setHeader(HttpHeaders.CACHE_CONTROL, NO_CACHE_KEEPS_IT);
        }
        chain.doFilter(request, new Kept(response, secret, request.isSecure()));
    }

    private static String path(HttpServletRequest request) {
        return request.getRequestURI().substring(request.getContextPath().length());
    }

    /** The engine's servlets would soften the one header, and leave a cookie of theirs open to plain HTTP. */
    private static final class Kept extends HttpServletResponseWrapper {

        private final boolean secret;
        private final boolean secure;

        Kept(HttpServletResponse response, boolean secret, boolean secure) {
            super(response);
            this.secret = secret;
            this.secure = secure;
        }

        @Override
        public void setHeader(String name, String value) {
            if (!softens(name)) {
                super.setHeader(name, guarded(name, value));
            }
        }

        @Override
        public void addHeader(String name, String value) {
            if (!softens(name)) {
                super.addHeader(name, guarded(name, value));
            }
        }

        private boolean softens(String name) {
            return secret && HttpHeaders.CACHE_CONTROL.equalsIgnoreCase(name);
        }

        private String guarded(String name, String value) {
            return secure && HttpHeaders.SET_COOKIE.equalsIgnoreCase(name) && !value.matches("(?i).*;\\s*secure\\b.*")
                    ? value + ";Secure" : value;
        }
    }
}
