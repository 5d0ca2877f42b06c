package org.zhiping.desk;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatusCode;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.zhiping.exam.Sessions;
import org.zhiping.identity.CurrentUser;
import org.zhiping.identity.Role;
import org.zhiping.page.RoundView;
import org.zhiping.platform.Refusal;
import org.zhiping.platform.Texts;
import org.zhiping.platform.web.Page;
import org.zhiping.platform.web.PageForm;

/** Exam sessions: the list, opening one, and one with its seats. */
@Page
@RequestMapping("/desk/sessions")
class SessionPages {

    private final Sessions sessions;
    private final SessionDetails views;
    private final SessionChoices choices;
    private final CurrentUser user;
    private final Texts texts;

    SessionPages(Sessions sessions, SessionDetails views, SessionChoices choices, CurrentUser user, Texts texts) {
        this.sessions = sessions;
        this.views = views;
        this.choices = choices;
        this.user = user;
        this.texts = texts;
    }

    @GetMapping
    String list(Model model) {
        user.require(DeskRoles.SESSIONS);
        model.addAttribute("sessions", views.all());
        return "desk/sessions";
    }

    @GetMapping("/new")
    ModelAndView ask(@RequestParam Map<String, String> fields) {
        user.require(Role.EXAM_OFFICER);
        return form(PageForm.of(fields), 200);
    }

    @PostMapping
    ModelAndView open(@RequestParam Map<String, String> fields) {
        user.require(Role.EXAM_OFFICER);
        var form = PageForm.of(fields);
        try {
            String number = sessions.open(form.value("round"), form.value("level"), form.value("direction"),
                    form.value("part"), user.id());
            return new ModelAndView("redirect:/desk/sessions/" + number);
        } catch (Refusal refusal) {
            return form(form.with(texts, refusal), refusal.kind().status());
        }
    }

    @GetMapping("/{number}")
    ModelAndView session(@PathVariable String number) {
        user.require(DeskRoles.SESSIONS);
        return new ModelAndView("desk/session", "view", views.of(sessions.find(number), user.id()));
    }

    /** What stands beside a task of the session. @param framed whole, without the menu; otherwise a fragment */
    @GetMapping("/{number}/panel")
    ModelAndView panel(@PathVariable String number, @RequestParam(defaultValue = "false") boolean framed) {
        user.require(DeskRoles.SESSIONS);
        return new ModelAndView(framed ? "desk/session-panel-frame" : "desk/session-panel", "view", views.of(sessions.find(number), user.id()));
    }

    private ModelAndView form(PageForm form, int status) {
        Map<String, Object> model = new LinkedHashMap<>();
        List<RoundView> rounds = choices.rounds();
        model.put("form", form);
        model.put("rounds", choices.rounds(rounds));
        rounds.stream().filter(one -> one.round().number().equals(form.value("round"))).findFirst().ifPresent(round -> {
            model.put("levels", choices.levels(round));
            model.put("directions", choices.directions(round, form.value("level")));
            model.put("parts", choices.parts(round, form.value("level")));
        });
        return new ModelAndView("desk/session-new", model, HttpStatusCode.valueOf(status));
    }
}
