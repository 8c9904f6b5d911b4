package id.lindungdesa.identity;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.HexFormat;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Where the request of this thread comes from, known before any login is judged, at whichever door. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 3)
public class CallerAddress extends OncePerRequestFilter {

    /** Who asks from inside. */
    static final String NONE = "-";

    private static final ThreadLocal<String> address = new ThreadLocal<>();

    /** Whoever has an IPv6 network has more addresses than anybody could count: his network is his address. */
    public static String current() {
        String from = address.get();
        if (from == null) {
            return NONE;
        }
        try {
            return InetAddress.getByName(from) instanceof Inet6Address six
                    ? HexFormat.of().formatHex(six.getAddress(), 0, 8) + "/64" : from;
        } catch (UnknownHostException e) {
            return NONE;
        }
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        address.set(request.getRemoteAddr());
        try {
            chain.doFilter(request, response);
        } finally {
            address.remove();
        }
    }
}
