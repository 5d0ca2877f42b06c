package org.zhiping.notice;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.zhiping.intake.Application;
import org.zhiping.intake.Applications;
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
        Application application = applications.find(reached.caseNumber());
        notices.add(reached, templates.word(reached, application.level(), application.direction(),
                packs.find(application.standard(), application.edition())));
    }
}
