package org.zhiping.notice;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import org.zhiping.intake.Applications;
import org.zhiping.platform.BusinessKey;
import org.zhiping.platform.process.StepNames;
import org.zhiping.standard.Packs;

/** What a notice can say: the values it was given, and what its case is about. */
@Component
class NoticeValues {

    private final Applications applications;
    private final Packs packs;
    private final StepNames steps;

    NoticeValues(Applications applications, Packs packs, StepNames steps) {
        this.applications = applications;
        this.packs = packs;
        this.steps = steps;
    }

    /** @param number case or session; empty where it is about an account */
    Function<Locale, Map<String, String>> of(String kind, String number, Map<String, String> values) {
        Map<String, String> given = new HashMap<>(values);
        if (StaffNotifier.tells(kind) && !number.isEmpty()) {
            given.put("number", number);
        }
        if (number.isEmpty() || BusinessKey.isSession(number)) {
            return locale -> named(given, locale);
        }
        CaseSubject subject = CaseSubject.of(applications.find(number), packs);
        return locale -> subject.in(locale, named(given, locale));
    }

    private Map<String, String> named(Map<String, String> values, Locale locale) {
        Map<String, String> said = new HashMap<>(values);
        said.computeIfPresent("task", (name, task) -> steps.of(locale, task, null));
        return said;
    }
}
