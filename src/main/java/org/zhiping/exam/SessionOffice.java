package org.zhiping.exam;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.zhiping.identity.Role;
import org.zhiping.intake.Application;
import org.zhiping.intake.Applications;
import org.zhiping.platform.MaskedName;
import org.zhiping.platform.Refusal;
import org.zhiping.platform.Refusal.Fault;
import org.zhiping.standard.Scale;

/** What people do with sessions. */
@Component
@Transactional
class SessionOffice implements Sessions {

    private final SessionTable table;
    private final SeatTable seats;
    private final JdbcPartRecords records;
    private final Applications applications;
    private final SessionOffer offer;
    private final Impartiality impartiality;
    private final Staffing staffing;
    private final Scales scales;
    private final Markings markings;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    SessionOffice(SessionTable table, SeatTable seats, JdbcPartRecords records, Applications applications,
                  SessionOffer offer, Impartiality impartiality, Staffing staffing, Scales scales, Markings markings, Clock clock,
                  ApplicationEventPublisher events) {
        this.table = table;
        this.seats = seats;
        this.records = records;
        this.applications = applications;
        this.offer = offer;
        this.impartiality = impartiality;
        this.staffing = staffing;
        this.scales = scales;
        this.markings = markings;
        this.clock = clock;
        this.events = events;
    }

    @Override
    @Transactional(readOnly = true)
    public ExamSession find(String sessionNumber) {
        return table.find(sessionNumber).orElseThrow(() -> SessionTable.unknown(sessionNumber));
    }

    @Override
    @Transactional(readOnly = true)
    public List<ExamSession> all() {
        return table.all();
    }

    @Override
    public String open(String round, String level, String direction, String part, String by) {
        SessionSubject subject = offer.subject(round, level, direction, part);
        ExamSession session = ExamSession.open(table.nextNumber(LocalDate.now(clock).getYear()), subject);
        table.add(session, by, clock.instant());
        events.publishEvent(new SessionOpened(session.number(), subject.standard(), subject.edition(), subject.level(),
                subject.direction(), subject.part()));
        return session.number();
    }

    @Override
    @Transactional(readOnly = true)
    public List<Candidate> eligible(String sessionNumber) {
        return waiting(find(sessionNumber)).values().stream().map(SessionOffice::candidate).toList();
    }

    @Override
    @Transactional(readOnly = true)
    public List<Candidate> candidates(String sessionNumber) {
        return applications.find(find(sessionNumber).seats().stream().map(Seat::caseNumber).toList()).stream()
                .map(SessionOffice::candidate).toList();
    }

    private static Candidate candidate(Application application) {
        return new Candidate(application.caseNumber(), MaskedName.of(application.applicantName()), application.direction());
    }

    /** Accepted cases of this round that still need the part and have no live seat for it in another session. */
    private Map<String, Application> waiting(ExamSession session) {
        SessionSubject subject = session.subject();
        String direction = subject.direction().isEmpty() ? null : subject.direction();
        Map<String, Application> cases = new TreeMap<>();
        applications.accepted(subject.standard(), subject.edition(), subject.level(), direction).stream()
                .filter(application -> application.roundNumber().equals(subject.round()))
                .forEach(application -> cases.put(application.caseNumber(), application));
        cases.keySet().removeAll(seats.takenElsewhere(subject.part(), session.number()));
        cases.keySet().removeAll(records.recorded(subject.part(), cases.keySet()));
        return cases;
    }

    @Override
    public void plan(String sessionNumber, SessionPlan plan, List<String> candidates) {
        ExamSession session = table.lock(sessionNumber);
        Map<String, Application> waiting = waiting(session);
        session.plan(plan, candidates, clock.instant());
        List<Fault> faults = new ArrayList<>();
        session.seats().stream().map(Seat::caseNumber).filter(candidate -> !waiting.containsKey(candidate))
                .forEach(candidate -> faults.add(new Fault("candidates", "candidate-not-eligible", candidate)));
        waiting.keySet().retainAll(candidates);
        faults.addAll(impartiality.unfit("invigilators", plan.invigilators(), Role.INVIGILATOR));
        faults.addAll(impartiality.unfit("scorers", plan.scorers(), Role.EVALUATOR));
        faults.addAll(impartiality.conflicts("invigilators", plan.invigilators(), "record-attendance", waiting.keySet()));
        faults.addAll(impartiality.conflicts("scorers", plan.scorers(), "enter-scores", waiting.keySet()));
        SessionSubject subject = session.subject();
        staffing.shortage(subject.standard(), subject.edition(), staffing.facts(subject, plan, session.seats().size()))
                .ifPresent(faults::add);
        if (!faults.isEmpty()) {
            throw Refusal.invalid(faults);
        }
        table.replacePlan(session);
        table.save(session);
    }

    @Override
    public void recordAttendance(String sessionNumber, List<AttendanceMark> marks, String by) {
        ExamSession session = table.lock(sessionNumber);
        session.recordAttendance(marks, by);
        table.save(session);
    }

    @Override
    public void verify(String sessionNumber, String by) {
        judge(sessionNumber, new ExamSession.Verdict(true, by, ""));
    }

    @Override
    public void sendBack(String sessionNumber, String reason, String by) {
        judge(sessionNumber, new ExamSession.Verdict(false, by, reason));
    }

    private void judge(String sessionNumber, ExamSession.Verdict verdict) {
        ExamSession session = table.lock(sessionNumber);
        session.verify(verdict);
        table.save(session);
    }

    @Override
    @Transactional(readOnly = true)
    public List<ComingDuty> coming(String person) {
        return table.coming(person);
    }

    @Override
    @Transactional(readOnly = true)
    public Scale scale(String sessionNumber) {
        return scales.of(find(sessionNumber).subject());
    }

    @Override
    @Transactional(readOnly = true)
    public Marking marking(String sessionNumber) {
        return markings.of(find(sessionNumber).subject());
    }

    @Override
    @Transactional(readOnly = true)
    public List<Ticket> tickets(String caseNumber) {
        return seats.tickets(caseNumber);
    }
}
