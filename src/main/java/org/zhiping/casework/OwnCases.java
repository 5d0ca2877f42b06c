package org.zhiping.casework;

import java.util.Collection;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.zhiping.intake.PersonIndex;
import org.zhiping.intake.StaffDocuments.StaffDocumentRecorded;
import org.zhiping.platform.Texts;

/** Somebody turns out to be the applicant of cases that they work on: what they hold of these goes back. */
@Component
class OwnCases {

    private final PersonIndex persons;
    private final StandingAside aside;
    private final Texts texts;

    OwnCases(PersonIndex persons, StandingAside aside, Texts texts) {
        this.persons = persons;
        this.aside = aside;
        this.texts = texts;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(StaffDocumentRecorded event) {
        Collection<String> cases = persons.casesUnderWay(event.person());
        aside.from(cases, event.account(), texts.of("casework.own-case"), event.by());
    }
}
