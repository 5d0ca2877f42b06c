package org.zhiping.exam;

import java.time.Clock;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.annotation.Transactional;
import org.zhiping.intake.Applications;
import org.zhiping.intake.Milestone;
import org.zhiping.intake.Milestones;
import org.zhiping.platform.process.Facts;
import org.zhiping.platform.process.ProcessBean;

/** What a case asks about its parts. It locks its own row before it waits, so that no wake-up slips between. */
@ProcessBean("exams")
@Transactional
public class ExamSteps {

    private final SeatTable seats;
    private final SessionTable sessions;
    private final PanelTable panels;
    private final PartRecords records;
    private final Applications applications;
    private final Milestones milestones;
    private final Scales scales;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    ExamSteps(SeatTable seats, SessionTable sessions, PanelTable panels, PartRecords records, Applications applications,
              Milestones milestones, Scales scales, Clock clock, ApplicationEventPublisher events) {
        this.seats = seats;
        this.sessions = sessions;
        this.panels = panels;
        this.records = records;
        this.applications = applications;
        this.milestones = milestones;
        this.scales = scales;
        this.clock = clock;
        this.events = events;
    }

    /** True as well when the part has already been examined, in a session held before the case came to this part. */
    public boolean seated(String caseNumber, String part) {
        applications.lock(caseNumber);
        return seats.seatedIn(caseNumber, part).isPresent() || records.find(caseNumber, part).isPresent();
    }

    public void issueTicket(String caseNumber, String part) {
        boolean issued = seats.seatedIn(caseNumber, part)
                .filter(session -> seats.issueTicket(session, caseNumber, clock.instant())).isPresent();
        if (issued) {
            Ticket ticket = seats.tickets(caseNumber).stream().filter(held -> held.part().equals(part)).reduce((a, b) -> b).orElseThrow();
            milestones.reach(caseNumber, Milestone.TICKET_ISSUED, Map.of("part", part, "number", ticket.number(),
                    "session", ticket.sessionNumber(), "room", ticket.room(), "seat", String.valueOf(ticket.seat()),
                    "startsAt", ticket.startsAt().atZone(clock.getZone()).toOffsetDateTime().toString()));
        }
    }

    public boolean recorded(String caseNumber, String part) {
        applications.lock(caseNumber);
        return records.find(caseNumber, part).isPresent();
    }

    public Object partFacts(String caseNumber, String part) {
        PartRecord record = records.find(caseNumber, part)
                .orElseThrow(() -> new IllegalStateException("No record of " + part + " for " + caseNumber));
        return Facts.of(Map.of("part", part, "attendance", record.attendance().id(), "scoreSum", record.scoreSum(),
                "scorers", record.scorers(), "passMark", scales.of(applications.find(caseNumber)).passMark()));
    }

    /** The case has ended: its seats are free and its panels go home. A session that nobody is left in ends too. */
    public void release(String caseNumber) {
        for (SeatFreed freed : seats.release(caseNumber)) {
            sessions.lock(freed.sessionNumber());
            events.publishEvent(freed);
            if (!seats.anyLive(freed.sessionNumber())) {
                events.publishEvent(new SessionEmptied(freed.sessionNumber()));
            }
        }
        panels.dissolve(caseNumber).forEach(events::publishEvent);
    }
}
