package org.zhiping.exam;

import java.time.Clock;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.annotation.Transactional;
import org.zhiping.intake.Application;
import org.zhiping.intake.ApplicationStatus;
import org.zhiping.intake.Applications;
import org.zhiping.intake.Milestone;
import org.zhiping.intake.Milestones;
import org.zhiping.platform.process.Facts;
import org.zhiping.platform.process.ProcessBean;

/** What the process {@code exam-session} does with a session. Rows are locked in one order: cases by number, then the session. */
@ProcessBean("sessions")
@Transactional
public class SessionSteps {

    private final SessionTable table;
    private final SheetTable sheets;
    private final SeatTable seats;
    private final JdbcPartRecords records;
    private final Applications applications;
    private final Milestones milestones;
    private final Staffing staffing;
    private final Scales scales;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    SessionSteps(SessionTable table, SheetTable sheets, SeatTable seats, JdbcPartRecords records,
                 Applications applications, Milestones milestones, Staffing staffing, Scales scales, Clock clock,
                 ApplicationEventPublisher events) {
        this.table = table;
        this.sheets = sheets;
        this.seats = seats;
        this.records = records;
        this.applications = applications;
        this.milestones = milestones;
        this.staffing = staffing;
        this.scales = scales;
        this.clock = clock;
        this.events = events;
    }

    public Object staffingFacts(String sessionNumber) {
        ExamSession session = read(sessionNumber);
        return Facts.of(staffing.facts(session.subject(), session.plan(), session.seats().size()));
    }

    /** Seats whoever is still a candidate: a case may have ended since the session was planned. */
    public void seat(String sessionNumber) {
        Set<String> candidates = new HashSet<>();
        read(sessionNumber).seats().stream().map(Seat::caseNumber).sorted()
                .filter(candidate -> open(applications.lock(candidate))).forEach(candidates::add);
        ExamSession session = table.lock(sessionNumber);
        session.seat(candidates);
        table.save(session);
    }

    /** Case numbers of all who were given a seat, also of those who left it since: the list never changes again. */
    public List<String> candidates(String sessionNumber) {
        return read(sessionNumber).seats().stream().filter(seat -> seat.number() != null).map(Seat::caseNumber).toList();
    }

    public void tellSeated(String sessionNumber, String candidate) {
        Application application = applications.lock(candidate);
        ExamSession session = read(sessionNumber);
        String part = session.subject().part();
        if (open(application) && seats.seatedIn(candidate, part).filter(sessionNumber::equals).isPresent()) {
            milestones.reach(candidate, Milestone.SEATED, Map.of("part", part, "session", sessionNumber,
                    "startsAt", session.plan().startsAt().atZone(clock.getZone()).toOffsetDateTime().toString()));
            events.publishEvent(new CandidateSeated(candidate, part));
        }
    }

    /** Those whose sheet is still open. */
    public List<String> scorers(String sessionNumber) {
        return sheets.of(read(sessionNumber)).stream().filter(sheet -> !sheet.confirmed()).map(ScoreSheet::scorer).toList();
    }

    public void reopenScores(String sessionNumber) {
        ExamSession session = table.lock(sessionNumber);
        session.reopen();
        table.save(session);
        sheets.reopen(sessionNumber);
    }

    /** Writes the record of the part for everybody who kept the seat. */
    public void close(String sessionNumber) {
        ExamSession session = table.lock(sessionNumber);
        List<Seat> examined = session.seats().stream().filter(Seat::live).toList();
        session.close();
        table.save(session);
        Map<String, Long> sums = new HashMap<>();
        sheets.of(session).forEach(sheet -> sheet.scores()
                .forEach((candidate, points) -> sums.merge(candidate, points.millionths(), Long::sum)));
        int decimals = scales.of(session.subject()).decimals();
        examined.forEach(seat ->
                records.addFromSession(new PartRecord(seat.caseNumber(), session.subject().part(), seat.attendance(),
                        seat.present() ? sums.get(seat.caseNumber()) : 0, session.plan().scorers().size(), decimals,
                        clock.instant()), sessionNumber));
    }

    public void abandon(String sessionNumber) {
        ExamSession session = table.lock(sessionNumber);
        session.abandon();
        table.save(session);
    }

    public void tellScored(String sessionNumber, String candidate) {
        Application application = applications.lock(candidate);
        String part = read(sessionNumber).subject().part();
        if (open(application) && records.find(candidate, part).isPresent()) {
            events.publishEvent(new PartScored(candidate, part));
        }
    }

    private static boolean open(Application application) {
        return application.status() == ApplicationStatus.ACCEPTED;
    }

    private ExamSession read(String sessionNumber) {
        return table.find(sessionNumber).orElseThrow(() -> SessionTable.unknown(sessionNumber));
    }
}
