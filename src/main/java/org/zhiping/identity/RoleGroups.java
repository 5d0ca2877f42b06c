package org.zhiping.identity;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.zhiping.platform.process.CandidateGroups;

/** Every role of the staff is a candidate group; applicants and group agents are no users of the engine. */
@Component
public class RoleGroups implements CandidateGroups {

    @Override
    public Set<String> ids() {
        return Arrays.stream(Role.values()).filter(Role::staff).map(Role::id).collect(Collectors.toUnmodifiableSet());
    }
}
