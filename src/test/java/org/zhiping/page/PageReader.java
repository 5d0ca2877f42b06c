package org.zhiping.page;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;

import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;
import org.zhiping.identity.Account;
import org.zhiping.identity.Accounts;
import org.zhiping.identity.Role;

/** Asks for pages as a browser does, signed in with the roles that the account has. Each page is read and checked in both languages. */
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
            request.with(signedIn(account));
        }
        MvcResult read = http.perform(request).andReturn();
        read.getResponse().setCharacterEncoding(StandardCharsets.UTF_8.name());
        if (isPage(read)) {
            check(read);
            MvcResult inEnglish = http.perform(request.header("Accept-Language", "en")).andReturn();
            inEnglish.getResponse().setCharacterEncoding(StandardCharsets.UTF_8.name());
            check(inEnglish);
        }
        return read.getResponse();
    }

    /** A piece that stands in another page, read in both languages. */
    public MockHttpServletResponse piece(String account, MockHttpServletRequestBuilder request) throws Exception {
        MockHttpServletResponse piece = spoken("zh-CN", request.accept(MediaType.TEXT_HTML).with(signedIn(account)));
        spoken("en", request.header("Accept-Language", "en"));
        return piece;
    }

    private MockHttpServletResponse spoken(String language, MockHttpServletRequestBuilder request) throws Exception {
        MockHttpServletResponse piece = http.perform(request).andReturn().getResponse();
        piece.setCharacterEncoding(StandardCharsets.UTF_8.name());
        OneLanguage.check("a piece in " + language, "<html lang=\"" + language + "\">" + piece.getContentAsString() + "</html>",
                accounts.all().stream().map(Account::id).collect(Collectors.toSet()));
        return piece;
    }

    private RequestPostProcessor signedIn(String account) {
        return user(account).roles(accounts.find(account).orElseThrow().roles().stream().map(Role::id).toArray(String[]::new));
    }

    private static boolean isPage(MvcResult read) {
        return read.getRequest().getMethod().equals("GET") && read.getResponse().getStatus() == 200
                && String.valueOf(read.getResponse().getContentType()).startsWith(MediaType.TEXT_HTML_VALUE);
    }

    private void check(MvcResult read) throws Exception {
        String html = read.getResponse().getContentAsString();
        String path = read.getRequest().getRequestURI() + (html.contains("<html lang=\"en\">") ? " in English" : " in Chinese");
        SoundHtml.check(path, html);
        OneLanguage.check(path, html, accounts.all().stream().map(Account::id).collect(Collectors.toSet()));
    }
}
