package id.lindungdesa.rest;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Pattern;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Each page has one address. Rules that go by addresses and servlets that are found by them would read another spelling
 * ({@code //camunda//api}, {@code /camunda/;x/api}) each in its own way.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
class PlainAddresses extends OncePerRequestFilter {

    private static final Pattern ODD = Pattern.compile("//|;|\\\\|/\\.\\.?(/|$)|%(2[ef]|3b|5c|00|25)", Pattern.CASE_INSENSITIVE);

    private final ProblemWriter problems;

    PlainAddresses(ProblemWriter problems) {
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (ODD.matcher(request.getRequestURI()).find()) {
            problems.write(response, 400, "REQUEST_REFUSED", "Alamat ini tidak ditulis dengan benar.");
            return;
        }
        chain.doFilter(request, response);
    }
}
