package org.zhiping.notice;

import java.time.Clock;
import java.util.Collection;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.zhiping.identity.Absences;

/** Tells staff, and whoever stands in for them now, what waits for them, in the transaction that found it out: both happen or neither. */
@Component
class StaffNotifier implements StaffNotices {

    private static final String PREFIX = "staff-";

    private final NoticeValues noticeValues;
    private final NoticeTemplates templates;
    private final Notices notices;
    private final Absences absences;
    private final Clock clock;

    StaffNotifier(NoticeValues noticeValues, NoticeTemplates templates, Notices notices, Absences absences, Clock clock) {
        this.noticeValues = noticeValues;
        this.templates = templates;
        this.notices = notices;
        this.absences = absences;
        this.clock = clock;
    }

    static boolean tells(String kind) {
        return kind.startsWith(PREFIX);
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void tell(Collection<String> accounts, String kind, String key, String number, Map<String, String> values) {
        add(absences.withDeputies(accounts), kind, key, number, values);
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void tellOfAct(String by, Collection<String> accounts, String kind, String key, String number, Map<String, String> values) {
        add(absences.withDeputies(accounts).stream().filter(person -> !person.equals(by)).toList(), kind, key, number, values);
    }

    private void add(Collection<String> people, String kind, String key, String number, Map<String, String> values) {
        if (people.isEmpty()) {
            return;
        }
        String template = PREFIX + kind;
        notices.add(new Notice(people, key, template, number, clock.instant(), values),
                templates.word(template, noticeValues.of(template, number, values)));
    }
}
