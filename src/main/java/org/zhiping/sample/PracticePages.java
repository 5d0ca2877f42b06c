package org.zhiping.sample;

import java.util.Map;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.http.HttpStatusCode;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.zhiping.identity.CurrentUser;
import org.zhiping.identity.Role;
import org.zhiping.platform.Refusal;
import org.zhiping.platform.Texts;
import org.zhiping.platform.web.Page;
import org.zhiping.platform.web.PageForm;

/** Where staff of the sample institution let practice cases be handed in, and read afterwards what there was to find. */
@Page
@RequestMapping("/desk/practice-cases")
@ConditionalOnProperty("zhiping.sample.enabled")
class PracticePages {

    static final Role[] PREPARERS = {Role.ADMINISTRATOR, Role.MANAGER, Role.TEAM_LEAD, Role.ACCEPTANCE_OFFICER};

    private final PracticeCases practice;
    private final CurrentUser user;
    private final Texts texts;

    PracticePages(PracticeCases practice, CurrentUser user, Texts texts) {
        this.practice = practice;
        this.user = user;
        this.texts = texts;
    }

    @GetMapping
    ModelAndView show() {
        user.require(PREPARERS);
        return page(PageForm.empty(), 200);
    }

    @PostMapping
    ModelAndView prepare(RedirectAttributes next) {
        user.require(PREPARERS);
        try {
            PracticeCases.PreparedSet set = practice.prepare();
            next.addFlashAttribute("prepared", set.cases());
            next.addFlashAttribute("password", set.password());
        } catch (Refusal refusal) {
            return page(PageForm.empty().with(texts, refusal), refusal.kind().status());
        }
        return new ModelAndView("redirect:/desk/practice-cases");
    }

    private ModelAndView page(PageForm form, int status) {
        return new ModelAndView("desk/practice-cases", Map.of("form", form, "exercises", practice.all()), HttpStatusCode.valueOf(status));
    }
}
