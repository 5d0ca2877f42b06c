package org.zhiping.portal;

import java.util.List;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.zhiping.intake.Round;
import org.zhiping.intake.Rounds;
import org.zhiping.page.RoundViews;
import org.zhiping.platform.web.Page;

/** What anybody sees first: what this is, and which rounds take applications now. */
@Page
class HomePage {

    private final Rounds rounds;
    private final RoundViews views;

    HomePage(Rounds rounds, RoundViews views) {
        this.rounds = rounds;
        this.views = views;
    }

    @GetMapping("/")
    String home(Model model) {
        List<Round> open = rounds.open();
        model.addAttribute("rounds", views.of(open));
        model.addAttribute("uses", rounds.use(open.stream().map(Round::number).toList()));
        return "portal/home";
    }
}
