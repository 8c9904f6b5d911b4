package id.lindungdesa.webapp;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Pattern;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Our scripts, styles and texts lie at addresses without a version of ours: a browser may keep them but must ask whether
 * they changed, or an official would fill in today's form with last month's script. The engine's own, 1.4 MB of the first
 * page, carry its version in their address and are kept for a year.
 */
@Component
class FreshPages extends OncePerRequestFilter {

    private static final Pattern OURS = Pattern.compile("/|/beranda\\.(js|css)|/camunda/app/[a-z]+/(scripts|styles|locales)/.+|/camunda/jabatan.+");

    private static final Pattern VERSIONED = Pattern.compile("/camunda/(lib|assets|app/[a-z]+)/[^/]+\\.(js|css|woff2?)");

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String path = request.getRequestURI().substring(request.getContextPath().length());
        if (OURS.matcher(path).matches()) {
            response.setHeader(HttpHeaders.CACHE_CONTROL, "no-cache");
        } else if (VERSIONED.matcher(path).matches() && request.getParameter("bust") != null) {
            response.setHeader(HttpHeaders.CACHE_CONTROL, "max-age=31536000, immutable");
        }
        chain.doFilter(request, response);
    }
}
