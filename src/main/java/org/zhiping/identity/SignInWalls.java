package org.zhiping.identity;

import static org.springframework.security.config.http.SessionCreationPolicy.STATELESS;

import jakarta.servlet.DispatcherType;
import java.util.Arrays;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.session.SessionRegistry;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.header.writers.CacheControlHeadersWriter;
import org.springframework.security.web.header.writers.DelegatingRequestMatcherHeaderWriter;
import org.springframework.security.web.header.writers.StaticHeadersWriter;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.NegatedRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.zhiping.platform.process.rest.EngineRequests;

/**
 * Who reaches which address. Everything is closed unless it is opened here; what a person may do behind an open door is
 * decided by the feature, the engine and the gate.
 */
@Configuration(proxyBeanMethods = false)
class SignInWalls {

    private static final String[] STAFF = roles(Arrays.stream(Role.values()).filter(Role::staff).toArray(Role[]::new));
    private static final String[] WATCHING = roles(Role.MANAGER, Role.PROCESS_OWNER, Role.ADMINISTRATOR);
    private static final String[] TASKS =
            roles(Arrays.stream(Role.values()).filter(role -> role.caseWork() || role == Role.MANAGER || role == Role.PROCESS_OWNER)
                    .toArray(Role[]::new));
    private static final String OWN_PAGES = "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'self'; "
            + "form-action 'self'; frame-ancestors 'self'";
    private static final String API_PAGES = OWN_PAGES + "; style-src 'self' 'unsafe-inline'";

    /** The same for everybody and megabytes large: a browser keeps them and asks whether they have changed. */
    private static final RequestMatcher WEBAPP_LIBRARIES =
            paths("/camunda/lib/**", "/camunda/assets/**", "/camunda/app/tasklist/camunda-tasklist-bootstrap.css");

    /** Style sheets, scripts and pictures of our own pages. */
    @Bean
    @Order(1)
    SecurityFilterChain files(HttpSecurity http) throws Exception {
        return http.securityMatcher(paths("/css/**", "/js/**", "/img/**", "/schema/**", "/webjars/**", "/favicon.ico"))
                .authorizeHttpRequests(all -> all.requestMatchers(path("/webjars/camunda/**")).denyAll().anyRequest().permitAll())
                .headers(headers -> headers.cacheControl(cache -> cache.disable()))
                .csrf(csrf -> csrf.disable()).requestCache(cache -> cache.disable())
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(STATELESS)).build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain engine(HttpSecurity http, ProgramAnswers answers, EngineRequests engine) throws Exception {
        return program(http.securityMatcher(path("/engine-rest/**")), answers)
                .authorizeHttpRequests(all -> all.dispatcherTypeMatchers(DispatcherType.ERROR).permitAll().anyRequest().access(engine)).build();
    }

    @Bean
    @Order(3)
    SecurityFilterChain api(HttpSecurity http, ProgramAnswers answers) throws Exception {
        return program(http.securityMatcher(path("/api/**")), answers).authorizeHttpRequests(all -> all
                .dispatcherTypeMatchers(DispatcherType.ERROR).permitAll()
                .requestMatchers(path(HttpMethod.POST, "/api/v1/accounts"), path(HttpMethod.POST, "/api/v1/codes"),
                        path(HttpMethod.POST, "/api/v1/codes/*/again"), path(HttpMethod.POST, "/api/v1/passwords"),
                        path(HttpMethod.GET, "/api/v1/consents/text"), path(HttpMethod.GET, "/api/v1/rounds"),
                        path(HttpMethod.GET, "/api/v1/rounds/**"), path(HttpMethod.GET, "/api/v1/certificates")).permitAll()
                .requestMatchers(paths("/api/v1/group-imports", "/api/v1/group-imports/**")).hasRole(Role.GROUP_AGENT.id())
                .requestMatchers(path("/api/v1/**")).hasRole(Role.APPLICANT.id())
                .requestMatchers(path("/api/desk/**")).hasAnyRole(STAFF)
                .anyRequest().denyAll()).build();
    }

    /** HTTP Basic with every request and no session; a browser that is led here by another site is turned away. */
    private static HttpSecurity program(HttpSecurity http, ProgramAnswers answers) throws Exception {
        return http.httpBasic(basic -> basic.authenticationEntryPoint(answers))
                .exceptionHandling(refused -> refused.authenticationEntryPoint(answers).accessDeniedHandler(answers))
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(STATELESS))
                .csrf(csrf -> csrf.requireCsrfProtectionMatcher(SignInWalls::fromAnotherSite))
                .headers(headers -> headers.contentSecurityPolicy(csp -> csp.policyDirectives("default-src 'none'; frame-ancestors 'none'")))
                .requestCache(cache -> cache.disable());
    }

    private static boolean fromAnotherSite(jakarta.servlet.http.HttpServletRequest request) {
        String from = request.getHeader("Sec-Fetch-Site");
        return from != null && !from.equals("same-origin") && !from.equals("none");
    }

    @Bean
    @Order(4)
    SecurityFilterChain browser(HttpSecurity http, BrowserAnswers answers, EngineRequests engine, SessionRegistry sessions)
            throws Exception {
        RequestMatcher webapps = path("/camunda/**");
        RequestMatcher apiPages = paths("/swagger-ui/**", "/swagger-ui.html", "/api-docs/**");
        http.authorizeHttpRequests(all -> all
                .dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.FORWARD).permitAll()
                .requestMatchers(paths("/", "/sign-in", "/sign-up", "/sign-up/**", "/forgot", "/forgot/**", "/lookup", "/lookup/**", "/rounds", "/rounds/*", "/error", "/actuator/health/**")).permitAll()
                .requestMatchers(path("/actuator/health"), apiPages).permitAll()
                .requestMatchers(paths("/password", "/account", "/account/**")).authenticated()
                .requestMatchers(paths("/portal", "/portal/**")).hasRole(Role.APPLICANT.id())
                .requestMatchers(paths("/group", "/group/**")).hasRole(Role.GROUP_AGENT.id())
                .requestMatchers(paths("/desk", "/desk/**", "/sample/**")).hasAnyRole(STAFF)
                .requestMatchers(paths("/dashboard", "/dashboard/**"))
                .hasAnyRole(roles(Role.MANAGER, Role.SUPERVISOR, Role.PROCESS_OWNER, Role.ADMINISTRATOR))
                .requestMatchers(path("/camunda/api/engine/**")).access(engine)
                .requestMatchers(path(HttpMethod.GET, "/camunda/api/admin/auth/user/default")).hasAnyRole(STAFF)
                .requestMatchers(path(HttpMethod.GET, "/camunda/api/{app}/plugin/{plugin}/static/**")).hasAnyRole(STAFF)
                .requestMatchers(path("/camunda/api/cockpit/plugin/**")).hasAnyRole(WATCHING)
                .requestMatchers(path(HttpMethod.GET, "/camunda/api/admin/plugin/**")).hasRole(Role.ADMINISTRATOR.id())
                .requestMatchers(path("/camunda/api/**")).denyAll()
                .requestMatchers(path(HttpMethod.GET, "/camunda/app/tasklist/**")).hasAnyRole(TASKS)
                .requestMatchers(path(HttpMethod.GET, "/camunda/app/cockpit/**")).hasAnyRole(WATCHING)
                .requestMatchers(path(HttpMethod.GET, "/camunda/app/admin/**")).hasRole(Role.ADMINISTRATOR.id())
                .requestMatchers(path(HttpMethod.GET, "/camunda/**")).hasAnyRole(STAFF)
                .anyRequest().denyAll());
        http.formLogin(form -> form.loginPage("/sign-in").successHandler(answers.welcome()).failureHandler(answers::notSignedIn))
                .logout(out -> out.logoutRequestMatcher(BrowserAnswers.SIGN_OUT).logoutSuccessHandler(answers::signedOut))
                .requestCache(cache -> cache.requestCache(BrowserAnswers.pagesOnly()))
                .exceptionHandling(refused -> refused.authenticationEntryPoint(answers).accessDeniedHandler(answers))
                .sessionManagement(all -> all.maximumSessions(-1).sessionRegistry(sessions).expiredSessionStrategy(answers::ended))
                .csrf(csrf -> csrf.ignoringRequestMatchers(webapps));
        http.headers(headers -> headers.frameOptions(frame -> frame.sameOrigin()).cacheControl(cache -> cache.disable())
                .addHeaderWriter(new DelegatingRequestMatcherHeaderWriter(new NegatedRequestMatcher(WEBAPP_LIBRARIES), new CacheControlHeadersWriter()))
                .addHeaderWriter(new DelegatingRequestMatcherHeaderWriter(WEBAPP_LIBRARIES, new StaticHeadersWriter("Cache-Control", "private, no-cache")))
                .referrerPolicy(Customizer.withDefaults())
                .addHeaderWriter((request, response) -> {
                    if (!webapps.matches(request)) {
                        response.setHeader("Content-Security-Policy", apiPages.matches(request) ? API_PAGES : OWN_PAGES);
                    }
                }));
        return http.build();
    }

    private static String[] roles(Role... roles) {
        return Arrays.stream(roles).map(Role::id).toArray(String[]::new);
    }

    private static RequestMatcher path(String pattern) {
        return PathPatternRequestMatcher.withDefaults().matcher(pattern);
    }

    private static RequestMatcher path(HttpMethod method, String pattern) {
        return PathPatternRequestMatcher.withDefaults().matcher(method, pattern);
    }

    private static RequestMatcher paths(String... patterns) {
        return new OrRequestMatcher(Arrays.stream(patterns).map(SignInWalls::path).toArray(RequestMatcher[]::new));
    }
}
