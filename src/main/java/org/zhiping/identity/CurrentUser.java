package org.zhiping.identity;

import java.util.Arrays;
import java.util.Optional;

/** The person behind the present request. */
public interface CurrentUser {

    Optional<String> idIfAny();

    /** @throws org.zhiping.platform.Refusal (FORBIDDEN) when nobody is signed in */
    String id();

    boolean has(Role role);

    default boolean hasAny(Role... roles) {
        return Arrays.stream(roles).anyMatch(this::has);
    }

    /** As {@link Leads}: has this role and leads those who have it. */
    default boolean leads(Role role) {
        return has(Role.TEAM_LEAD) && has(role);
    }

    /** @throws org.zhiping.platform.Refusal (FORBIDDEN) when the person has none of these roles */
    void require(Role... anyOf);
}
