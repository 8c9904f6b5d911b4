package id.lindungdesa.rest;

import id.lindungdesa.operation.LogContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Lines of the log name the case that a call's address names. */
@Configuration(proxyBeanMethods = false)
class CaseInLog implements WebMvcConfigurer, HandlerInterceptor {

    private static final Pattern NAMES_A_CASE = Pattern.compile("/api/(claims|complaints|death-reports|decrees|premium-cases|trace/(claims|decrees))/.*");

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).addPathPatterns("/api/**");
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        Object pattern = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
        if (pattern != null && NAMES_A_CASE.matcher(pattern.toString()).matches()
                && request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE) instanceof Map<?, ?> named) {
            named.values().stream().map(String::valueOf).filter(CaseInLog::isId).findFirst().ifPresent(LogContext::caseId);
        }
        return true;
    }

    private static boolean isId(String text) {
        try {
            UUID.fromString(text);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
