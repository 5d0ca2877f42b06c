package org.zhiping.identity;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.AuthenticationException;
import org.springframework.stereotype.Component;
import org.zhiping.platform.Texts;
import org.zhiping.platform.process.Directory;

/** The institution's staff, as the engine sees them. */
@Component
class StaffDirectory implements Directory {

    private final Accounts accounts;
    private final SignIn signIn;
    private final Texts texts;

    StaffDirectory(Accounts accounts, SignIn signIn, Texts texts) {
        this.accounts = accounts;
        this.signIn = signIn;
        this.texts = texts;
    }

    @Override
    public Optional<Person> person(String id) {
        return staff(id).map(StaffDirectory::person);
    }

    @Override
    public List<Person> people() {
        return accounts.all().stream().filter(StaffDirectory::works).map(StaffDirectory::person).toList();
    }

    @Override
    public List<String> roles() {
        return Arrays.stream(Role.values()).filter(Role::staff).map(Role::id).toList();
    }

    @Override
    public String roleName(String role) {
        return texts.orElse("page.role." + role, role);
    }

    @Override
    public Optional<String> roleOf(String step) {
        return StepRoles.of(step).map(Role::id);
    }

    @Override
    public List<String> roles(String personId) {
        return staff(personId).stream().flatMap(account -> account.roles().stream()).filter(Role::staff).map(Role::id).toList();
    }

    @Override
    public List<Person> peopleWith(String role) {
        return Role.of(role).filter(Role::staff).map(accounts::withRole).orElse(List.of())
                .stream().map(StaffDirectory::person).toList();
    }

    @Override
    public boolean authenticate(String personId, String password) {
        try {
            signIn.authenticate(UsernamePasswordAuthenticationToken.unauthenticated(personId, password));
            return staff(personId).isPresent();
        } catch (AuthenticationException wrong) {
            return false;
        }
    }

    private Optional<Account> staff(String id) {
        return accounts.find(id).filter(StaffDirectory::works);
    }

    private static boolean works(Account account) {
        return account.enabled() && account.hasStaffRole();
    }

    private static Person person(Account account) {
        return new Person(account.id(), account.name());
    }
}
