package org.zhiping.sample;

import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.http.HttpStatusCode;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.zhiping.identity.CurrentUser;
import org.zhiping.identity.Role;
import org.zhiping.platform.Refusal;
import org.zhiping.platform.Texts;
import org.zhiping.platform.web.Page;
import org.zhiping.platform.web.PageForm;

/** Shows the sample's time and moves it forward. */
@Page
@RequestMapping("/desk/sample-clock")
@ConditionalOnProperty("zhiping.sample.enabled")
class SampleClockPages {

    static final Role[] MOVERS = {Role.ADMINISTRATOR, Role.PROCESS_OWNER};

    private final SampleClock clock;
    private final CurrentUser user;
    private final Texts texts;

    SampleClockPages(SampleClock clock, CurrentUser user, Texts texts) {
        this.clock = clock;
        this.user = user;
        this.texts = texts;
    }

    @GetMapping
    ModelAndView show() {
        user.require(MOVERS);
        return page(PageForm.of(Map.of("days", "5")), 200);
    }

    @PostMapping
    ModelAndView move(@RequestParam String by, @RequestParam(defaultValue = "") String days, RedirectAttributes next) {
        user.require(MOVERS);
        try {
            switch (by) {
                case "timer" -> clock.toNextTimer();
                case "working-days" -> clock.forwardWorkingDays(number(days));
                default -> clock.forward(1);
            }
        } catch (Refusal refusal) {
            return page(PageForm.of(Map.of("days", days)).with(texts, refusal), refusal.kind().status());
        }
        next.addFlashAttribute("done", "sample.clock.moved");
        return new ModelAndView("redirect:/desk/sample-clock");
    }

    private static int number(String days) {
        return days.matches("\\d{1,5}") ? Integer.parseInt(days) : 0;
    }

    private ModelAndView page(PageForm form, int status) {
        Map<String, Object> model = new HashMap<>(Map.of("form", form, "now", clock.now()));
        clock.nextTimer().ifPresent(timer -> model.put("nextTimer", timer));
        return new ModelAndView("desk/sample-clock", model, HttpStatusCode.valueOf(status));
    }
}
