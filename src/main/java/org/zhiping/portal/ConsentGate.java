package org.zhiping.portal;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.zhiping.consent.Consents;
import org.zhiping.identity.CurrentUser;

/**
 * Nothing about a person is taken in before they have agreed to it: everything that an applicant hands in over the portal or the REST
 * API passes here. What is not named as free is held. Reading, deleting, withdrawing an application, asking
 * that somebody keeps out of it and the account itself are free; so is what a group hands in, which declares the consent it holds.
 */
@Configuration(proxyBeanMethods = false)
class ConsentGate implements WebMvcConfigurer, HandlerInterceptor {

    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");
    private static final List<String> FREE = List.of("/portal/consent", "/portal/inbox", "/portal/my-data",
            "/api/v1/accounts", "/api/v1/codes", "/api/v1/passwords", "/api/v1/contacts", "/api/v1/consents", "/api/v1/group-imports");
    private static final String ABOUT_A_CASE = "/(portal|api/v1)/applications/[^/]+/(withdraw|recusals|recusal-requests)";
    /** What is typed there and sent without scripts has no other place yet. */
    private static final String TYPED = "/portal/applications/[^/]+/form";
    /** Where data would be typed in next. */
    private static final String FORM = "/portal/applications/[^/]+/(form|materials)";

    private final Consents consents;
    private final CurrentUser user;

    ConsentGate(Consents consents, CurrentUser user) {
        this.consents = consents;
        this.user = user;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).addPathPatterns("/portal/**", "/api/v1/**");
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) throws IOException, ServletException {
        String path = request.getRequestURI();
        boolean page = path.startsWith("/portal");
        if (READING.contains(request.getMethod()) ? !page || !asksHere(path) : request.getMethod().equals("DELETE") || isFree(path)) {
            return true;
        }
        Optional<String> missing = user.idIfAny().filter(id -> !consents.givenByThemselves(id));
        if (missing.isPresent() && page && wantsPage(request)) {
            return askFirst(request, response, path);
        }
        missing.ifPresent(consents::require);
        return true;
    }

    /** A script that saves in the background is told in its own way. */
    private static boolean wantsPage(HttpServletRequest request) {
        String accept = request.getHeader("Accept");
        return request.getHeader("HX-Request") != null || accept != null && accept.contains("text/html");
    }

    private static boolean asksHere(String path) {
        return path.matches("/portal/apply/[^/]+") || path.matches(FORM);
    }

    private static boolean isFree(String path) {
        return path.matches(ABOUT_A_CASE) || FREE.stream().anyMatch(free -> path.equals(free) || path.startsWith(free + "/"));
    }

    private static boolean askFirst(HttpServletRequest request, HttpServletResponse response, String path) throws IOException, ServletException {
        String ask = "/portal/consent?next=" + PortalPath.of(READING.contains(request.getMethod()) ? path : path.replaceFirst("/(submit|supplement|draft)$", ""));
        if (request.getHeader("HX-Request") != null) {
            response.setHeader("HX-Redirect", ask);
            response.setStatus(HttpServletResponse.SC_FORBIDDEN);
        } else if (request.getMethod().equals("POST") && path.matches(TYPED)) {
            request.getRequestDispatcher(ConsentPages.HELD).forward(request, response);
        } else {
            response.sendRedirect(ask);
        }
        return false;
    }
}
