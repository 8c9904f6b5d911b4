package id.lindungdesa.webapp;

import id.lindungdesa.identity.Accounts;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.camunda.bpm.engine.ProcessEngines;
import org.camunda.bpm.webapp.impl.security.auth.Authentication;
import org.camunda.bpm.webapp.impl.security.auth.AuthenticationUtil;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Whoever lost his last office while he worked is told so when he loads a page again, and his session ends. The engine
 * would ask itself something in his name on the way to the page, be refused, and answer with a failure.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 100)
class FormerOfficials extends OncePerRequestFilter {

    static final String TOLD = "Masa jabatan Anda sudah berakhir, jadi Anda tidak dapat masuk lagi dengan akun ini.";

    private static final String PAGE = """
            <!DOCTYPE html>
            <html lang="id"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Lindung Desa</title></head>
            <body><main><h1>Lindung Desa</h1><p>%s</p>
            <p>Yang sudah Anda selesaikan tetap tercatat atas nama Anda. Yang belum selesai
            tidak disimpan, dan diteruskan oleh pejabat penerus atau kantor Anda.
            Bila ini keliru, hubungi administrator dengan membawa surat keputusan (SK) Anda.</p>
            <p><a href="/">Masuk dengan akun lain</a></p></main></body></html>
            """;

    private final Accounts accounts;

    FormerOfficials(Accounts accounts) {
        this.accounts = accounts;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String path = request.getRequestURI().substring(request.getContextPath().length());
        return !path.matches("/camunda/app/[a-z]+/([a-z]+/)?") || request.getSession(false) == null;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        HttpSession session = request.getSession(false);
        Optional<String> user = Optional.ofNullable(AuthenticationUtil.getAuthsFromSession(session)
                .getAuthenticationForProcessEngine(ProcessEngines.NAME_DEFAULT)).map(Authentication::getIdentityId);
        if (user.isEmpty() || !accounts.groupsOf(user.get()).isEmpty()) {
            chain.doFilter(request, response);
            return;
        }
        session.invalidate();
        response.setStatus(HttpServletResponse.SC_FORBIDDEN);
        response.setContentType(MediaType.TEXT_HTML_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.setHeader("Cache-Control", "no-store");
        response.getWriter().write(PAGE.formatted(TOLD));
    }
}
