package org.zhiping.desk;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.zhiping.identity.CurrentUser;
import org.zhiping.identity.Role;
import org.zhiping.notice.NoticeEditing;
import org.zhiping.notice.NoticeTrial;
import org.zhiping.notice.NoticeVariable;
import org.zhiping.notice.TemplateText;
import org.zhiping.notice.TemplateVersion;
import org.zhiping.platform.Language;
import org.zhiping.platform.Refusal;

/** The words of notices for programs; the same acts as at the desk, by the same people. */
@Tag(name = "desk: notices", description = "通知模板")
@RestController
@RequestMapping("/api/desk/notice-templates")
class NoticeTemplatesApi {

    /** @param version 0 comes with the program; @param restores the earlier version that it brings back */
    record Version(String language, int version, String subject, String body, String sms, Instant at, String by, String reason, Integer restores) {

        static Version of(TemplateVersion one) {
            return new Version(one.locale().toLanguageTag(), one.version(), one.text().subject(), one.text().body(), one.text().sms(), one.at(),
                    one.by(), one.reason(), one.restores());
        }
    }

    /** @param texts the words in force in each language */
    record Template(String kind, String name, List<NoticeVariable> variables, List<Version> texts) {
    }

    /** @param seen the newest version that was read */
    record Words(String language, String subject, String body, String sms, int seen) {

        Locale locale() {
            return NoticeEditing.language(language);
        }

        TemplateText text() {
            return new TemplateText(subject, body, sms);
        }
    }

    record Edition(String reason, List<Words> texts) {
    }

    record Return(String language, int version, int seen, String reason) {
    }

    /** @param number case or session; empty for examples */
    record Trial(String number, List<Words> texts) {
    }

    private final NoticeEditing editing;
    private final NoticeTrial trial;
    private final NoticePreviews previews;
    private final CurrentUser user;

    NoticeTemplatesApi(NoticeEditing editing, NoticeTrial trial, NoticePreviews previews, CurrentUser user) {
        this.editing = editing;
        this.trial = trial;
        this.previews = previews;
        this.user = user;
    }

    @Operation(summary = "Every kind of notice with its words in force")
    @GetMapping
    List<Template> all() {
        user.require(DeskRoles.NOTICES);
        return editing.kinds().stream().map(this::template).toList();
    }

    @Operation(summary = "One kind of notice")
    @GetMapping("/{kind}")
    Template one(@PathVariable String kind) {
        user.require(DeskRoles.NOTICES);
        return template(kind);
    }

    @Operation(summary = "Every version of one language, newest first")
    @GetMapping("/{kind}/{language}")
    List<Version> history(@PathVariable String kind, @PathVariable String language) {
        user.require(DeskRoles.NOTICES);
        return editing.history(kind, NoticeEditing.language(language)).stream().map(Version::of).toList();
    }

    @Operation(summary = "Publish new words (process owner); refused with line and column of each fault, or when there is a newer version")
    @PutMapping("/{kind}")
    Template save(@PathVariable String kind, @RequestBody Edition edition) {
        user.require(Role.PROCESS_OWNER);
        editing.save(kind, given(edition.texts()).stream().map(words -> new NoticeEditing.Edit(words.locale(), words.text(), words.seen())).toList(),
                edition.reason(), user.id());
        return template(kind);
    }

    @Operation(summary = "Go back to an earlier version, as a version of its own (process owner); 0 follows the program")
    @PostMapping("/{kind}/restore")
    Template restore(@PathVariable String kind, @RequestBody Return wish) {
        user.require(Role.PROCESS_OWNER);
        editing.restore(kind, NoticeEditing.language(wish.language()), wish.version(), wish.seen(), wish.reason(), user.id());
        return template(kind);
    }

    @Operation(summary = "Words filled in with the values of a case, without publishing them (process owner)")
    @PostMapping("/{kind}/preview")
    List<NoticePreviews.Preview> preview(@PathVariable String kind, @RequestBody Trial wish) {
        user.require(Role.PROCESS_OWNER);
        List<Refusal.Fault> faults = given(wish.texts()).stream().flatMap(words -> editing.check(kind, words.locale(), words.text()).stream()).toList();
        if (!faults.isEmpty()) {
            throw Refusal.invalid(faults);
        }
        NoticeTrial.Values values = wish.number() == null || wish.number().isBlank() ? trial.examples(kind) : previews.values(kind, wish.number());
        return given(wish.texts()).stream().map(words -> previews.of(kind, words.locale(), words.text(), values)).toList();
    }

    private static List<Words> given(List<Words> texts) {
        return texts == null ? List.of() : texts;
    }

    private Template template(String kind) {
        return new Template(kind, editing.name(kind), editing.variables(kind),
                Language.ALL.stream().map(locale -> Version.of(editing.current(kind, locale))).toList());
    }
}
