package org.zhiping.notice;

import java.util.List;
import java.util.Locale;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.zhiping.intake.Milestone;
import org.zhiping.intake.MilestoneReached;

/** Tells the applicant of every milestone, in the transaction that reached it: both happen or neither. */
@Component
class Notifier {

    private final NoticeValues values;
    private final NoticeTemplates templates;
    private final Notices notices;

    Notifier(NoticeValues values, NoticeTemplates templates, Notices notices) {
        this.values = values;
        this.templates = templates;
        this.notices = notices;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(MilestoneReached reached) {
        String kind = kind(reached.milestone());
        notices.add(new Notice(List.of(reached.applicant()), "milestone:" + reached.id(), kind, reached.caseNumber(), reached.at(), reached.args()),
                templates.word(kind, values.of(kind, reached.caseNumber(), reached.args())));
    }

    /** A milestone's template has its name. */
    static String kind(Milestone milestone) {
        return milestone.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
