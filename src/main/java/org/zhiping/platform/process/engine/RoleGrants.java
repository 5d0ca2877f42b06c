package org.zhiping.platform.process.engine;

import java.util.Set;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationManager;
import org.zhiping.platform.process.Directory;

/** Authorizations are given to roles. The engine would ask its table with every command which groups there are. */
class RoleGrants extends AuthorizationManager {

    private final Directory directory;

    RoleGrants(Directory directory) {
        this.directory = directory;
    }

    @Override
    protected Set<String> getAllGroups() {
        return Set.copyOf(directory.roles());
    }

    record Sessions(Directory directory) implements SessionFactory {

        @Override
        public Class<?> getSessionType() {
            return AuthorizationManager.class;
        }

        @Override
        public Session openSession() {
            return new RoleGrants(directory);
        }
    }
}
