package org.zhiping.desk;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatusCode;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.zhiping.casework.VoidedActs;
import org.zhiping.identity.Accounts;
import org.zhiping.identity.CurrentUser;
import org.zhiping.identity.Role;
import org.zhiping.intake.Application;
import org.zhiping.page.Option;
import org.zhiping.platform.Refusal;
import org.zhiping.platform.Texts;
import org.zhiping.platform.process.StepNames;
import org.zhiping.platform.web.Page;
import org.zhiping.platform.web.PageForm;

/** Who did what in a case. A team lead declares an act void that its person should have kept out of, and it is done again. */
@Page
@RequestMapping("/desk/cases/{caseNumber}/acts")
class ActPages {

    private static final Role[] READERS = {Role.TEAM_LEAD, Role.SUPERVISOR};

    /** @param because null while the act stands */
    public record Line(long id, String task, String person, String session, Instant at, String because, String voidedBy, boolean successor) {
    }

    private final VoidedActs acts;
    private final CaseFiles files;
    private final Accounts accounts;
    private final StepNames steps;
    private final CurrentUser user;
    private final Texts texts;

    ActPages(VoidedActs acts, CaseFiles files, Accounts accounts, StepNames steps, CurrentUser user, Texts texts) {
        this.acts = acts;
        this.files = files;
        this.accounts = accounts;
        this.steps = steps;
        this.user = user;
        this.texts = texts;
    }

    @GetMapping
    ModelAndView list(@PathVariable String caseNumber) {
        List<Line> lines = lines(caseNumber);
        boolean lead = user.has(Role.TEAM_LEAD);
        return new ModelAndView("desk/acts", Map.of("caseNumber", caseNumber, "acts", lines, "lead", lead, "against", lead ? against(lines) : Map.of()));
    }

    /** Why the reader may not declare an act void that stands, by its id; nothing of those that they may. */
    private Map<String, String> against(List<Line> lines) {
        Map<String, String> said = new HashMap<>();
        lines.stream().filter(line -> line.because() == null).forEach(line -> acts.against(line.id(), user.id())
                .ifPresent(refusal -> said.put(String.valueOf(line.id()), texts.of(refusal))));
        return said;
    }

    @GetMapping("/{id}/void")
    ModelAndView ask(@PathVariable String caseNumber, @PathVariable long id) {
        user.require(Role.TEAM_LEAD);
        return acts.against(id, user.id()).map(refusal -> asking(caseNumber, id, PageForm.empty().with(texts, refusal), refusal.kind().status()))
                .orElseGet(() -> asking(caseNumber, id, PageForm.empty(), 200));
    }

    @PostMapping("/{id}/void")
    ModelAndView annul(@PathVariable String caseNumber, @PathVariable long id, @RequestParam(defaultValue = "") String reason,
                       @RequestParam(defaultValue = "") String successor, RedirectAttributes next) {
        user.require(Role.TEAM_LEAD);
        line(caseNumber, id);
        try {
            acts.annul(id, reason, successor, user.id());
        } catch (Refusal refusal) {
            return asking(caseNumber, id, PageForm.of(Map.of("reason", reason, "successor", successor)).with(texts, refusal),
                    refusal.kind().status());
        }
        next.addFlashAttribute("done", "desk.acts.voided");
        return new ModelAndView("redirect:/desk/cases/" + caseNumber + "/acts");
    }

    private ModelAndView asking(String caseNumber, long id, PageForm form, int status) {
        Map<String, Object> model = new HashMap<>(Map.of("caseNumber", caseNumber, "act", line(caseNumber, id), "form", form));
        model.put("successors", accounts.withRole(Role.EVALUATOR).stream()
                .map(account -> new Option(account.id(), account.name() + "（" + account.id() + "）")).toList());
        return new ModelAndView("desk/act-void", model, HttpStatusCode.valueOf(status));
    }

    private Line line(String caseNumber, long id) {
        return lines(caseNumber).stream().filter(one -> one.id() == id).findFirst().orElseThrow(() -> Refusal.notFound("act-unknown"));
    }

    private List<Line> lines(String caseNumber) {
        user.require(READERS);
        Application application = files.open(caseNumber);
        return acts.of(application.caseNumber()).stream().map(act -> new Line(act.id(), steps.of(act.task(), null), accounts.nameOf(act.account()),
                act.session(), act.at(), act.voiding() == null ? null : act.voiding().reason(),
                act.voiding() == null ? null : accounts.nameOf(act.voiding().by()), act.needsSuccessor())).toList();
    }
}
