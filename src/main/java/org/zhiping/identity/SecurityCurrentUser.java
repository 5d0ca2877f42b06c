package org.zhiping.identity;

import java.util.Arrays;
import java.util.Optional;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.zhiping.platform.Refusal;

/** Reads the person from Spring Security. */
@Component
class SecurityCurrentUser implements CurrentUser {

    @Override
    public Optional<String> idIfAny() {
        return signedIn().map(Authentication::getName);
    }

    @Override
    public String id() {
        return idIfAny().orElseThrow(() -> Refusal.forbidden("not-signed-in"));
    }

    @Override
    public boolean has(Role role) {
        return signedIn().stream().flatMap(person -> person.getAuthorities().stream())
                .anyMatch(authority -> authority.getAuthority().equals("ROLE_" + role.id()));
    }

    @Override
    public void require(Role... anyOf) {
        id();
        if (Arrays.stream(anyOf).noneMatch(this::has)) {
            throw Refusal.forbidden("role-missing");
        }
    }

    private static Optional<Authentication> signedIn() {
        return Optional.ofNullable(SecurityContextHolder.getContext().getAuthentication())
                .filter(person -> person.isAuthenticated() && !(person instanceof AnonymousAuthenticationToken));
    }
}
