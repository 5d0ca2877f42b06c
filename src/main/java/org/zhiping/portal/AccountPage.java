package org.zhiping.portal;

import java.util.HashMap;
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
import org.zhiping.intake.ClaimCodes;
import org.zhiping.intake.StaffDocuments;
import org.zhiping.page.Option;
import org.zhiping.platform.Refusal;
import org.zhiping.platform.Texts;
import org.zhiping.platform.web.Page;
import org.zhiping.platform.web.PageForm;
import org.zhiping.signup.Channels;

/** Everybody sees what the product has to reach them by, and says in which language. */
@Page
@RequestMapping("/account")
class AccountPage {

    private static final List<Option> LANGUAGES = List.of(new Option("zh-CN", "中文"), new Option("en", "English"));

    private final Accounts accounts;
    private final Channels channels;
    private final StaffDocuments documents;
    private final CurrentUser user;
    private final Texts texts;

    AccountPage(Accounts accounts, Channels channels, StaffDocuments documents, CurrentUser user, Texts texts) {
        this.documents = documents;
        this.texts = texts;
        this.accounts = accounts;
        this.channels = channels;
        this.user = user;
    }

    @GetMapping
    ModelAndView show() {
        return page(PageForm.empty(), 200);
    }

    @PostMapping(params = "language")
    ModelAndView speak(@RequestParam String language, RedirectAttributes next) {
        accounts.speak(user.id(), Locale.forLanguageTag(language));
        next.addFlashAttribute("done", "page.own-account.changed");
        return new ModelAndView("redirect:/account");
    }

    /** A member of staff says who they are, once. */
    @PostMapping("/document")
    ModelAndView document(@RequestParam Map<String, String> typed, RedirectAttributes next) {
        try {
            documents.record(user.id(), typed.get("idType"), typed.get("idNumber"), user.id());
        } catch (Refusal refusal) {
            return page(PageForm.of(typed).with(texts, refusal), refusal.kind().status());
        }
        next.addFlashAttribute("done", "page.own-account.changed");
        return new ModelAndView("redirect:/account");
    }

    ModelAndView page(PageForm form, int status) {
        Account account = accounts.find(user.id()).orElseThrow();
        Map<String, String> values = Map.of("language", account.language().toLanguageTag(), "contact", form.value("contact"),
                "idType", form.value("idType").isEmpty() ? "RESIDENT_ID" : form.value("idType"), "idNumber", form.value("idNumber"));
        Map<String, Object> model = new HashMap<>(Map.of("form", new PageForm(values, form.faults()), "account", account,
                "languages", LANGUAGES, "mail", channels.mail(), "sms", channels.sms(), "staff", account.hasStaffRole(),
                "idTypes", Option.all(ClaimCodes.ID_TYPES, texts, "claim.idType.")));
        documents.of(account.id()).ifPresent(document -> model.put("document", document));
        return new ModelAndView("portal/account", model, HttpStatusCode.valueOf(status));
    }
}
