package org.zhiping.platform.process.rest;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.stereotype.Component;

/** Decides whether a request may reach the engine's REST interface at all; the engine and the gate look closer. */
@Component
public class EngineRequests implements AuthorizationManager<RequestAuthorizationContext> {

    private final List<EngineRules.Rule> rules = new EngineRules().rules();

    @Override
    public AuthorizationDecision authorize(Supplier<Authentication> person, RequestAuthorizationContext context) {
        Collection<? extends GrantedAuthority> authorities = person.get().getAuthorities();
        return new AuthorizationDecision(rules.stream().filter(rule -> matches(rule, context.getRequest()))
                .anyMatch(rule -> holdsOne(authorities, rule.roles())));
    }

    @Override
    @Deprecated
    public AuthorizationDecision check(Supplier<Authentication> person, RequestAuthorizationContext context) {
        return authorize(person, context);
    }

    private static boolean matches(EngineRules.Rule rule, HttpServletRequest request) {
        return rule.request().matches(request);
    }

    private static boolean holdsOne(Collection<? extends GrantedAuthority> authorities, Set<String> roles) {
        return authorities.stream().map(GrantedAuthority::getAuthority)
                .anyMatch(authority -> authority.startsWith(SignedIn.ROLE) && roles.contains(authority.substring(SignedIn.ROLE.length())));
    }
}
