package org.zhiping.platform.process.engine;

import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.GroupQuery;
import org.camunda.bpm.engine.identity.NativeUserQuery;
import org.camunda.bpm.engine.identity.Tenant;
import org.camunda.bpm.engine.identity.TenantQuery;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.identity.UserQuery;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.identity.ReadOnlyIdentityProvider;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.zhiping.platform.process.Directory;

/** The engine's view of people and roles; there is nothing to write and there are no tenants. */
record DirectoryIdentity(Directory directory) implements ReadOnlyIdentityProvider {

    @Override
    public User findUserById(String id) {
        return directory.person(id).map(DirectoryUsers::user).orElse(null);
    }

    @Override
    public UserQuery createUserQuery() {
        return new DirectoryUsers(directory, Context.getProcessEngineConfiguration().getCommandExecutorTxRequired());
    }

    @Override
    public UserQuery createUserQuery(CommandContext context) {
        return new DirectoryUsers(directory, null);
    }

    @Override
    public NativeUserQuery createNativeUserQuery() {
        throw new BadUserRequestException("People are not kept in the engine's tables");
    }

    @Override
    public boolean checkPassword(String id, String password) {
        return directory.authenticate(id, password);
    }

    @Override
    public Group findGroupById(String id) {
        return directory.roles().contains(id) ? DirectoryGroups.group(directory, id) : null;
    }

    @Override
    public GroupQuery createGroupQuery() {
        return new DirectoryGroups(directory, Context.getProcessEngineConfiguration().getCommandExecutorTxRequired());
    }

    @Override
    public GroupQuery createGroupQuery(CommandContext context) {
        return new DirectoryGroups(directory, null);
    }

    @Override
    public Tenant findTenantById(String id) {
        return null;
    }

    @Override
    public TenantQuery createTenantQuery() {
        return new NoTenants();
    }

    @Override
    public TenantQuery createTenantQuery(CommandContext context) {
        return new NoTenants();
    }

    @Override
    public void flush() {
    }

    @Override
    public void close() {
    }
}
