package org.zhiping.platform.process.rest;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.rest.security.auth.AuthenticationProvider;
import org.camunda.bpm.engine.rest.security.auth.AuthenticationResult;

/** Whoever has signed in to the product has signed in to Camunda's web apps; they have no sign-in of their own. */
public class WebappsSignIn implements AuthenticationProvider {

    @Override
    public AuthenticationResult extractAuthenticatedUser(HttpServletRequest request, ProcessEngine engine) {
        return SignedIn.current().map(person -> {
            AuthenticationResult result = AuthenticationResult.successful(person.id());
            result.setGroups(person.roles());
            return result;
        }).orElseGet(AuthenticationResult::unsuccessful);
    }

    @Override
    public void augmentResponseByAuthenticationChallenge(HttpServletResponse response, ProcessEngine engine) {
        response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
    }
}
