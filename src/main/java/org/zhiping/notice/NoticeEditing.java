package org.zhiping.notice;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.zhiping.platform.Language;
import org.zhiping.platform.Refusal;
import org.zhiping.platform.Texts;

/** The words of notices as process owners keep them: each edit is a version of its own, and nothing is ever overwritten. */
@Component
public class NoticeEditing {

    private static final int LONGEST_REASON = 500;

    private final ShippedTemplates shipped;
    private final TemplateVersions versions;
    private final TemplatesInForce inForce;
    private final NoticeKinds kinds;
    private final TemplateCheck check;
    private final Texts texts;
    private final Clock clock;

    NoticeEditing(ShippedTemplates shipped, TemplateVersions versions, TemplatesInForce inForce, NoticeKinds kinds, TemplateCheck check, Texts texts,
                  Clock clock) {
        this.shipped = shipped;
        this.versions = versions;
        this.inForce = inForce;
        this.kinds = kinds;
        this.check = check;
        this.texts = texts;
        this.clock = clock;
    }

    public List<String> kinds() {
        return shipped.kinds();
    }

    /** What people call a kind, in the language of the request. */
    public String name(String kind) {
        TemplateVersion program = shipped.find(kind, Language.now());
        return texts.orElse("notice.kind." + kind, program.text().subject().replaceAll("<[^>]*>|\\$\\{[^}]*}", "").strip());
    }

    /** What a kind can say. @throws Refusal (NOT_FOUND) when there is no such kind */
    public List<NoticeVariable> variables(String kind) {
        return kinds.variables(kind);
    }

    /** The words that count now, asked of the database. */
    public TemplateVersion current(String kind, Locale locale) {
        TemplateVersion program = shipped.find(kind, locale);
        return versions.of(kind, locale).stream().findFirst().map(newest -> inForce.shown(newest, program)).orElse(program);
    }

    /** The same of every kind with one look at the database: by kind, in the order of {@link #kinds}, Chinese first. */
    public Map<String, List<TemplateVersion>> current() {
        Map<String, Map<Locale, TemplateVersion>> newest = versions.newest();
        Map<String, List<TemplateVersion>> all = new LinkedHashMap<>();
        kinds().forEach(kind -> all.put(kind, Language.ALL.stream().map(locale -> {
            TemplateVersion program = shipped.find(kind, locale);
            return inForce.shown(newest.getOrDefault(kind, Map.of()).getOrDefault(locale, program), program);
        }).toList()));
        return all;
    }

    /** All versions of a language, newest first, down to the program's own. */
    public List<TemplateVersion> history(String kind, Locale locale) {
        TemplateVersion program = shipped.find(kind, locale);
        return Stream.concat(versions.of(kind, locale).stream(), Stream.of(program)).toList();
    }

    /** The program's words, where an update has changed them since the institution's own were made. */
    public boolean programChanged(TemplateVersion current) {
        return !current.followsProgram() && !current.shipped().equals(shipped.find(current.kind(), current.locale()).shipped());
    }

    /** The words that come with the program now. */
    public TemplateVersion program(TemplateVersion version) {
        return shipped.find(version.kind(), version.locale());
    }

    /** Faults at {@code subject-<language>}, {@code body-<language>} and {@code sms-<language>}; empty when the words can go out. */
    public List<Refusal.Fault> check(String kind, Locale locale, TemplateText text) {
        return check.faults(kind, locale, text).stream()
                .map(fault -> new Refusal.Fault(fault.field() + "-" + locale.toLanguageTag(), fault.code(), fault.args())).toList();
    }

    /**
     * New words in one language.
     *
     * @param seen the newest version that the person has seen
     */
    public record Edit(Locale locale, TemplateText text, int seen) {
    }

    /**
     * Makes a new version in each of these languages, or in none.
     *
     * @param reason why, 1–500 characters
     * @throws Refusal (INVALID) at {@code reason} and at {@code subject-<language>}, {@code body-<language>}, {@code sms-<language>};
     *         (CONFLICT) when there is a newer version
     */
    @Transactional
    public List<TemplateVersion> save(String kind, List<Edit> edits, String reason, String by) {
        List<Refusal.Fault> faults = new ArrayList<>();
        edits.forEach(edit -> faults.addAll(check(kind, edit.locale(), edit.text())));
        faults.addAll(reasonFaults(reason));
        if (edits.isEmpty()) {
            faults.add(new Refusal.Fault("", "notice-template-same"));
        }
        if (!faults.isEmpty()) {
            throw Refusal.invalid(faults);
        }
        List<TemplateVersion> made = new ArrayList<>();
        for (Edit edit : edits) {
            TemplateVersion now = latest(kind, edit.locale(), edit.seen());
            if (now.text().equals(edit.text())) {
                throw Refusal.invalid("body-" + edit.locale().toLanguageTag(), "notice-template-same");
            }
            made.add(add(kind, edit.locale(), edit.text(), edit.seen(), null, reason, by));
        }
        return made;
    }

    /** Makes an earlier version the newest again, by a version of its own; with 0 the program's words are followed from now on. */
    @Transactional
    public TemplateVersion restore(String kind, Locale locale, int version, int seen, String reason, String by) {
        List<Refusal.Fault> faults = reasonFaults(reason);
        if (!faults.isEmpty()) {
            throw Refusal.invalid(faults);
        }
        latest(kind, locale, seen);
        TemplateVersion earlier = history(kind, locale).stream().filter(each -> each.version() == version).findFirst()
                .orElseThrow(() -> Refusal.notFound("notice-template-version-not-found"));
        if (version >= seen) {
            throw Refusal.conflict("notice-template-same");
        }
        List<Refusal.Fault> outdated = version == 0 ? List.of() : check(kind, locale, earlier.text());
        if (!outdated.isEmpty()) {
            throw Refusal.invalid(outdated);
        }
        return add(kind, locale, earlier.text(), seen, version, reason, by);
    }

    private TemplateVersion latest(String kind, Locale locale, int seen) {
        TemplateVersion now = current(kind, locale);
        if (now.version() != seen) {
            throw Refusal.conflict("notice-template-changed");
        }
        return now;
    }

    private TemplateVersion add(String kind, Locale locale, TemplateText text, int seen, Integer restores, String reason, String by) {
        TemplateVersion version = new TemplateVersion(kind, locale, seen + 1, text, shipped.find(kind, locale).shipped(), restores,
                clock.instant(), by, reason.strip());
        versions.add(version);
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCompletion(int status) {
                inForce.forget();
            }
        });
        return version;
    }

    private static List<Refusal.Fault> reasonFaults(String reason) {
        if (reason == null || reason.isBlank()) {
            return List.of(new Refusal.Fault("reason", "notice-template-reason"));
        }
        return reason.length() <= LONGEST_REASON ? List.of() : List.of(new Refusal.Fault("reason", "notice-template-long", reason.length(), LONGEST_REASON));
    }

    /** One of the two languages. @throws Refusal (NOT_FOUND) */
    public static Locale language(String tag) {
        return Language.ALL.stream().filter(locale -> locale.toLanguageTag().equals(tag)).findFirst()
                .orElseThrow(() -> Refusal.notFound("notice-kind-not-found"));
    }
}
