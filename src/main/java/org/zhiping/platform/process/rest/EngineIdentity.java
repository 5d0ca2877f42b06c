package org.zhiping.platform.process.rest;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.camunda.bpm.engine.IdentityService;
import org.springframework.web.filter.OncePerRequestFilter;

/** Tells the engine who speaks to it over {@code /engine-rest}, for its authorization and its log. */
class EngineIdentity extends OncePerRequestFilter {

    private final IdentityService identity;

    EngineIdentity(IdentityService identity) {
        this.identity = identity;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        SignedIn person = SignedIn.current().orElse(null);
        if (person == null) {
            response.sendError(HttpServletResponse.SC_UNAUTHORIZED);
            return;
        }
        identity.setAuthentication(person.id(), person.roles());
        try {
            chain.doFilter(request, response);
        } finally {
            identity.clearAuthentication();
        }
    }
}
