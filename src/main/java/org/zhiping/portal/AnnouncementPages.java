package org.zhiping.portal;

import java.time.Clock;
import java.util.List;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.zhiping.intake.Round;
import org.zhiping.intake.RoundStatus;
import org.zhiping.intake.Rounds;
import org.zhiping.page.RoundViews;
import org.zhiping.platform.Institution;
import org.zhiping.platform.Refusal;
import org.zhiping.platform.web.Page;
import org.zhiping.standard.Condition;
import org.zhiping.standard.Level;
import org.zhiping.standard.StandardPack;

/** Announcements of rounds 公告, for everybody: also of those that are over or were cancelled, never of planned ones. */
@Page
@RequestMapping("/rounds")
class AnnouncementPages {

    /** What the standard asks for at a level; {@code level} is null where it asks the same of every level. */
    public record LevelConditions(Level level, List<Condition> conditions) {
    }

    private final Rounds rounds;
    private final RoundViews views;
    private final Institution institution;
    private final Clock clock;

    AnnouncementPages(Rounds rounds, RoundViews views, Institution institution, Clock clock) {
        this.rounds = rounds;
        this.views = views;
        this.institution = institution;
        this.clock = clock;
    }

    @GetMapping
    String list(Model model) {
        List<Round> announced = rounds.all().stream().filter(Round::announced).toList();
        model.addAttribute("rounds", views.of(announced));
        model.addAttribute("states", announced.stream().map(this::state).toList());
        model.addAttribute("uses", rounds.use(announced.stream().map(Round::number).toList()));
        return "portal/announcements";
    }

    @GetMapping("/{number}")
    String one(@PathVariable String number, Model model) {
        Round round = rounds.find(number);
        if (!round.announced()) {
            throw Refusal.notFound("round-not-found");
        }
        var one = views.of(round);
        model.addAttribute("one", one);
        model.addAttribute("state", state(round));
        model.addAttribute("use", rounds.use(number));
        model.addAttribute("conditions", conditions(one.pack(), one.levels()));
        model.addAttribute("rule", round.parameter("referenceDateRule").orElse("fixed"));
        model.addAttribute("contact", institution.contact());
        return "portal/announcement";
    }

    private String state(Round round) {
        if (round.status() == RoundStatus.CANCELLED) {
            return "CANCELLED";
        }
        return round.accepts(clock.instant()) ? "OPEN"
                : round.status() == RoundStatus.OPEN && clock.instant().isBefore(round.opensAt()) ? "SOON" : "ENDED";
    }

    private static List<LevelConditions> conditions(StandardPack pack, List<Level> levels) {
        List<Condition> everywhere = pack.conditions().stream().filter(condition -> condition.level() == null).toList();
        return everywhere.isEmpty() ? levels.stream().map(level -> new LevelConditions(level, pack.conditions().stream()
                .filter(condition -> level.code().equals(condition.level())).toList())).toList()
                : List.of(new LevelConditions(null, everywhere));
    }
}
