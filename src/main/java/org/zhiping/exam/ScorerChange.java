package org.zhiping.exam;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.zhiping.identity.Role;
import org.zhiping.platform.CaseAct;
import org.zhiping.platform.Refusal;
import org.zhiping.platform.Refusal.Fault;

/**
 * Replaces a scorer who must stand aside 回避 or cannot go on: their sheet stays on record and is void. Before the exam, when there are
 * no sheets yet, an invigilator as well.
 */
@Component
@Transactional
public class ScorerChange {

    private static final int LONGEST_REASON = 500;

    private final SessionTable table;
    private final ReplacedScorers replaced;
    private final Impartiality impartiality;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    ScorerChange(SessionTable table, ReplacedScorers replaced, Impartiality impartiality, Clock clock,
                 ApplicationEventPublisher events) {
        this.table = table;
        this.replaced = replaced;
        this.impartiality = impartiality;
        this.clock = clock;
        this.events = events;
    }

    /**
     * Between the seating and the exam, and while scores are entered or verified. Whoever stays keeps the sheet.
     *
     * @throws Refusal where the successor is no scorer, may not score one of the candidates, or scores here already
     */
    public void replace(String sessionNumber, String leaving, String successor, String reason, String by) {
        if (reason == null || reason.isBlank() || reason.length() > LONGEST_REASON) {
            throw Refusal.invalid("reason", "scorer-change-reason", LONGEST_REASON);
        }
        ExamSession session = table.lock(sessionNumber);
        if (session.state() == SessionState.SEATED) {
            replaceBefore(session, leaving, successor, reason.strip(), by);
            return;
        }
        List<String> candidates = session.present().stream().map(Seat::caseNumber).toList();
        impartiality.requireGiver(by, "plan-session", candidates);
        session.replaceScorer(leaving, successor);
        List<Fault> faults = new ArrayList<>(unfit(successor, Role.EVALUATOR, "enter-scores", candidates));
        former(session.number(), successor).ifPresent(faults::add);
        if (!faults.isEmpty()) {
            throw Refusal.invalid(faults);
        }
        replaced.add(sessionNumber, leaving, successor, reason.strip(), by, clock.instant());
        table.save(session);
        events.publishEvent(CaseAct.of(candidates, "scorer-replaced", by, Role.EXAM_OFFICER.id(),
                Map.of("session", sessionNumber, "from", leaving, "to", successor, "reason", reason.strip())));
        events.publishEvent(new ScorerReplaced(sessionNumber, leaving, successor));
    }

    private void replaceBefore(ExamSession session, String leaving, String successor, String reason, String by) {
        boolean scores = session.plan().scorers().contains(leaving);
        boolean invigilates = session.plan().invigilators().contains(leaving);
        List<String> candidates = session.seats().stream().filter(Seat::live).map(Seat::caseNumber).toList();
        impartiality.requireGiver(by, "plan-session", candidates);
        session.replaceStaff(leaving, successor);
        List<Fault> faults = new ArrayList<>();
        if (scores) {
            faults.addAll(unfit(successor, Role.EVALUATOR, "enter-scores", candidates));
        }
        if (invigilates) {
            faults.addAll(unfit(successor, Role.INVIGILATOR, "record-attendance", candidates));
        }
        if (!faults.isEmpty()) {
            throw Refusal.invalid(faults);
        }
        table.replaceStaff(session.number(), leaving, successor);
        table.save(session);
        events.publishEvent(CaseAct.of(candidates, "session-staff-replaced", by, Role.EXAM_OFFICER.id(),
                Map.of("session", session.number(), "from", leaving, "to", successor, "reason", reason)));
        events.publishEvent(new SessionStaffReplaced(session.number(), leaving, successor));
    }

    private List<Fault> unfit(String successor, Role role, String task, List<String> candidates) {
        List<Fault> faults = new ArrayList<>(impartiality.unfit("successor", List.of(successor), role));
        faults.addAll(impartiality.conflicts("successor", List.of(successor), task, candidates));
        return faults;
    }

    /** A void sheet does not come back to life. */
    private Optional<Fault> former(String session, String person) {
        return replaced.of(session).contains(person)
                ? Optional.of(new Fault("successor", "scorer-was-replaced", person)) : Optional.empty();
    }
}
