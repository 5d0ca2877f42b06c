package org.zhiping.desk;

import java.util.Arrays;
import java.util.Map;
import org.springframework.http.HttpStatusCode;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.zhiping.identity.CurrentUser;
import org.zhiping.intake.Rounds;
import org.zhiping.page.RoundViews;
import org.zhiping.platform.Refusal;
import org.zhiping.platform.Texts;
import org.zhiping.platform.web.Page;
import org.zhiping.platform.web.PageForm;
import org.zhiping.standard.Packs;

/** Rounds: planned with the institution's parameters, then opened, then closed. */
@Page
@RequestMapping("/desk/rounds")
class RoundPages {

    private final Rounds rounds;
    private final RoundViews views;
    private final RoundForm roundForm;
    private final Packs packs;
    private final CurrentUser user;
    private final Texts texts;

    RoundPages(Rounds rounds, RoundViews views, RoundForm roundForm, Packs packs, CurrentUser user, Texts texts) {
        this.rounds = rounds;
        this.views = views;
        this.roundForm = roundForm;
        this.packs = packs;
        this.user = user;
        this.texts = texts;
    }

    @GetMapping
    String list(Model model) {
        user.require(DeskRoles.ROUNDS);
        model.addAttribute("rounds", views.of(rounds.all()));
        model.addAttribute("packs", packs.all());
        model.addAttribute("keeper", keeper());
        return "desk/rounds";
    }

    @GetMapping("/{number}")
    ModelAndView round(@PathVariable String number) {
        user.require(DeskRoles.ROUNDS);
        return round(number, PageForm.of(rounds.find(number).parameters()), 200);
    }

    @GetMapping("/new")
    ModelAndView plan(@RequestParam String standard, @RequestParam String edition) {
        user.require(DeskRoles.ROUND_KEEPERS);
        return plan(standard, edition, roundForm.fresh(packs.find(standard, edition)), 200);
    }

    @PostMapping
    ModelAndView save(@RequestParam MultiValueMap<String, String> fields, @RequestParam String standard, @RequestParam String edition) {
        user.require(DeskRoles.ROUND_KEEPERS);
        try {
            return new ModelAndView("redirect:/desk/rounds/" + rounds.plan(roundForm.plan(packs.find(standard, edition), fields)).number());
        } catch (Refusal refusal) {
            return plan(standard, edition, RoundForm.typed(fields).with(texts, refusal), refusal.kind().status());
        }
    }

    /** {@code act} is save (the parameters of a planned round), open or close. */
    @PostMapping("/{number}")
    ModelAndView move(@PathVariable String number, @RequestParam String act, @RequestParam MultiValueMap<String, String> fields,
                      RedirectAttributes next) {
        user.require(DeskRoles.ROUND_KEEPERS);
        var round = rounds.find(number);
        try {
            switch (act) {
                case "save" -> rounds.setParameters(number,
                        RoundForm.values(packs.find(round.standard(), round.edition()), round.levels(), fields));
                case "open" -> rounds.open(number);
                default -> rounds.close(number);
            }
        } catch (Refusal refusal) {
            var form = act.equals("save") ? RoundForm.typed(fields) : PageForm.of(round.parameters());
            return round(number, form.with(texts, refusal), refusal.kind().status());
        }
        next.addFlashAttribute("done", switch (act) {
            case "save" -> "desk.rounds.saved";
            case "open" -> "desk.rounds.opened";
            default -> "desk.rounds.closed";
        });
        return new ModelAndView("redirect:/desk/rounds/" + number);
    }

    private boolean keeper() {
        return Arrays.stream(DeskRoles.ROUND_KEEPERS).anyMatch(user::has);
    }

    private ModelAndView round(String number, PageForm form, int status) {
        var one = views.of(rounds.find(number));
        return new ModelAndView("desk/round", Map.of("one", one, "form", form, "keeper", keeper(),
                "parameters", roundForm.parameters(one.pack(), one.round().levels())), HttpStatusCode.valueOf(status));
    }

    private ModelAndView plan(String standard, String edition, PageForm form, int status) {
        var pack = packs.find(standard, edition);
        return new ModelAndView("desk/round-new", Map.of("pack", pack, "form", form, "parameters", roundForm.parameters(pack, RoundForm.codes(pack))),
                HttpStatusCode.valueOf(status));
    }
}
