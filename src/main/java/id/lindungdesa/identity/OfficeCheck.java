package id.lindungdesa.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Asks for the office that an endpoint is {@link OpenTo}, so that a faulty body is never why somebody was refused. */
@Component
class OfficeCheck implements HandlerInterceptor, WebMvcConfigurer {

    private static final Role[] OFFICIALS = Arrays.stream(Role.values()).filter(Role::isOfficial).toArray(Role[]::new);

    private final CurrentUser currentUser;

    OfficeCheck(CurrentUser currentUser) {
        this.currentUser = currentUser;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        OpenTo open = handler instanceof HandlerMethod method ? method.getMethodAnnotation(OpenTo.class) : null;
        if (open != null) {
            currentUser.require(open.value().length == 0 ? OFFICIALS : open.value());
        }
        return true;
    }
}
