package org.zhiping.platform.process.rest;

import java.util.List;
import java.util.Optional;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;

/** The staff member behind a request to the engine, as Spring Security knows them. */
record SignedIn(String id, List<String> roles) {

    static final String ROLE = "ROLE_";
    private static final String APPLICANT = "applicant";

    static Optional<SignedIn> current() {
        Authentication person = SecurityContextHolder.getContext().getAuthentication();
        if (person == null || !person.isAuthenticated() || person instanceof AnonymousAuthenticationToken) {
            return Optional.empty();
        }
        List<String> roles = person.getAuthorities().stream().map(GrantedAuthority::getAuthority).filter(name -> name.startsWith(ROLE))
                .map(name -> name.substring(ROLE.length())).filter(role -> !role.equals(APPLICANT)).toList();
        return Optional.of(new SignedIn(person.getName(), roles)).filter(staff -> !staff.roles().isEmpty());
    }
}
