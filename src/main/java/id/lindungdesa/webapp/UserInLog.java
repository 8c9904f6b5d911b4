package id.lindungdesa.webapp;

import id.lindungdesa.operation.LogContext;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import org.camunda.bpm.engine.ProcessEngines;
import org.camunda.bpm.webapp.impl.security.auth.AuthenticationUtil;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** The webapps log in by themselves: whose session a request of theirs comes with. */
@Component
@Order(0)
class UserInLog extends OncePerRequestFilter {

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getRequestURI().startsWith(request.getContextPath() + "/camunda/api/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        tellOf(request);
        chain.doFilter(request, response);
        tellOf(request);        // somebody may have logged in
    }

    private static void tellOf(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        var login = session == null ? null
                : AuthenticationUtil.getAuthsFromSession(session).getAuthenticationForProcessEngine(ProcessEngines.NAME_DEFAULT);
        if (login != null) {
            LogContext.user(login.getIdentityId());
        }
    }
}
