package org.zhiping.platform.process.engine;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationManager;
import org.zhiping.platform.process.Directory;

/**
 * Asks the table of authorizations less than the engine does. They are given to roles, and the engine would ask with every command to
 * which; and a list of tasks that are mine or wait for one of my roles holds nothing that I may not see, while the engine would compare
 * each of them with the authorizations of all: at 100,000 open tasks for minutes (docs/performance.md).
 */
class RoleGrants extends AuthorizationManager {

    private final Directory directory;

    RoleGrants(Directory directory) {
        this.directory = directory;
    }

    @Override
    protected Set<String> getAllGroups() {
        return Set.copyOf(directory.roles());
    }

    @Override
    public void configureTaskQuery(TaskQueryImpl query) {
        super.configureTaskQuery(query);
        Authentication person = getCurrentAuthentication();
        if (person != null && query.getAuthCheck().isAuthorizationCheckEnabled() && (isWith(person, query) || waitsFor(person, query))) {
            query.getAuthCheck().setAuthorizationCheckEnabled(false);
        }
    }

    private static boolean isWith(Authentication person, TaskQueryImpl query) {
        return person.getUserId() != null && person.getUserId().equals(query.getAssignee());
    }

    /** A candidate user is another way in, which this says nothing of. */
    private static boolean waitsFor(Authentication person, TaskQueryImpl query) {
        List<String> roles = query.getCandidateGroups();
        return roles != null && !roles.isEmpty() && query.getCandidateUser() == null && person.getGroupIds() != null
                && new HashSet<>(person.getGroupIds()).containsAll(roles);
    }
}
