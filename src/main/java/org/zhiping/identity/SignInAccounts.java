package org.zhiping.identity;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Arrays;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * What a sign-in needs of an account, in one look at the database. HTTP Basic signs in with every request, so an answer is
 * kept for some seconds: a change is noticed here at once, and by another server on the same database after that time.
 * A role becomes the authority {@code ROLE_<id>}.
 */
@Repository
class SignInAccounts {

    private static final Duration KEPT = Duration.ofSeconds(10);

    private record Credentials(String password, boolean enabled, String[] roles) {

        UserDetails of(String id) {
            return User.withUsername(id).password(password).disabled(!enabled).roles(roles).build();
        }
    }

    private final JdbcClient jdbc;
    private final Cache<String, Credentials> kept = Caffeine.newBuilder().maximumSize(10_000).expireAfterWrite(KEPT).build();

    SignInAccounts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @throws UsernameNotFoundException when there is no such account */
    UserDetails find(String id) {
        Credentials found = kept.get(id, this::read);
        if (found == null) {
            throw new UsernameNotFoundException("");
        }
        return found.of(id);
    }

    private Credentials read(String id) {
        return jdbc.sql("""
                select password, enabled,
                       coalesce((select string_agg(role, ',') from account_role where account = account.id), '') as roles
                from account where id = :id and not unclaimed
                """).param("id", id).query((row, n) -> new Credentials(row.getString("password"), row.getBoolean("enabled"),
                Arrays.stream(row.getString("roles").split(",")).filter(role -> !role.isEmpty()).toArray(String[]::new)))
                .optional().orElse(null);
    }

    void forgetAfterCommit(String id) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                kept.invalidate(id);
            }
        });
    }

    static String id(Object principal) {
        return principal instanceof UserDetails user ? user.getUsername() : String.valueOf(principal);
    }
}
