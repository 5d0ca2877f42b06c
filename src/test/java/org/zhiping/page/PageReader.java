package org.zhiping.page;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;

import java.nio.charset.StandardCharsets;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;
import org.zhiping.identity.Accounts;
import org.zhiping.identity.Role;

/** Asks for pages as a browser does, signed in with the roles that the account has. */
public final class PageReader {

    private final MockMvc http;
    private final Accounts accounts;

    public PageReader(WebApplicationContext product) {
        this.http = MockMvcBuilders.webAppContextSetup(product).apply(springSecurity()).build();
        this.accounts = product.getBean(Accounts.class);
    }

    /** @param account null for somebody who is not signed in */
    public MockHttpServletResponse as(String account, MockHttpServletRequestBuilder request) throws Exception {
        request.accept(MediaType.TEXT_HTML);
        if (account != null) {
            request.with(user(account).roles(accounts.find(account).orElseThrow().roles().stream().map(Role::id).toArray(String[]::new)));
        }
        MockHttpServletResponse response = http.perform(request).andReturn().getResponse();
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        return response;
    }
}
