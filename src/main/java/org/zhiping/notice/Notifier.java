package org.zhiping.notice;

import java.util.List;
import java.util.Locale;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.zhiping.intake.Applications;
import org.zhiping.intake.Milestone;
import org.zhiping.intake.MilestoneReached;
import org.zhiping.standard.Packs;

/** Tells the applicant of every milestone, in the transaction that reached it: both happen or neither. */
@Component
class Notifier {

    private final Applications applications;
    private final Packs packs;
    private final NoticeTemplates templates;
    private final Notices notices;

    Notifier(Applications applications, Packs packs, NoticeTemplates templates, Notices notices) {
        this.applications = applications;
        this.packs = packs;
        this.templates = templates;
        this.notices = notices;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(MilestoneReached reached) {
        CaseSubject subject = CaseSubject.of(applications.find(reached.caseNumber()), packs);
        String kind = kind(reached.milestone());
        notices.add(new Notice(List.of(reached.applicant()), "milestone:" + reached.id(), kind, reached.caseNumber(), reached.at()),
                templates.word(kind, locale -> subject.in(locale, reached.args())));
    }

    /** A milestone's template has its name. */
    static String kind(Milestone milestone) {
        return milestone.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
