package org.zhiping.identity;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Repository;
import org.zhiping.platform.Refusal;

/** Guesses count as at the sign-in page. */
@Repository
class JdbcPasswordProof implements PasswordProof {

    private static final String HERE = "signed in";

    private final JdbcClient jdbc;
    private final PasswordEncoder passwords;
    private final SignInThrottle throttle;

    JdbcPasswordProof(JdbcClient jdbc, PasswordEncoder passwords, SignInThrottle throttle) {
        this.jdbc = jdbc;
        this.passwords = passwords;
        this.throttle = throttle;
    }

    @Override
    public void require(String account, String field, String password) {
        if (throttle.closed(account, HERE)) {
            throw new Refusal(Refusal.Kind.TOO_MANY, List.of(new Refusal.Fault(field, "password-tries")));
        }
        String stored = jdbc.sql("select password from account where id = :id").param("id", account).query(String.class).single();
        if (!passwords.matches(password, stored)) {
            throttle.failed(account, HERE);
            throw Refusal.invalid(field, "password-wrong");
        }
        throttle.succeeded(account, HERE);
    }
}
