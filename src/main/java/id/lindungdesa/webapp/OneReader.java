package id.lindungdesa.webapp;

import id.lindungdesa.rest.ProblemWriter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import org.camunda.bpm.engine.ProcessEngines;
import org.camunda.bpm.webapp.impl.security.auth.Authentication;
import org.camunda.bpm.webapp.impl.security.auth.AuthenticationUtil;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Windows of one browser share a session: where somebody else logs in in one of them, the others still show the page of the
 * one before. A page says for whom it was opened, and nothing is read or written for it in another's name.
 */
@Component
@Order(1)
class OneReader extends OncePerRequestFilter {

    static final String READER = "X-Page-User";

    private final ProblemWriter problems;

    OneReader(ProblemWriter problems) {
        this.problems = problems;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getHeader(READER) == null;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        HttpSession session = request.getSession(false);
        Authentication login = session == null ? null
                : AuthenticationUtil.getAuthsFromSession(session).getAuthenticationForProcessEngine(ProcessEngines.NAME_DEFAULT);
        if (login != null && !login.getIdentityId().equals(readerOf(request))) {
            problems.write(response, 409, "OTHER_USER", ("Di jendela lain %s telah masuk, sehingga tidak ada yang dicatat dari halaman ini. "
                    + "Keluarlah di sana, lalu masuk lagi dengan akun Anda.").formatted(login.getIdentityId()));
            return;
        }
        chain.doFilter(request, response);
    }

    private static String readerOf(HttpServletRequest request) {
        try {
            return URLDecoder.decode(request.getHeader(READER).replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return "";      // nobody's name
        }
    }
}
