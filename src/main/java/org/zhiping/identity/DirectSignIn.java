package org.zhiping.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.session.SessionRegistry;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.web.authentication.session.ChangeSessionIdAuthenticationStrategy;
import org.springframework.security.web.authentication.session.CompositeSessionAuthenticationStrategy;
import org.springframework.security.web.authentication.session.RegisterSessionAuthenticationStrategy;
import org.springframework.security.web.authentication.session.SessionAuthenticationStrategy;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.csrf.CsrfAuthenticationStrategy;
import org.springframework.security.web.csrf.HttpSessionCsrfTokenRepository;
import org.springframework.stereotype.Component;

/** Signs in a person who has just proved who they are; like a sign-in with a password, it begins a session under a new id. */
@Component
public class DirectSignIn {

    private final SignInAccounts accounts;
    private final SessionAuthenticationStrategy session;
    private final HttpSessionSecurityContextRepository contexts = new HttpSessionSecurityContextRepository();

    DirectSignIn(SignInAccounts accounts, SessionRegistry sessions) {
        this.accounts = accounts;
        this.session = new CompositeSessionAuthenticationStrategy(List.of(new ChangeSessionIdAuthenticationStrategy(),
                new RegisterSessionAuthenticationStrategy(sessions), new CsrfAuthenticationStrategy(new HttpSessionCsrfTokenRepository())));
    }

    public void signIn(Account account, HttpServletRequest request, HttpServletResponse response) {
        UserDetails person = accounts.find(account.id());
        Authentication signedIn = UsernamePasswordAuthenticationToken.authenticated(person, null, person.getAuthorities());
        request.getSession();
        session.onAuthentication(signedIn, request, response);
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(signedIn);
        SecurityContextHolder.setContext(context);
        contexts.saveContext(context, request, response);
    }
}
