package org.zhiping.platform.process.engine;

import static org.camunda.bpm.engine.authorization.Permissions.ACCESS;
import static org.camunda.bpm.engine.authorization.Permissions.CREATE;
import static org.camunda.bpm.engine.authorization.Permissions.READ;
import static org.camunda.bpm.engine.authorization.Permissions.READ_HISTORY;
import static org.camunda.bpm.engine.authorization.Permissions.READ_INSTANCE;
import static org.camunda.bpm.engine.authorization.Permissions.READ_TASK;
import static org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions.READ_INSTANCE_VARIABLE;
import static org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions.RETRY_JOB;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.zhiping.platform.process.Directory;

/**
 * What each role may see of the engine, written at every start so that it is what is said here. Who may work on a task
 * follows from the task itself: its candidate group or its assignee.
 */
@Component
@Order(10)
class EngineGrants implements ApplicationRunner {

    private static final Set<Resource> PER_TASK = Set.of(Resources.TASK, Resources.HISTORIC_TASK);
    private static final List<String> WITHOUT_TASKS = List.of("administrator", "supervisor", "team-lead");
    private static final List<String> WATCH = List.of("manager", "process-owner", "administrator");

    private final AuthorizationService authorizations;
    private final Directory directory;
    private final Set<String> given = new HashSet<>();

    EngineGrants(AuthorizationService authorizations, Directory directory) {
        this.authorizations = authorizations;
        this.directory = directory;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        for (String role : directory.roles()) {
            grant(role, Resources.APPLICATION, "welcome", ACCESS);
            if (!WITHOUT_TASKS.contains(role)) {
                grant(role, Resources.APPLICATION, "tasklist", ACCESS);
            }
            grant(role, Resources.PROCESS_DEFINITION, "*", watches(role));
        }
        for (String role : WATCH) {
            grant(role, Resources.APPLICATION, "cockpit", ACCESS);
            grant(role, Resources.DECISION_DEFINITION, "*", decisions(role));
            grant(role, Resources.DECISION_REQUIREMENTS_DEFINITION, "*", READ);
            grant(role, Resources.GROUP, "*", READ);
            grant(role, Resources.DEPLOYMENT, "*", role.equals("process-owner") ? new Permission[] {READ, CREATE} : new Permission[] {READ});
        }
        for (String role : List.of("manager", "process-owner")) {
            grant(role, Resources.TASK, "*", READ);
        }
        grant("administrator", Resources.APPLICATION, "admin", ACCESS);
        for (Resource resource : List.of(Resources.USER, Resources.AUTHORIZATION)) {
            grant("administrator", resource, "*", READ);
        }
        withdrawOthers();
    }

    private void withdrawOthers() {
        Arrays.stream(Resources.values()).filter(resource -> !PER_TASK.contains(resource))
                .flatMap(resource -> authorizations.createAuthorizationQuery().resourceType(resource).list().stream())
                .filter(grant -> !isOfOneFilter(grant)).map(Authorization::getId).filter(id -> !given.contains(id)).forEach(authorizations::deleteAuthorization);
    }

    /** Who sees which list in Tasklist is settled when the list is made, see {@link TasklistFilters}, and may be changed. */
    private static boolean isOfOneFilter(Authorization grant) {
        return grant.getResourceType() == Resources.FILTER.resourceType() && !Authorization.ANY.equals(grant.getResourceId());
    }

    private static Permission[] watches(String role) {
        return switch (role) {
            case "manager", "process-owner" ->
                    new Permission[] {READ, READ_INSTANCE, READ_INSTANCE_VARIABLE, READ_HISTORY, READ_TASK, RETRY_JOB};
            case "administrator" -> new Permission[] {READ, READ_INSTANCE, READ_HISTORY};
            default -> numbersInTaskLists();
        };
    }

    /** Tasklist shows case and session numbers only to those who may read instances; the guard of the API keeps them from the rest. */
    private static Permission[] numbersInTaskLists() {
        return new Permission[] {READ, READ_INSTANCE};
    }

    private static Permission[] decisions(String role) {
        return role.equals("process-owner") ? new Permission[] {READ, READ_HISTORY, Permissions.CREATE_INSTANCE}
                : new Permission[] {READ, READ_HISTORY};
    }

    private void grant(String role, Resource resource, String id, Permission... permissions) {
        Authorization grant = authorizations.createAuthorizationQuery().groupIdIn(role).resourceType(resource).resourceId(id)
                .authorizationType(Authorization.AUTH_TYPE_GRANT).singleResult();
        if (grant == null) {
            grant = authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
            grant.setGroupId(role);
            grant.setResource(resource);
            grant.setResourceId(id);
        }
        grant.setPermissions(permissions);
        given.add(authorizations.saveAuthorization(grant).getId());
    }
}
