package org.zhiping.desk;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.HttpStatusCode;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.zhiping.casework.RecusalRequests;
import org.zhiping.casework.RecusalRequests.Request;
import org.zhiping.casework.RelationKind;
import org.zhiping.casework.VoidedActs;
import org.zhiping.identity.Account;
import org.zhiping.identity.Accounts;
import org.zhiping.identity.CurrentUser;
import org.zhiping.identity.Role;
import org.zhiping.page.Option;
import org.zhiping.platform.Refusal;
import org.zhiping.platform.Texts;
import org.zhiping.platform.process.StepNames;
import org.zhiping.platform.web.Page;
import org.zhiping.platform.web.PageForm;

/** A team lead finds out whom an applicant means, and records the relation or says why not. */
@Page
@RequestMapping("/desk/recusal-requests/{id}")
class RecusalRequestPages {

    private static final int MOST_FOUND = 50;

    /** What the person who keeps out has done in the case, and still stands. */
    public record Done(long id, String step) {
    }

    private final RecusalRequests requests;
    private final VoidedActs acts;
    private final Accounts accounts;
    private final StepNames steps;
    private final CurrentUser user;
    private final Texts texts;

    RecusalRequestPages(RecusalRequests requests, VoidedActs acts, Accounts accounts, StepNames steps, CurrentUser user, Texts texts) {
        this.requests = requests;
        this.acts = acts;
        this.accounts = accounts;
        this.steps = steps;
        this.user = user;
        this.texts = texts;
    }

    /** @param search part of a name or account id; the name as the applicant typed it when absent */
    @GetMapping
    ModelAndView open(@PathVariable long id, @RequestParam(required = false) String search) {
        user.require(Role.TEAM_LEAD);
        Request request = requests.find(id, user.id());
        return page(request, PageForm.of(Map.of("search", search == null ? request.wish().name() : search, "kind", request.wish().kind().name(),
                "reason", texts.of("desk.requests.reason.usual"))), 200);
    }

    @PostMapping("/record")
    ModelAndView record(@PathVariable long id, @RequestParam Map<String, String> typed, RedirectAttributes next) {
        user.require(Role.TEAM_LEAD);
        try {
            next.addFlashAttribute("outcome", requests.record(id, typed.getOrDefault("account", ""),
                    RelationKind.named(typed.get("kind")).orElse(null), typed.get("reason"), user.id()));
        } catch (Refusal refusal) {
            return again(id, typed, refusal);
        }
        next.addFlashAttribute("done", "desk.requests.recorded");
        return new ModelAndView("redirect:/desk/recusal-requests/" + id);
    }

    @PostMapping("/decline")
    ModelAndView decline(@PathVariable long id, @RequestParam Map<String, String> typed, RedirectAttributes next) {
        user.require(Role.TEAM_LEAD);
        try {
            requests.decline(id, typed.get("answer"), user.id());
        } catch (Refusal refusal) {
            return again(id, typed, refusal);
        }
        next.addFlashAttribute("done", "desk.requests.declined");
        return new ModelAndView("redirect:/desk/recusal-requests/" + id);
    }

    private ModelAndView again(long id, Map<String, String> typed, Refusal refusal) {
        Request request = requests.find(id, user.id());
        Map<String, String> shown = new HashMap<>(Map.of("search", request.wish().name(), "kind", request.wish().kind().name()));
        shown.putAll(typed);
        return page(request, PageForm.of(shown).with(texts, refusal), refusal.kind().status());
    }

    private ModelAndView page(Request request, PageForm form, int status) {
        Map<String, Object> model = new HashMap<>(Map.of("asked", request, "form", form, "found", found(form.value("search")),
                "kinds", RecusalPages.kinds(texts),
                "standing", request.account() == null ? List.of() : standing(request)));
        model.put("who", request.account() == null ? "" : accounts.nameOf(request.account()));
        return new ModelAndView("desk/recusal-request", model, HttpStatusCode.valueOf(status));
    }

    private List<Done> standing(Request request) {
        return acts.of(request.caseNumber()).stream().filter(act -> act.account().equals(request.account()) && act.voiding() == null)
                .map(act -> new Done(act.id(), steps.of(act.task(), null))).toList();
    }

    /** Also those whom the reader does not lead, who is then told so. */
    private List<Option> found(String search) {
        String wanted = plain(search);
        return wanted.isEmpty() ? List.of() : accounts.all().stream().filter(Account::hasCaseWork)
                .filter(one -> says(one, wanted)).limit(MOST_FOUND).map(RecusalRequestPages::option).toList();
    }

    /** The applicant may have typed more than the name, as 张三老师, or less. */
    private static boolean says(Account account, String wanted) {
        String name = plain(account.name());
        return name.contains(wanted) || name.length() > 1 && wanted.contains(name) || account.id().contains(wanted);
    }

    private static Option option(Account account) {
        return new Option(account.id(), account.name() + "（" + account.id() + "）" + (account.employer().isBlank() ? "" : " · " + account.employer()));
    }

    private static String plain(String typed) {
        return Normalizer.normalize(typed, Normalizer.Form.NFKC).replaceAll("[\\s\\p{Z}\\p{Cf}·]", "").toLowerCase(Locale.ROOT);
    }
}
