package org.zhiping.platform.process.rest;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;

/** The staff member behind a request to the engine, as Spring Security knows them. */
record SignedIn(String id, List<String> roles) {

    static final String ROLE = "ROLE_";
    private static final Set<String> OUTSIDE = Set.of("applicant", "group-agent");

    static Optional<SignedIn> current() {
        Authentication person = SecurityContextHolder.getContext().getAuthentication();
        if (person == null || !person.isAuthenticated() || person instanceof AnonymousAuthenticationToken) {
            return Optional.empty();
        }
        List<String> roles = person.getAuthorities().stream().map(GrantedAuthority::getAuthority).filter(name -> name.startsWith(ROLE))
                .map(name -> name.substring(ROLE.length())).filter(role -> !OUTSIDE.contains(role)).toList();
        return Optional.of(new SignedIn(person.getName(), roles)).filter(staff -> !staff.roles().isEmpty());
    }
}
