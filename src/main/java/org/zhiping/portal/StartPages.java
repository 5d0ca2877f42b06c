package org.zhiping.portal;

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
import org.zhiping.identity.CurrentUser;
import org.zhiping.intake.Intake;
import org.zhiping.intake.Round;
import org.zhiping.intake.Rounds;
import org.zhiping.page.Option;
import org.zhiping.page.RoundViews;
import org.zhiping.platform.Language;
import org.zhiping.platform.Refusal;
import org.zhiping.platform.Texts;
import org.zhiping.platform.web.Page;
import org.zhiping.platform.web.PageForm;

/** Starting an application: a round, a level of it, a direction that the level has. */
@Page
@RequestMapping("/portal/apply")
class StartPages {

    private final Rounds rounds;
    private final RoundViews views;
    private final Intake intake;
    private final CurrentUser user;
    private final Texts texts;

    StartPages(Rounds rounds, RoundViews views, Intake intake, CurrentUser user, Texts texts) {
        this.rounds = rounds;
        this.views = views;
        this.intake = intake;
        this.user = user;
        this.texts = texts;
    }

    @GetMapping
    String choose(Model model) {
        List<Round> open = rounds.open();
        model.addAttribute("rounds", views.of(open));
        model.addAttribute("uses", rounds.use(open.stream().map(Round::number).toList()));
        return "portal/rounds";
    }

    @GetMapping("/{round}")
    ModelAndView start(@PathVariable String round, @RequestParam(defaultValue = "") String level) {
        return page(round, PageForm.of(Map.of("level", level)), 200);
    }

    @PostMapping("/{round}")
    ModelAndView create(@PathVariable String round, @RequestParam(defaultValue = "") String level,
                        @RequestParam(defaultValue = "") String direction) {
        try {
            if (level.isEmpty()) {
                throw Refusal.invalid("level", "level-first");
            }
            var application = intake.start(user.id(), round, level, direction);
            return new ModelAndView("redirect:/portal/applications/" + application.caseNumber() + "/form");
        } catch (Refusal refusal) {
            var form = PageForm.of(Map.of("level", level, "direction", direction)).with(texts, refusal);
            return page(round, form, refusal.kind().status());
        }
    }

    private ModelAndView page(String number, PageForm form, int status) {
        var locale = Language.now();
        var one = views.of(rounds.find(number));
        List<Option> directions = one.directionsAt(form.value("level")).stream().map(each -> Option.of(each.code(), each, locale)).toList();
        return new ModelAndView("portal/start", Map.of("one", one, "form", form, "use", rounds.use(number),
                "levels", one.levels().stream().map(each -> Option.of(each.code(), each, locale)).toList(),
                "directions", directions), HttpStatusCode.valueOf(status));
    }
}
