package org.zhiping.notice;

import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.zhiping.intake.Applications;
import org.zhiping.platform.process.StepNames;
import org.zhiping.standard.Packs;

/** Tells staff what waits for them, in the transaction that found it out: both happen or neither. */
@Component
class StaffNotifier implements StaffNotices {

    private static final String PREFIX = "staff-";
    private static final String SESSION = "S";

    private final Applications applications;
    private final Packs packs;
    private final NoticeTemplates templates;
    private final Notices notices;
    private final StepNames steps;
    private final Clock clock;

    StaffNotifier(Applications applications, Packs packs, NoticeTemplates templates, Notices notices, StepNames steps, Clock clock) {
        this.applications = applications;
        this.packs = packs;
        this.templates = templates;
        this.notices = notices;
        this.steps = steps;
        this.clock = clock;
    }

    static boolean tells(String kind) {
        return kind.startsWith(PREFIX);
    }

    static boolean isSession(String number) {
        return number.startsWith(SESSION);
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void tell(Collection<String> accounts, String kind, String key, String number, Map<String, String> values) {
        if (accounts.isEmpty()) {
            return;
        }
        String template = PREFIX + kind;
        notices.add(new Notice(accounts, key, template, number, clock.instant()), templates.word(template, words(number, values)));
    }

    private Function<Locale, Map<String, String>> words(String number, Map<String, String> values) {
        if (isSession(number)) {
            return locale -> said(number, values, locale);
        }
        CaseSubject subject = CaseSubject.of(applications.find(number), packs);
        return locale -> subject.in(locale, said(number, values, locale));
    }

    private Map<String, String> said(String number, Map<String, String> values, Locale locale) {
        Map<String, String> said = new HashMap<>(values);
        said.put("number", number);
        said.computeIfPresent("task", (name, task) -> steps.of(locale, task, null));
        return said;
    }
}
