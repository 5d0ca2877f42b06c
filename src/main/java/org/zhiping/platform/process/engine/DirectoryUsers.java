package org.zhiping.platform.process.engine;

import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.Page;
import org.camunda.bpm.engine.impl.UserQueryImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;
import org.camunda.bpm.engine.impl.persistence.entity.UserEntity;
import org.zhiping.platform.process.Directory;
import org.zhiping.platform.process.Directory.Person;

/** The engine's question for users, answered from the directory. A person has one name, kept as the first name. */
class DirectoryUsers extends UserQueryImpl {

    private final transient Directory directory;

    DirectoryUsers(Directory directory, CommandExecutor executor) {
        super(executor);
        this.directory = directory;
    }

    @Override
    public long executeCount(CommandContext context) {
        return found().count();
    }

    @Override
    public List<User> executeList(CommandContext context, Page page) {
        return Pages.of(found().map(DirectoryUsers::user), this);
    }

    private Stream<Person> found() {
        if (lastName != null || lastNameLike != null || email != null || emailLike != null || tenantId != null) {
            return Stream.empty();
        }
        return candidates().stream()
                .filter(person -> id == null || id.equals(person.id()))
                .filter(person -> ids == null || List.of(ids).contains(person.id()))
                .filter(person -> firstName == null || firstName.equals(person.name()))
                .filter(person -> firstNameLike == null || Pages.like(person.name(), firstNameLike));
    }

    private List<Person> candidates() {
        if (groupId != null) {
            return directory.peopleWith(groupId);
        }
        return id != null ? directory.person(id).stream().toList() : directory.people();
    }

    static User user(Person person) {
        UserEntity user = new UserEntity();
        user.setId(person.id());
        user.setFirstName(person.name());
        user.setLastName("");
        return user;
    }
}
