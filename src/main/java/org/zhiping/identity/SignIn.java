package org.zhiping.identity;

import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.authentication.dao.DaoAuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;

/** The one check of account and password, for the sign-in page and for HTTP Basic, slowed down for those who guess. */
@Component
class SignIn implements AuthenticationProvider {

    private final DaoAuthenticationProvider check;
    private final SignInNames names;
    private final SignInThrottle throttle;

    SignIn(SignInAccounts accounts, SignInNames names, PasswordEncoder passwords, SignInThrottle throttle) {
        this.check = new DaoAuthenticationProvider(accounts::find);
        this.check.setPasswordEncoder(passwords);
        this.names = names;
        this.throttle = throttle;
    }

    @Override
    public Authentication authenticate(Authentication asked) {
        String account = names.account(asked.getName());
        String address = asked.getDetails() instanceof WebAuthenticationDetails web ? web.getRemoteAddress() : "here";
        refuseWhoGuesses(account, address);
        try {
            Authentication signedIn = check.authenticate(as(account, asked));
            refuseWhoGuesses(account, address);
            throttle.succeeded(account, address);
            return signedIn;
        } catch (BadCredentialsException wrong) {
            throttle.failed(account, address);
            throw wrong;
        }
    }

    /** Asked again after the check, for whoever tries many passwords at the same time. */
    private void refuseWhoGuesses(String account, String address) {
        if (throttle.closed(account, address)) {
            throw new LockedException("Too many wrong passwords");
        }
    }

    private static Authentication as(String account, Authentication asked) {
        UsernamePasswordAuthenticationToken same = UsernamePasswordAuthenticationToken.unauthenticated(account, asked.getCredentials());
        same.setDetails(asked.getDetails());
        return same;
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return check.supports(authentication);
    }
}
