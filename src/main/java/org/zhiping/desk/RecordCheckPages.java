package org.zhiping.desk;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.zhiping.identity.CurrentUser;
import org.zhiping.identity.Role;
import org.zhiping.page.MenuEntry;
import org.zhiping.platform.web.Page;
import org.zhiping.record.RecordChecks;
import org.zhiping.record.RecordChecks.Check;

/** Whether all case records fit their chains: what the last checks have found, and a check at once. */
@Page
@RequestMapping("/desk/record-checks")
class RecordCheckPages {

    private static final Role[] WATCHING = {Role.SUPERVISOR, Role.ADMINISTRATOR};
    private static final int CHECKS = 20;
    private static final int FAULTS = 200;

    @Configuration(proxyBeanMethods = false)
    static class Menu {

        @Bean
        MenuEntry recordChecks() {
            return new MenuEntry("record-checks", "/desk/record-checks", Set.of(WATCHING));
        }
    }

    private final RecordChecks checks;
    private final CurrentUser user;

    RecordCheckPages(RecordChecks checks, CurrentUser user) {
        this.checks = checks;
        this.user = user;
    }

    @GetMapping
    ModelAndView show() {
        user.require(WATCHING);
        List<Check> latest = checks.latest(CHECKS);
        return new ModelAndView("desk/record-checks", Map.of("checks", latest, "faults", latest.stream().filter(check -> check.endedAt() != null)
                .findFirst().map(check -> checks.faults(check.id(), FAULTS)).orElse(List.of())));
    }

    @PostMapping
    String check(RedirectAttributes next) {
        user.require(WATCHING);
        checks.ask(user.id());
        next.addFlashAttribute("done", "record.checks.asked");
        return "redirect:/desk/record-checks";
    }
}
