package org.zhiping.desk;

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
import org.zhiping.exam.ExamSession;
import org.zhiping.exam.ScorerChange;
import org.zhiping.exam.SessionState;
import org.zhiping.exam.Sessions;
import org.zhiping.identity.Account;
import org.zhiping.identity.Accounts;
import org.zhiping.identity.CurrentUser;
import org.zhiping.identity.Role;
import org.zhiping.page.Option;
import org.zhiping.platform.Refusal;
import org.zhiping.platform.Texts;
import org.zhiping.platform.web.Page;
import org.zhiping.platform.web.PageForm;

/** An exam officer puts somebody else in the place of a scorer, before the exam of an invigilator as well. */
@Page
@RequestMapping("/desk/sessions/{number}/scorers")
class ScorerPages {

    private final Sessions sessions;
    private final ScorerChange change;
    private final Accounts accounts;
    private final CurrentUser user;
    private final Texts texts;

    ScorerPages(Sessions sessions, ScorerChange change, Accounts accounts, CurrentUser user, Texts texts) {
        this.sessions = sessions;
        this.change = change;
        this.accounts = accounts;
        this.user = user;
        this.texts = texts;
    }

    @GetMapping
    ModelAndView ask(@PathVariable String number) {
        user.require(Role.EXAM_OFFICER);
        return page(number, PageForm.empty(), 200);
    }

    @PostMapping
    ModelAndView replace(@PathVariable String number, @RequestParam String leaving, @RequestParam String successor,
                         @RequestParam String reason, RedirectAttributes next) {
        user.require(Role.EXAM_OFFICER);
        try {
            change.replace(number, leaving, successor, reason, user.id());
        } catch (Refusal refusal) {
            return page(number, PageForm.of(Map.of("leaving", leaving, "successor", successor, "reason", reason)).with(texts, refusal),
                    refusal.kind().status());
        }
        next.addFlashAttribute("done", "desk.sessions.replace.done");
        return new ModelAndView("redirect:/desk/sessions/" + number);
    }

    private ModelAndView page(String number, PageForm form, int status) {
        ExamSession session = sessions.find(number);
        boolean before = session.state() == SessionState.SEATED;
        List<String> scorers = session.plan() == null ? List.of() : session.plan().scorers();
        List<String> staff = before ? Stream.concat(session.plan().invigilators().stream(), scorers.stream()).distinct().toList() : scorers;
        Stream<Account> successors = accounts.withRole(Role.EVALUATOR).stream();
        List<Option> able = (before ? Stream.concat(accounts.withRole(Role.INVIGILATOR).stream(), successors).distinct() : successors)
                .filter(account -> !staff.contains(account.id())).map(ScorerPages::option).toList();
        return new ModelAndView("desk/scorers", Map.of("number", number, "form", form, "successors", able,
                "scorers", staff.stream().flatMap(person -> accounts.find(person).stream()).map(ScorerPages::option).toList()),
                HttpStatusCode.valueOf(status));
    }

    private static Option option(Account account) {
        return new Option(account.id(), account.name() + "（" + account.id() + "）");
    }
}
