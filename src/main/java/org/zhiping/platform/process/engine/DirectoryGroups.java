package org.zhiping.platform.process.engine;

import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.impl.GroupQueryImpl;
import org.camunda.bpm.engine.impl.Page;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;
import org.camunda.bpm.engine.impl.persistence.entity.GroupEntity;
import org.zhiping.platform.process.Directory;

/** The engine's question for groups, answered with our roles. */
class DirectoryGroups extends GroupQueryImpl {

    private final transient Directory directory;

    DirectoryGroups(Directory directory, CommandExecutor executor) {
        super(executor);
        this.directory = directory;
    }

    @Override
    public long executeCount(CommandContext context) {
        return found().count();
    }

    @Override
    public List<Group> executeList(CommandContext context, Page page) {
        return Pages.of(found().map(role -> group(directory, role)), this);
    }

    private Stream<String> found() {
        if (tenantId != null || type != null && !type.isEmpty()) {
            return Stream.empty();
        }
        return (userId == null ? directory.roles() : directory.roles(userId)).stream()
                .filter(role -> id == null || id.equals(role))
                .filter(role -> ids == null || List.of(ids).contains(role))
                .filter(role -> name == null || name.equals(directory.roleName(role)))
                .filter(role -> nameLike == null || Pages.like(directory.roleName(role), nameLike));
    }

    static Group group(Directory directory, String role) {
        GroupEntity group = new GroupEntity(role);
        group.setName(directory.roleName(role));
        group.setType("");
        return group;
    }
}
