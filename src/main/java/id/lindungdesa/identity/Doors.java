package id.lindungdesa.identity;

import id.lindungdesa.operation.LogContext;
import id.lindungdesa.rest.ProblemWriter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.core.GrantedAuthorityDefaults;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.security.web.authentication.www.BasicAuthenticationFilter;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Who comes in at which door. The webapps log in by themselves; every other address wants a login: HTTP Basic, or for
 * pages of the webapps their session. Whoever came in acts in the engine under his own name. Paths are compared whole:
 * the engine's servlets hide their first part from the usual patterns.
 */
@Configuration(proxyBeanMethods = false)
class Doors {

    /** Where whoever holds a code chooses a new password, and the page for it. */
    static final String NEW_PASSWORD = "/kata-sandi";

    private final ProblemWriter problems;

    Doors(ProblemWriter problems) {
        this.problems = problems;
    }

    @Bean
    @Order(1)
    SecurityFilterChain webapps(HttpSecurity http) throws Exception {
        return http.securityMatcher(below("/camunda"))
                .authorizeHttpRequests(allow -> allow
                        .requestMatchers(setUp()).denyAll()
                        .anyRequest().permitAll())
                .csrf(csrf -> csrf.disable())                 // the webapps bring their own
                .headers(headers -> headers.disable())        // see rest.AnswerHeaders
                .sessionManagement(session -> session.sessionFixation(fixation -> fixation.none()))
                .requestCache(cache -> cache.disable())
                .exceptionHandling(errors -> errors
                        .authenticationEntryPoint((request, response, why) -> notHere(response))
                        .accessDeniedHandler((request, response, denied) -> notHere(response)))
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain everythingElse(HttpSecurity http, AuthenticationProvider accountLogin, Accounts accounts,
            ObjectProvider<SessionSignOn> session) throws Exception {
        session.ifAvailable(filter -> http.addFilterBefore(filter, BasicAuthenticationFilter.class));
        return http
                .authenticationProvider(accountLogin)
                .authorizeHttpRequests(allow -> allow
                        .requestMatchers(exactly("/", "/favicon.ico", "/error", "/actuator/health",
                                "/actuator/health/liveness", "/actuator/health/readiness", NEW_PASSWORD,
                                NEW_PASSWORD + ".html", NEW_PASSWORD + ".js", NEW_PASSWORD + ".css",
                                "/beranda.html", "/beranda.js", "/beranda.css")).permitAll()        // names nobody: its script asks who comes
                        .requestMatchers(below("/surat")).permitAll()       // letters are checked by anybody, see letter.CheckController
                        .requestMatchers(below("/adukan")).permitAll()      // the letter's code is the key: complaint.FamilyComplaintController
                        .requestMatchers(below("/unggah")).permitAll()      // the address itself is the key: claim.UploadPageController
                        .requestMatchers(exactly("/actuator/prometheus")).hasAnyAuthority(Role.ADMIN.id(), Role.MONITOR.id())
                        .requestMatchers(below("/actuator")).hasAuthority(Role.ADMIN.id())
                        .anyRequest().access(Doors::hasBusinessHere))
                .httpBasic(basic -> basic.authenticationEntryPoint(this::askForLogin))
                .csrf(csrf -> csrf.disable())                 // a cookie alone signs nobody on: see SessionSignOn
                .sessionManagement(to -> to.sessionCreationPolicy(SessionCreationPolicy.NEVER)
                        .sessionFixation(fixation -> fixation.none()))
                .securityContext(context -> context.securityContextRepository(
                        new org.springframework.security.web.context.RequestAttributeSecurityContextRepository()))
                .requestCache(cache -> cache.disable())
                .logout(logout -> logout.disable())
                .headers(headers -> headers.disable())        // see rest.AnswerHeaders
                .exceptionHandling(errors -> errors
                        .authenticationEntryPoint(this::askForLogin)
                        .accessDeniedHandler((request, response, denied) ->
                                problems.write(response, 403, "FORBIDDEN", holdsNothing() ? "Anda tidak memegang jabatan yang berlaku hari ini, jadi tidak ada yang disimpan. Hubungi administrator bila ini keliru."
                                        : "Anda tidak berwenang untuk ini.")))
                .addFilterAfter(new ActingFilter(accounts), AuthorizationFilter.class)
                .build();
    }

    /** An authority is the name of a group as it stands. */
    @Bean
    static GrantedAuthorityDefaults noPrefix() {
        return new GrantedAuthorityDefaults("");
    }

    @Bean
    AuthenticationProvider accountLogin(Accounts accounts) {
        return new AuthenticationProvider() {
            @Override
            public Authentication authenticate(Authentication login) throws AuthenticationException {
                String user = login.getName();
                if (!accounts.matches(user, String.valueOf(login.getCredentials()))) {
                    throw new BadCredentialsException("wrong name or password");
                }
                return signedOn(user, accounts.groupsOf(user));
            }

            @Override
            public boolean supports(Class<?> type) {
                return UsernamePasswordAuthenticationToken.class.isAssignableFrom(type);
            }
        };
    }

    static Authentication signedOn(String user, List<String> groups) {
        return UsernamePasswordAuthenticationToken.authenticated(user, null,
                groups.stream().map(SimpleGrantedAuthority::new).toList());
    }

    /** Lets the engine know who acts, for this request only. */
    private static class ActingFilter extends OncePerRequestFilter {

        private final Accounts accounts;

        ActingFilter(Accounts accounts) {
            this.accounts = accounts;
        }

        @Override
        protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                throws ServletException, IOException {
            Authentication login = SecurityContextHolder.getContext().getAuthentication();
            if (login == null || !login.isAuthenticated() || "anonymousUser".equals(login.getPrincipal())) {
                chain.doFilter(request, response);
                return;
            }
            LogContext.user(login.getName());
            List<String> groups = login.getAuthorities().stream().map(GrantedAuthority::getAuthority).toList();   // of this request
            try (Accounts.Acting acting = accounts.actAs(login.getName(), groups)) {
                chain.doFilter(request, response);
            }
        }
    }

    private void notHere(HttpServletResponse response) throws IOException {
        problems.write(response, 403, "FORBIDDEN", "Halaman ini tidak tersedia.");
    }

    private void askForLogin(HttpServletRequest request, HttpServletResponse response, AuthenticationException why)
            throws IOException {
        String accept = request.getHeader("Accept");
        if (accept != null && accept.contains("text/html")) {
            response.sendRedirect(request.getContextPath() + "/camunda/app/welcome/default/");
            return;
        }
        if (!ofAPage(request)) {
            response.setHeader("WWW-Authenticate", "Basic realm=\"Lindung Desa\", charset=\"UTF-8\"");
        }
        problems.write(response, 401, "UNAUTHORIZED", "Silakan masuk dengan nama pengguna dan kata sandi.");
    }

    /** A browser would open a password box of its own above the page, in its own language, and the page would hear nothing more. */
    private static boolean ofAPage(HttpServletRequest request) {
        return request.getCookies() != null || Stream.of("X-Requested-With", "Sec-Fetch-Site", "Origin", "Referer")
                .anyMatch(header -> request.getHeader(header) != null);
    }

    /**
     * Whoever holds an office today: who was dismissed keeps his account for the record and comes in nowhere, nor does the
     * account that reads the metrics, whose password lies on another machine.
     */
    private static AuthorizationDecision hasBusinessHere(Supplier<Authentication> login, RequestAuthorizationContext context) {
        Authentication who = login.get();
        return new AuthorizationDecision(who != null && who.isAuthenticated() && Official.of(who.getName(), "", who.getAuthorities()
                .stream().map(GrantedAuthority::getAuthority).toList()).offices().stream().anyMatch(held -> held.role() != Role.MONITOR));
    }

    private static boolean holdsNothing() {
        Authentication who = SecurityContextHolder.getContext().getAuthentication();
        return who != null && Official.of(who.getName(), "", who.getAuthorities().stream().map(GrantedAuthority::getAuthority).toList())
                .offices().isEmpty();
    }

    private static RequestMatcher below(String base) {
        return request -> path(request).equals(base) || path(request).startsWith(base + "/");
    }

    private static RequestMatcher setUp() {
        return request -> path(request).matches("/camunda/api/admin/setup(/.*)?|/camunda/app/admin/[^/]+/setup(/.*)?");
    }

    private static RequestMatcher exactly(String... paths) {
        return request -> List.of(paths).contains(path(request));
    }

    private static String path(HttpServletRequest request) {
        return request.getRequestURI().substring(request.getContextPath().length());
    }
}
