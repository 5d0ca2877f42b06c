package org.zhiping.desk;

import java.util.LinkedHashMap;
import java.util.List;
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
import org.zhiping.intake.Announcement;
import org.zhiping.intake.Round;
import org.zhiping.intake.RoundPlan;
import org.zhiping.intake.RoundStatus;
import org.zhiping.intake.Rounds;
import org.zhiping.page.RoundViews;
import org.zhiping.platform.Refusal;
import org.zhiping.platform.Texts;
import org.zhiping.platform.web.Page;
import org.zhiping.platform.web.PageForm;
import org.zhiping.standard.Packs;
import org.zhiping.standard.StandardPack;

/** Rounds: planned with the institution's parameters or after an earlier one, then opened, extended, closed or cancelled. */
@Page
@RequestMapping("/desk/rounds")
class RoundPages {

    private final Rounds rounds;
    private final RoundViews views;
    private final RoundForm roundForm;
    private final RoundHistory history;
    private final Packs packs;
    private final CurrentUser user;
    private final Texts texts;

    RoundPages(Rounds rounds, RoundViews views, RoundForm roundForm, RoundHistory history, Packs packs, CurrentUser user, Texts texts) {
        this.rounds = rounds;
        this.views = views;
        this.roundForm = roundForm;
        this.history = history;
        this.packs = packs;
        this.user = user;
        this.texts = texts;
    }

    @GetMapping
    String list(Model model) {
        user.require(DeskRoles.ROUNDS);
        List<Round> all = rounds.all();
        model.addAttribute("rounds", views.of(all));
        model.addAttribute("uses", rounds.use(all.stream().map(Round::number).toList()));
        model.addAttribute("packs", packs.all());
        model.addAttribute("keeper", keeper());
        return "desk/rounds";
    }

    @GetMapping("/{number}")
    ModelAndView round(@PathVariable String number) {
        user.require(DeskRoles.ROUNDS);
        return round(number, roundForm.of(rounds.find(number)), 200);
    }

    @GetMapping("/new")
    ModelAndView plan(@RequestParam String standard, @RequestParam String edition) {
        user.require(DeskRoles.ROUND_KEEPERS);
        StandardPack pack = packs.find(standard, edition);
        return plan(pack, roundForm.fresh(pack), 200);
    }

    @GetMapping("/{number}/clone")
    ModelAndView planAfter(@PathVariable String number) {
        user.require(DeskRoles.ROUND_KEEPERS);
        Round round = rounds.find(number);
        return plan(packs.find(round.standard(), round.edition()), roundForm.after(round), 200);
    }

    @PostMapping
    ModelAndView save(@RequestParam MultiValueMap<String, String> fields, @RequestParam String standard, @RequestParam String edition,
                      @RequestParam(defaultValue = "") String from) {
        user.require(DeskRoles.ROUND_KEEPERS);
        StandardPack pack = packs.find(standard, edition);
        try {
            RoundPlan plan = roundForm.read(fields).plan(pack);
            Round round = from.isEmpty() ? rounds.plan(plan) : rounds.clone(from, plan);
            return new ModelAndView("redirect:/desk/rounds/" + round.number());
        } catch (Refusal refusal) {
            return plan(pack, RoundForm.typed(fields).with(texts, refusal), refusal.kind().status());
        }
    }

    /** {@code act} is save (a planned round), open, capacity, extend or close. */
    @PostMapping("/{number}")
    ModelAndView move(@PathVariable String number, @RequestParam String act, @RequestParam MultiValueMap<String, String> fields,
                      RedirectAttributes next) {
        user.require(DeskRoles.ROUND_KEEPERS);
        try {
            next.addFlashAttribute("done", "desk.rounds.done." + act(rounds.find(number), act, roundForm.read(fields)));
            return new ModelAndView("redirect:/desk/rounds/" + number);
        } catch (Refusal refusal) {
            return round(number, shownAgain(rounds.find(number), act, fields).with(texts, refusal), refusal.kind().status());
        }
    }

    private String act(Round round, String act, TypedRound typed) {
        switch (act) {
            case "save" -> rounds.change(round.number(), typed.version(), typed.plan(packs.find(round.standard(), round.edition())));
            case "open" -> rounds.open(round.number());
            case "capacity" -> {
                Announcement limits = typed.limits(round.levels());
                rounds.limit(round.number(), limits.capacity(), limits.levelCapacity());
            }
            case "extend" -> rounds.extend(round.number(), typed.end(), typed.typed("reason"));
            case "close" -> rounds.close(round.number(), typed.typed("reason"));
            default -> throw Refusal.invalid("", "round-act-unknown");
        }
        return act;
    }

    /** What was typed is kept; the version is the present one, so that saving again is a decision. */
    private PageForm shownAgain(Round round, String act, MultiValueMap<String, String> fields) {
        Map<String, String> values = new LinkedHashMap<>(roundForm.of(round).values());
        if (act.equals("save")) {
            values.clear();
        }
        values.putAll(RoundForm.typed(fields).values());
        values.put("version", String.valueOf(round.version()));
        return PageForm.of(values);
    }

    @GetMapping("/{number}/cancel")
    ModelAndView askToCancel(@PathVariable String number) {
        user.require(DeskRoles.ROUND_KEEPERS);
        return cancelling(number, PageForm.empty(), 200);
    }

    @PostMapping("/{number}/cancel")
    ModelAndView cancel(@PathVariable String number, @RequestParam(defaultValue = "") String reason, RedirectAttributes next) {
        user.require(DeskRoles.ROUND_KEEPERS);
        try {
            rounds.cancel(number, reason);
        } catch (Refusal refusal) {
            return cancelling(number, PageForm.of(Map.of("reason", reason)).with(texts, refusal), refusal.kind().status());
        }
        next.addFlashAttribute("done", "desk.rounds.done.cancel");
        return new ModelAndView("redirect:/desk/rounds/" + number);
    }

    private ModelAndView cancelling(String number, PageForm form, int status) {
        return new ModelAndView("desk/round-cancel", Map.of("one", views.of(rounds.find(number)), "use", rounds.use(number), "form", form),
                HttpStatusCode.valueOf(status));
    }

    private boolean keeper() {
        return user.hasAny(DeskRoles.ROUND_KEEPERS);
    }

    private ModelAndView round(String number, PageForm form, int status) {
        Round round = rounds.find(number);
        var one = views.of(round);
        Map<String, Object> model = new LinkedHashMap<>(Map.of("one", one, "form", form, "keeper", keeper(), "pack", one.pack(),
                "use", rounds.use(number), "history", history.of(round)));
        if (round.status() == RoundStatus.PLANNED) {
            model.put("parameters", roundForm.parameters(one.pack(), RoundForm.codes(one.pack())));
        }
        return new ModelAndView("desk/round", model, HttpStatusCode.valueOf(status));
    }

    private ModelAndView plan(StandardPack pack, PageForm form, int status) {
        return new ModelAndView("desk/round-new", Map.of("pack", pack, "form", form, "parameters", roundForm.parameters(pack, RoundForm.codes(pack))),
                HttpStatusCode.valueOf(status));
    }
}
