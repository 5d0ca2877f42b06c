package org.zhiping.identity;

import java.util.Arrays;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.stereotype.Repository;

/** What a sign-in needs of an account, in one look at the database. A role becomes the authority {@code ROLE_<id>}. */
@Repository
class SignInAccounts {

    private final JdbcClient jdbc;

    SignInAccounts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @throws UsernameNotFoundException when there is no such account */
    UserDetails find(String id) {
        return jdbc.sql("""
                select password, enabled,
                       coalesce((select string_agg(role, ',') from account_role where account = account.id), '') as roles
                from account where id = :id
                """).param("id", id).query((row, n) -> User.withUsername(id).password(row.getString("password"))
                .disabled(!row.getBoolean("enabled"))
                .roles(Arrays.stream(row.getString("roles").split(",")).filter(role -> !role.isEmpty()).toArray(String[]::new))
                .build()).optional().orElseThrow(() -> new UsernameNotFoundException(""));
    }

    static String id(Object principal) {
        return principal instanceof UserDetails user ? user.getUsername() : String.valueOf(principal);
    }
}
