package org.zhiping.desk;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatusCode;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.zhiping.identity.Account;
import org.zhiping.identity.Accounts;
import org.zhiping.identity.CurrentUser;
import org.zhiping.identity.Role;
import org.zhiping.intake.ClaimCodes;
import org.zhiping.intake.StaffDocuments;
import org.zhiping.page.Option;
import org.zhiping.platform.Refusal;
import org.zhiping.platform.Texts;
import org.zhiping.platform.web.Page;
import org.zhiping.platform.web.PageForm;

/** Accounts and roles, for the administrator. Every change is on record and shown with the account. */
@Page
@RequestMapping("/desk/accounts")
class AccountPages {

    private final Accounts accounts;
    private final StaffDocuments documents;
    private final CurrentUser user;
    private final Texts texts;

    AccountPages(Accounts accounts, StaffDocuments documents, CurrentUser user, Texts texts) {
        this.accounts = accounts;
        this.documents = documents;
        this.user = user;
        this.texts = texts;
    }

    @GetMapping
    ModelAndView list() {
        return list(PageForm.empty(), Set.of(), 200);
    }

    @PostMapping
    ModelAndView create(@RequestParam Map<String, String> fields, @RequestParam(defaultValue = "") List<String> roles, RedirectAttributes next) {
        user.require(Role.ADMINISTRATOR);
        var form = PageForm.of(fields);
        try {
            accounts.create(form.value("id").strip(), form.value("name").strip(), form.value("employer").strip(), chosen(roles),
                    form.value("password"), user.id());
        } catch (Refusal refusal) {
            return list(form.with(texts, refusal), chosen(roles), refusal.kind().status());
        }
        return saved(form.value("id").strip(), "desk.accounts.created", next);
    }

    @GetMapping("/{id}")
    ModelAndView account(@PathVariable String id) {
        return account(id, PageForm.of(Map.of("idType", "RESIDENT_ID")), 200);
    }

    /** {@code act} is grant, enable, disable, password or email. */
    @PostMapping("/{id}")
    ModelAndView change(@PathVariable String id, @RequestParam String act, @RequestParam(defaultValue = "") List<String> roles,
                        @RequestParam(defaultValue = "") String password, @RequestParam(defaultValue = "") String email,
                        RedirectAttributes next) {
        user.require(Role.ADMINISTRATOR);
        try {
            switch (act) {
                case "grant" -> accounts.grant(id, chosen(roles), user.id());
                case "email" -> accounts.reach(id, email, known(id).language(), user.id());
                case "password" -> accounts.resetPassword(id, password, user.id());
                default -> accounts.enable(id, act.equals("enable"), user.id());
            }
        } catch (Refusal refusal) {
            return account(id, PageForm.of(Map.of("email", email, "idType", "RESIDENT_ID")).with(texts, refusal), refusal.kind().status());
        }
        return saved(id, "desk.accounts.changed", next);
    }

    /** {@code act} is record or remove. */
    @PostMapping("/{id}/document")
    ModelAndView document(@PathVariable String id, @RequestParam Map<String, String> typed, RedirectAttributes next) {
        user.require(Role.ADMINISTRATOR);
        try {
            if (typed.getOrDefault("act", "").equals("remove")) {
                documents.remove(id, user.id());
            } else {
                documents.record(id, typed.get("idType"), typed.get("idNumber"), user.id());
            }
        } catch (Refusal refusal) {
            return account(id, PageForm.of(typed).with(texts, refusal), refusal.kind().status());
        }
        return saved(id, "desk.accounts.changed", next);
    }

    private static Set<Role> chosen(List<String> roles) {
        return roles.stream().map(Role::of).flatMap(Optional::stream).collect(Collectors.toSet());
    }

    private static ModelAndView saved(String id, String message, RedirectAttributes next) {
        next.addFlashAttribute("done", message);
        return new ModelAndView("redirect:/desk/accounts/" + id);
    }

    private ModelAndView list(PageForm form, Set<Role> chosen, int status) {
        user.require(Role.ADMINISTRATOR);
        var model = roleChoices(chosen);
        List<Account> all = accounts.all();
        Set<String> known = documents.known();
        model.put("accounts", all);
        model.put("undocumented", all.stream().filter(account -> StaffDocumentsApi.lacks(account, known)).map(Account::id).toList());
        model.put("form", form);
        return new ModelAndView("desk/accounts", model, HttpStatusCode.valueOf(status));
    }

    private ModelAndView account(String id, PageForm form, int status) {
        user.require(Role.ADMINISTRATOR);
        Account account = known(id);
        var model = roleChoices(account.roles());
        model.put("account", account);
        model.put("form", form);
        model.put("changes", accounts.changes(id));
        documents.of(id).ifPresent(document -> model.put("document", document));
        model.put("staff", account.hasStaffRole());
        model.put("idTypes", Option.all(ClaimCodes.ID_TYPES, texts, "claim.idType."));
        return new ModelAndView("desk/account", model, HttpStatusCode.valueOf(status));
    }

    private Account known(String id) {
        return accounts.find(id).orElseThrow(() -> Refusal.notFound("account-unknown", id));
    }

    private static Map<String, Object> roleChoices(Set<Role> chosen) {
        return new HashMap<>(Map.of("allRoles", Arrays.stream(Role.values()).map(Role::id).toList(),
                "chosenRoles", chosen.stream().map(Role::id).toList()));
    }
}
