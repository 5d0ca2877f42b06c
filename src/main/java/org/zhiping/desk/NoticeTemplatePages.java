package org.zhiping.desk;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatusCode;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.zhiping.identity.CurrentUser;
import org.zhiping.identity.Role;
import org.zhiping.notice.NoticeEditing;
import org.zhiping.notice.NoticeTrial;
import org.zhiping.notice.NoticeVariable;
import org.zhiping.notice.TemplateVersion;
import org.zhiping.platform.Language;
import org.zhiping.platform.Refusal;
import org.zhiping.platform.Texts;
import org.zhiping.platform.web.Page;
import org.zhiping.platform.web.PageForm;

/** The words of notices: read by those who answer for them, edited and tried out on a real case by process owners. */
@Page
@RequestMapping("/desk/notices")
class NoticeTemplatePages {

    /** What another has made of a language while this person typed. */
    public record Newer(String tag, int version, List<TextDiff.Piece> changes) {
    }

    private final NoticeEditing editing;
    private final NoticeTrial trial;
    private final NoticeSides sides;
    private final NoticePreviews previews;
    private final CurrentUser user;
    private final Texts texts;

    NoticeTemplatePages(NoticeEditing editing, NoticeTrial trial, NoticeSides sides, NoticePreviews previews, CurrentUser user, Texts texts) {
        this.editing = editing;
        this.trial = trial;
        this.sides = sides;
        this.previews = previews;
        this.user = user;
        this.texts = texts;
    }

    @GetMapping
    String all(Model model) {
        user.require(DeskRoles.NOTICES);
        model.addAttribute("kinds", sides.all());
        return "desk/notices";
    }

    @GetMapping("/{kind}")
    ModelAndView one(@PathVariable String kind) {
        user.require(DeskRoles.NOTICES);
        return page(kind, TypedNotice.shown(current(kind)), Map.of(), 200);
    }

    @PostMapping("/{kind}")
    ModelAndView act(@PathVariable String kind, @RequestParam Map<String, String> fields, @RequestParam(defaultValue = "preview") String act,
                     RedirectAttributes next) {
        user.require(Role.PROCESS_OWNER);
        TypedNotice typed = new TypedNotice(fields);
        PageForm form = PageForm.of(fields);
        try {
            if (act.equals("save")) {
                List<TemplateVersion> seen = Language.ALL.stream().flatMap(locale -> editing.history(kind, locale).stream()).toList();
                editing.save(kind, typed.edits(seenOrCurrent(kind, seen)), form.value("reason").strip(), user.id());
                next.addFlashAttribute("done", "desk.notices.saved");
                return new ModelAndView("redirect:/desk/notices/" + kind);
            }
            return page(kind, form, Map.of("previews", preview(kind, typed, form), "trial", values(kind, form)), 200);
        } catch (Refusal refusal) {
            Map<String, Object> more = new HashMap<>();
            if (refusal.kind() == Refusal.Kind.CONFLICT) {
                more.put("newer", newer(kind, typed));
                form = seenNow(kind, fields);
            }
            return page(kind, form.with(texts, refusal), more, refusal.kind().status());
        }
    }

    /** What follows the program was shown as the program says it now. */
    private List<TemplateVersion> seenOrCurrent(String kind, List<TemplateVersion> history) {
        List<TemplateVersion> shown = new ArrayList<>(current(kind));
        shown.addAll(history);
        return shown;
    }

    private List<TemplateVersion> current(String kind) {
        return Language.ALL.stream().map(locale -> editing.current(kind, locale)).toList();
    }

    private NoticeTrial.Values values(String kind, PageForm form) {
        String number = form.value("case").strip();
        return number.isEmpty() ? trial.examples(kind) : previews.values(kind, number);
    }

    private List<NoticePreviews.Preview> preview(String kind, TypedNotice typed, PageForm form) {
        List<Refusal.Fault> faults = Language.ALL.stream().flatMap(locale -> editing.check(kind, locale, typed.text(locale)).stream()).toList();
        if (!faults.isEmpty()) {
            throw Refusal.invalid(faults);
        }
        NoticeTrial.Values values = values(kind, form);
        return Language.ALL.stream().map(locale -> previews.of(kind, locale, typed.text(locale), values)).toList();
    }

    private List<Newer> newer(String kind, TypedNotice typed) {
        return current(kind).stream().filter(now -> now.version() != typed.seen(now.locale()))
                .map(now -> new Newer(now.locale().toLanguageTag(), now.version(), TextDiff.of(typed.text(now.locale()).whole(), now.text().whole()))).toList();
    }

    /** Who has been shown the newer version may publish over it: it stays in the history. */
    private PageForm seenNow(String kind, Map<String, String> fields) {
        Map<String, String> values = new HashMap<>(fields);
        current(kind).forEach(now -> values.put("seen-" + now.locale().toLanguageTag(), String.valueOf(now.version())));
        return PageForm.of(values);
    }

    private ModelAndView page(String kind, PageForm form, Map<String, Object> more, int status) {
        List<NoticeVariable> variables = editing.variables(kind);
        Map<String, Object> model = new HashMap<>(Map.of("one", sides.of(kind), "form", form, "variables", variables, "explanations",
                variables.stream().collect(Collectors.toMap(NoticeVariable::name, one -> texts.orElse("notice.variable." + one.name(), one.name()))),
                "recent", trial.recent(kind), "editor", user.has(Role.PROCESS_OWNER)));
        model.putAll(more);
        return new ModelAndView("desk/notice", model, HttpStatusCode.valueOf(status));
    }

    @GetMapping("/{kind}/{language}")
    ModelAndView history(@PathVariable String kind, @PathVariable String language) {
        user.require(DeskRoles.NOTICES);
        return history(kind, NoticeEditing.language(language), PageForm.empty(), 200);
    }

    @PostMapping("/{kind}/{language}")
    ModelAndView restore(@PathVariable String kind, @PathVariable String language, @RequestParam int version, @RequestParam int seen,
                         @RequestParam Map<String, String> fields, RedirectAttributes next) {
        user.require(Role.PROCESS_OWNER);
        Locale locale = NoticeEditing.language(language);
        try {
            editing.restore(kind, locale, version, seen, fields.getOrDefault("reason", "").strip(), user.id());
        } catch (Refusal refusal) {
            PageForm form = PageForm.of(fields).with(texts, refusal);
            return history(kind, locale, refusal.getMessage().equals("notice-template-reason") ? form : form.at(""), refusal.kind().status());
        }
        next.addFlashAttribute("done", "desk.notices.restored");
        return new ModelAndView("redirect:/desk/notices/" + kind + "/" + language);
    }

    private ModelAndView history(String kind, Locale locale, PageForm form, int status) {
        return new ModelAndView("desk/notice-history", Map.of("one", sides.of(kind), "tag", locale.toLanguageTag(), "form", form,
                "lines", sides.history(kind, locale), "editor", user.has(Role.PROCESS_OWNER)), HttpStatusCode.valueOf(status));
    }
}
