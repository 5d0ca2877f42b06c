package org.zhiping.identity;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.session.SessionInformationExpiredEvent;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.stereotype.Component;
import org.zhiping.platform.Language;
import org.zhiping.platform.web.RequestLanguage;

/**
 * Where a browser goes when a person signs in or out, or is not let in. Pages are led to the sign-in; htmx is told to go
 * there; scripts of Camunda's web apps get the bare status.
 */
@Component
class BrowserAnswers implements AuthenticationEntryPoint, AccessDeniedHandler {

    /** Ours, and the one of Camunda's web apps, whose script always sends this header and another site's cannot. */
    static final RequestMatcher SIGN_OUT = new OrRequestMatcher(
            PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.POST, "/sign-out"),
            request -> request.getHeader("X-XSRF-TOKEN") != null && PathPatternRequestMatcher.withDefaults()
                    .matcher(HttpMethod.POST, "/camunda/api/admin/auth/user/{engine}/logout").matches(request));

    private final ProgramAnswers programs;
    private final Accounts accounts;

    BrowserAnswers(ProgramAnswers programs, Accounts accounts) {
        this.programs = programs;
        this.accounts = accounts;
    }

    static HttpSessionRequestCache pagesOnly() {
        HttpSessionRequestCache cache = new HttpSessionRequestCache();
        cache.setMatchingRequestParameterName(null);
        cache.setRequestMatcher(request -> request.getMethod().equals("GET") && wantsPage(request));
        return cache;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException reason) throws IOException {
        lead(request, response, "/sign-in");
    }

    /** A form whose session has ended meanwhile carries a token that nobody knows any more. */
    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException reason) throws IOException {
        boolean page = wantsPage(request) || request.getHeader("HX-Request") != null;
        if (page && reason instanceof CsrfException && SecurityContextHolder.getContext().getAuthentication() == null) {
            lead(request, response, "/sign-in?ended");
        } else if (wantsPage(request)) {
            response.sendError(HttpStatus.FORBIDDEN.value());
        } else {
            programs.handle(request, response, reason);
        }
    }

    void notSignedIn(HttpServletRequest request, HttpServletResponse response, AuthenticationException reason) throws IOException {
        response.sendRedirect(reason instanceof LockedException ? "/sign-in?wait" : "/sign-in?error");
    }

    void signedOut(HttpServletRequest request, HttpServletResponse response, Authentication person) throws IOException {
        if (request.getRequestURI().startsWith("/camunda/")) {
            response.setStatus(HttpStatus.NO_CONTENT.value());
        } else {
            response.sendRedirect("/sign-in?out");
        }
    }

    void ended(SessionInformationExpiredEvent event) throws IOException {
        lead(event.getRequest(), event.getResponse(), "/sign-in?ended");
    }

    /** To where they were going, else an applicant to the portal, a group agent to the group applications and everybody else to the desk. */
    SavedRequestAwareAuthenticationSuccessHandler welcome() {
        SavedRequestAwareAuthenticationSuccessHandler welcome = new SavedRequestAwareAuthenticationSuccessHandler() {
            @Override
            public void onAuthenticationSuccess(HttpServletRequest request, HttpServletResponse response, Authentication person)
                    throws IOException, ServletException {
                greet(request, response, person.getName());
                super.onAuthenticationSuccess(request, response, person);
            }

            @Override
            protected String determineTargetUrl(HttpServletRequest request, HttpServletResponse response, Authentication person) {
                return only(person, Role.APPLICANT) ? "/portal" : only(person, Role.GROUP_AGENT) ? "/group" : "/desk";
            }
        };
        welcome.setRequestCache(pagesOnly());
        welcome.setRedirectStrategy((request, response, target) -> response.sendRedirect(target.replaceFirst("^https?://[^/]*", "")));
        return welcome;
    }

    private static boolean only(Authentication person, Role role) {
        return person.getAuthorities().stream().allMatch(authority -> authority.getAuthority().equals("ROLE_" + role.id()));
    }

    /** A person who has chosen English finds it in a new browser too. */
    private void greet(HttpServletRequest request, HttpServletResponse response, String account) {
        if (RequestLanguage.chosenBefore(request).isEmpty()) {
            accounts.find(account).map(Account::language).filter(Language.ENGLISH::equals)
                    .ifPresent(language -> RequestLanguage.keep(language, request, response));
        }
    }

    private void lead(HttpServletRequest request, HttpServletResponse response, String address) throws IOException {
        if (request.getHeader("HX-Request") != null) {
            response.setHeader("HX-Redirect", address);
            response.setStatus(HttpStatus.UNAUTHORIZED.value());
        } else if (wantsPage(request)) {
            response.sendRedirect(address);
        } else {
            programs.commence(request, response, null);
        }
    }

    private static boolean wantsPage(HttpServletRequest request) {
        String accept = request.getHeader("Accept");
        return accept != null && accept.contains(MediaType.TEXT_HTML_VALUE) && request.getHeader("HX-Request") == null;
    }
}
