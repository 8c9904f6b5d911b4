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
 * they changed, or an official would fill in today's form with last month's script.
 */
@Component
class FreshPages extends OncePerRequestFilter {

    private static final Pattern OURS = Pattern.compile("/camunda/app/[a-z]+/(scripts|styles|locales)/.+");

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !OURS.matcher(request.getRequestURI().substring(request.getContextPath().length())).matches();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-cache");
        chain.doFilter(request, response);
    }
}
