package org.zhiping.notice;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.zhiping.intake.Milestone;
import org.zhiping.intake.MilestoneReached;
import org.zhiping.intake.MilestoneWords;

/** Tells the applicant of every milestone, in the transaction that reached it: both happen or neither. */
@Component
class Notifier {

    private final NoticeValues values;
    private final NoticeTemplates templates;
    private final Notices notices;
    private final List<MilestoneWords> words;

    Notifier(NoticeValues values, NoticeTemplates templates, Notices notices, List<MilestoneWords> words) {
        this.values = values;
        this.templates = templates;
        this.notices = notices;
        this.words = words;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(MilestoneReached reached) {
        String kind = kind(reached.milestone());
        Function<Locale, Map<String, String>> own = values.of(kind, reached.caseNumber(), reached.args());
        notices.add(new Notice(List.of(reached.applicant()), "milestone:" + reached.id(), kind, reached.caseNumber(), reached.at(), reached.args()),
                templates.word(kind, locale -> said(reached, locale, own.apply(locale))));
    }

    private Map<String, String> said(MilestoneReached reached, Locale locale, Map<String, String> own) {
        Map<String, String> said = new HashMap<>(own);
        said.putAll(MilestoneWords.all(words, reached, locale));
        return said;
    }

    /** A milestone's template has its name. */
    static String kind(Milestone milestone) {
        return milestone.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
