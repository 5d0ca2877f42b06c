package org.zhiping.desk;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.http.HttpStatusCode;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.zhiping.casework.RecusalRequests;
import org.zhiping.casework.Recusals;
import org.zhiping.casework.RelationKind;
import org.zhiping.identity.Account;
import org.zhiping.identity.Accounts;
import org.zhiping.identity.CurrentUser;
import org.zhiping.identity.Leads;
import org.zhiping.identity.Role;
import org.zhiping.intake.ClaimCodes;
import org.zhiping.page.Option;
import org.zhiping.platform.Refusal;
import org.zhiping.platform.Texts;
import org.zhiping.platform.web.Page;
import org.zhiping.platform.web.PageForm;

/** Staff say whose cases they must keep out of 回避; a team lead says it for those they lead, and lifts what was a mistake. */
@Page
@RequestMapping("/desk/recusals")
class RecusalPages {

    private final Recusals recusals;
    private final RecusalRequests requests;
    private final Accounts accounts;
    private final Leads leads;
    private final CurrentUser user;
    private final Texts texts;

    RecusalPages(Recusals recusals, RecusalRequests requests, Accounts accounts, Leads leads, CurrentUser user, Texts texts) {
        this.recusals = recusals;
        this.requests = requests;
        this.accounts = accounts;
        this.leads = leads;
        this.user = user;
        this.texts = texts;
    }

    /** @param kind RECUSAL for one case, or a relation to a person */
    @GetMapping
    ModelAndView list(@RequestParam(defaultValue = "") String caseNumber, @RequestParam(defaultValue = "RECUSAL") String kind,
                      @RequestParam(defaultValue = "") String account) {
        user.require(DeskRoles.CASE_WORK);
        return page(PageForm.of(Map.of("caseNumber", caseNumber, "kind", kind, "account", account, "idType", "RESIDENT_ID")), 200);
    }

    @PostMapping
    ModelAndView declare(@RequestParam Map<String, String> typed, RedirectAttributes next) {
        user.require(DeskRoles.CASE_WORK);
        try {
            Recusals.Outcome outcome = recusals.declare(declaration(typed), user.id());
            next.addFlashAttribute("done", "desk.recusals.declared");
            next.addFlashAttribute("outcome", outcome);
        } catch (Refusal refusal) {
            return page(PageForm.of(typed).with(texts, refusal), refusal.kind().status());
        }
        return new ModelAndView("redirect:/desk/recusals");
    }

    private Recusals.Declaration declaration(Map<String, String> typed) {
        String account = typed.getOrDefault("account", "").strip();
        String number = typed.getOrDefault("idNumber", "").strip();
        return new Recusals.Declaration(account.isEmpty() ? user.id() : account, RelationKind.named(typed.getOrDefault("kind", "RECUSAL")).orElse(null),
                typed.get("caseNumber"), typed.get("idType"), number, typed.get("personName"), day(typed, "from"), day(typed, "until"),
                typed.get("reason"));
    }

    private static LocalDate day(Map<String, String> typed, String field) {
        return typed.getOrDefault(field, "").isBlank() ? null : PageForm.of(typed).day(field, "claim-date-unreadable");
    }

    @GetMapping("/{id}/lift")
    ModelAndView askLift(@PathVariable long id) {
        user.require(Role.TEAM_LEAD);
        return lifting(id, PageForm.empty(), 200);
    }

    @PostMapping("/{id}/lift")
    ModelAndView lift(@PathVariable long id, @RequestParam(defaultValue = "") String because, RedirectAttributes next) {
        user.require(Role.TEAM_LEAD);
        try {
            recusals.lift(id, because, user.id());
        } catch (Refusal refusal) {
            return lifting(id, PageForm.of(Map.of("because", because)).with(texts, refusal), refusal.kind().status());
        }
        next.addFlashAttribute("done", "desk.recusals.lifted");
        return new ModelAndView("redirect:/desk/recusals");
    }

    private ModelAndView lifting(long id, PageForm form, int status) {
        RecusalLine line = led().stream().filter(one -> one.id() == id).findFirst().orElseThrow(() -> Refusal.notFound("relation-unknown"));
        return new ModelAndView("desk/recusal-lift", Map.of("line", line, "form", form), HttpStatusCode.valueOf(status));
    }

    private List<RecusalLine> led() {
        return recusals.ledBy(user.id()).stream().map(relation -> RecusalLine.of(relation, accounts)).toList();
    }

    static List<Option> kinds(Texts texts) {
        return Stream.of(RelationKind.values()).map(kind -> new Option(kind.name(), texts.of("desk.recusals.kind." + kind))).toList();
    }

    private ModelAndView page(PageForm form, int status) {
        List<Option> team = user.has(Role.TEAM_LEAD) ? team() : List.of();
        return new ModelAndView("desk/recusals", Map.of("form", form, "team", team, "led", team.isEmpty() ? List.of() : led(),
                "asked", user.has(Role.TEAM_LEAD) ? requests.open(user.id()) : List.of(),
                "mine", recusals.of(user.id()).stream().map(relation -> RecusalLine.of(relation, accounts)).toList(),
                "kinds", kinds(texts),
                "idTypes", Option.all(ClaimCodes.ID_TYPES, texts, "claim.idType.")),
                HttpStatusCode.valueOf(status));
    }

    private List<Option> team() {
        return accounts.all().stream().filter(Account::enabled).filter(one -> !one.id().equals(user.id()) && leads.leads(user.id(), one.id()))
                .map(one -> new Option(one.id(), one.name() + "（" + one.id() + "）")).toList();
    }
}
