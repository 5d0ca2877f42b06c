package org.zhiping.notice;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.zhiping.platform.Language;
import org.zhiping.platform.Refusal;

/** The words of notices as process owners keep them: each edit is a version of its own, and nothing is ever overwritten. */
@Component
public class NoticeEditing {

    private static final int LONGEST_REASON = 500;

    private final ShippedTemplates shipped;
    private final TemplateVersions versions;
    private final TemplatesInForce inForce;
    private final NoticeKinds kinds;
    private final TemplateCheck check;
    private final Clock clock;

    NoticeEditing(ShippedTemplates shipped, TemplateVersions versions, TemplatesInForce inForce, NoticeKinds kinds, TemplateCheck check, Clock clock) {
        this.shipped = shipped;
        this.versions = versions;
        this.inForce = inForce;
        this.kinds = kinds;
        this.check = check;
        this.clock = clock;
    }

    public List<String> kinds() {
        return shipped.kinds();
    }

    /** What a kind can say. @throws Refusal (NOT_FOUND) when there is no such kind */
    public List<NoticeVariable> variables(String kind) {
        return kinds.variables(kind);
    }

    /** The words that count now, asked of the database. */
    public TemplateVersion current(String kind, Locale locale) {
        TemplateVersion program = shipped.find(kind, locale);
        return versions.of(kind, locale).stream().findFirst().orElse(program);
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

    /** Faults at {@code subject}, {@code body} and {@code sms}; empty when the words can go out. */
    public List<Refusal.Fault> check(String kind, Locale locale, TemplateText text) {
        return check.faults(kind, locale, text);
    }

    /**
     * Makes a new version.
     *
     * @param seen   the newest version that the person has seen
     * @param reason why, 1–500 characters
     * @throws Refusal (INVALID) at {@code subject}, {@code body}, {@code sms} or {@code reason}; (CONFLICT) when there is a newer version
     */
    @Transactional
    public TemplateVersion save(String kind, Locale locale, TemplateText text, int seen, String reason, String by) {
        List<Refusal.Fault> faults = new ArrayList<>(check(kind, locale, text));
        faults.addAll(reasonFaults(reason));
        if (!faults.isEmpty()) {
            throw Refusal.invalid(faults);
        }
        TemplateVersion now = latest(kind, locale, seen);
        if (now.text().equals(text) && !now.followsProgram()) {
            throw Refusal.invalid("body", "notice-template-same");
        }
        return add(kind, locale, text, seen, null, reason, by);
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
