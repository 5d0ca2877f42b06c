package org.zhiping.exam;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.zhiping.identity.Role;
import org.zhiping.platform.Refusal;
import org.zhiping.platform.Refusal.Fault;

/**
 * Opens again what a part of one case had come to, because an act in it was declared void. Only that act is done again: the other
 * scorers' sheets, the other members' scores and the other candidates' records stand.
 */
@Component
@Transactional
public class PartRedo {

    private final SessionTable sessions;
    private final ReplacedScorers replaced;
    private final PanelTable panels;
    private final JdbcPartRecords records;
    private final Impartiality impartiality;
    private final Clock clock;

    PartRedo(SessionTable sessions, ReplacedScorers replaced, PanelTable panels, JdbcPartRecords records, Impartiality impartiality,
             Clock clock) {
        this.sessions = sessions;
        this.replaced = replaced;
        this.panels = panels;
        this.records = records;
        this.impartiality = impartiality;
        this.clock = clock;
    }

    /**
     * In a closed session somebody else scores the paper of this candidate.
     *
     * @throws Refusal where the successor is no scorer, may not score this candidate, or has scored here
     */
    public void scoreAgain(String sessionNumber, String caseNumber, String leaving, String successor, String reason, String by) {
        ExamSession session = sessions.lock(sessionNumber);
        session.reopenFor(caseNumber, SessionState.ATTENDED);
        session.replaceScorer(leaving, successor);
        List<Fault> faults = new ArrayList<>(impartiality.unfit("successor", List.of(successor), Role.EVALUATOR));
        faults.addAll(impartiality.conflicts("successor", List.of(successor), "enter-scores", List.of(caseNumber)));
        if (replaced.of(sessionNumber).contains(successor)) {
            faults.add(new Fault("successor", "scorer-was-replaced", successor));
        }
        if (!faults.isEmpty()) {
            throw Refusal.invalid(faults);
        }
        replaced.add(sessionNumber, leaving, successor, reason, by, clock.instant());
        sessions.save(session);
        records.annul(caseNumber, session.subject().part(), clock.instant());
    }

    /** In a closed session somebody else verifies the scores of this candidate. */
    public void verifyAgain(String sessionNumber, String caseNumber) {
        ExamSession session = sessions.lock(sessionNumber);
        session.reopenFor(caseNumber, SessionState.SCORED);
        sessions.save(session);
        records.annul(caseNumber, session.subject().part(), clock.instant());
    }

    /** A panel that has concluded is appointed again. */
    public void reviewAgain(String caseNumber, String part, String reason, String by) {
        Panel panel = panels.lockConcluded(caseNumber, part).orElseThrow(() -> Refusal.conflict("panel-none", caseNumber));
        panel.reopen();
        panels.save(panel);
        panels.addRecall(panel, reason, by, clock.instant());
        records.annul(caseNumber, part, clock.instant());
    }
}
