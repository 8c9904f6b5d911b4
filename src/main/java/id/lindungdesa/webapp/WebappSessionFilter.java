package id.lindungdesa.webapp;

import id.lindungdesa.identity.Accounts;
import id.lindungdesa.identity.SessionSignOn;
import id.lindungdesa.rest.ProblemWriter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.ProcessEngines;
import org.camunda.bpm.webapp.impl.security.auth.Authentication;
import org.camunda.bpm.webapp.impl.security.auth.AuthenticationUtil;
import org.camunda.bpm.webapp.impl.security.auth.Authentications;
import org.camunda.bpm.webapp.impl.security.filter.util.CsrfConstants;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets a page of Tasklist use our API in the session in which its user logged in. The session says who he was then; that
 * he still has an account, and which offices he holds, is looked up at each call. A request that brings a login of its
 * own is judged by that alone.
 */
@Component
class WebappSessionFilter extends OncePerRequestFilter implements SessionSignOn {

    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS", "TRACE");

    private final Accounts accounts;
    private final ProblemWriter problems;

    WebappSessionFilter(Accounts accounts, ProblemWriter problems) {
        this.accounts = accounts;
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        HttpSession session = request.getSession(false);
        Optional<String> user = session == null || request.getHeader(HttpHeaders.AUTHORIZATION) != null
                ? Optional.empty() : userOf(session);
        if (user.isPresent() && !READING.contains(request.getMethod()) && !carriesToken(request, session)) {
            problems.write(response, 403, "CSRF_TOKEN_MISSING",
                    "Permintaan ini tidak berasal dari halaman Anda sendiri. Muat ulang halaman lalu coba lagi.");
            return;
        }
        user.ifPresent(this::signOn);
        chain.doFilter(request, response);
    }

    private Optional<String> userOf(HttpSession session) {
        Authentications logins = AuthenticationUtil.getAuthsFromSession(session);
        return Optional.ofNullable(logins.getAuthenticationForProcessEngine(ProcessEngines.NAME_DEFAULT))
                .map(Authentication::getIdentityId).filter(accounts::exists);
    }

    private static boolean carriesToken(HttpServletRequest request, HttpSession session) {
        Object expected = session.getAttribute(CsrfConstants.CSRF_TOKEN_SESSION_ATTR_NAME);
        String sent = request.getHeader(CsrfConstants.CSRF_TOKEN_HEADER_NAME);
        return expected != null && sent != null && MessageDigest.isEqual(
                expected.toString().getBytes(StandardCharsets.UTF_8), sent.getBytes(StandardCharsets.UTF_8));
    }

    private void signOn(String user) {
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(user, null,
                accounts.groupsOf(user).stream().map(SimpleGrantedAuthority::new).toList()));
        SecurityContextHolder.setContext(context);
    }

    /** The security chain calls the filter; the servlet container must not call it too. */
    @Configuration(proxyBeanMethods = false)
    static class InSecurityChainOnly {

        @Bean
        FilterRegistrationBean<WebappSessionFilter> webappSessionFilterRegistration(WebappSessionFilter filter) {
            FilterRegistrationBean<WebappSessionFilter> registration = new FilterRegistrationBean<>(filter);
            registration.setEnabled(false);
            return registration;
        }
    }
}
