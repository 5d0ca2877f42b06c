package org.zhiping.platform.process.engine;

import java.util.Set;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationManager;
import org.zhiping.platform.process.Directory;

/** Authorizations are given to roles; the engine would ask its table with every command to which groups. */
class RoleGrants extends AuthorizationManager {

    private final Directory directory;

    RoleGrants(Directory directory) {
        this.directory = directory;
    }

    @Override
    protected Set<String> getAllGroups() {
        return Set.copyOf(directory.roles());
    }
}
