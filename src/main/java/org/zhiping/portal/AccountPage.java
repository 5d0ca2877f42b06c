package org.zhiping.portal;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.HttpStatusCode;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.zhiping.identity.Account;
import org.zhiping.identity.Accounts;
import org.zhiping.identity.CurrentUser;
import org.zhiping.page.Option;
import org.zhiping.platform.Refusal;
import org.zhiping.platform.Texts;
import org.zhiping.platform.web.Page;
import org.zhiping.platform.web.PageForm;

/** Everybody says where notices are sent to them, and in which language. */
@Page
@RequestMapping("/account")
class AccountPage {

    private static final List<Option> LANGUAGES = List.of(new Option("zh-CN", "中文"), new Option("en", "English"));

    private final Accounts accounts;
    private final CurrentUser user;
    private final Texts texts;

    AccountPage(Accounts accounts, CurrentUser user, Texts texts) {
        this.accounts = accounts;
        this.user = user;
        this.texts = texts;
    }

    @GetMapping
    ModelAndView show() {
        Account account = accounts.find(user.id()).orElseThrow();
        return page(PageForm.of(Map.of("email", account.email() == null ? "" : account.email().value(),
                "language", account.language().toLanguageTag())), 200);
    }

    @PostMapping
    ModelAndView change(@RequestParam String email, @RequestParam String language, RedirectAttributes next) {
        try {
            accounts.reach(user.id(), email, Locale.forLanguageTag(language), user.id());
        } catch (Refusal refusal) {
            return page(PageForm.of(Map.of("email", email, "language", language)).with(texts, refusal), refusal.kind().status());
        }
        next.addFlashAttribute("done", "page.own-account.changed");
        return new ModelAndView("redirect:/account");
    }

    private ModelAndView page(PageForm form, int status) {
        return new ModelAndView("portal/account", Map.of("form", form, "account", accounts.find(user.id()).orElseThrow(), "languages", LANGUAGES),
                HttpStatusCode.valueOf(status));
    }
}
