package org.zhiping.casework;

import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.zhiping.exam.ExamSession;
import org.zhiping.exam.PartRedo;
import org.zhiping.exam.ScorerChange;
import org.zhiping.exam.SessionState;
import org.zhiping.exam.Sessions;
import org.zhiping.platform.Refusal;

/**
 * A void score sheet is filled by somebody else: the whole of it while the session goes on, after that the paper of the one
 * candidate. A void verification is done again by another verifier. The sheets of the other scorers stand.
 */
@Component
class ScoreRedo implements Redo {

    private static final String SCORING = "enter-scores";
    private static final String VERIFYING = "verify-scores";
    /** The step itself, which makes a task for each scorer whose sheet is open. */
    private static final String EACH_SCORER = SCORING + "#multiInstanceBody";

    private final Sessions sessions;
    private final ScorerChange scorers;
    private final PartRedo parts;
    private final PartAgain again;
    private final StepBack back;

    ScoreRedo(Sessions sessions, ScorerChange scorers, PartRedo parts, PartAgain again, StepBack back) {
        this.sessions = sessions;
        this.scorers = scorers;
        this.parts = parts;
        this.again = again;
        this.back = back;
    }

    @Override
    public Set<String> tasks() {
        return Set.of(SCORING, VERIFYING);
    }

    @Override
    public Done again(Wish wish) {
        String number = wish.act().session();
        ExamSession session = sessions.find(number);
        boolean scoring = wish.act().task().equals(SCORING);
        if (scoring && !session.plan().scorers().contains(wish.act().account())) {
            return Done.marked();
        }
        if (scoring && wish.successor().isBlank()) {
            throw Refusal.invalid("successor", "act-void-successor");
        }
        if (session.state() != SessionState.CLOSED) {
            return scoring ? replace(wish) : beforeClose(session);
        }
        again.require(wish.caseNumber());
        if (scoring) {
            parts.scoreAgain(number, wish.caseNumber(), wish.act().account(), wish.successor(), wish.reason(), wish.by());
        } else {
            parts.verifyAgain(number, wish.caseNumber());
        }
        Set<String> told = again.begin(wish.caseNumber(), session.subject().part());
        back.reopenSession(number, Map.of("sessionNumber", number, "standard", session.subject().standard(),
                "edition", session.subject().edition(), "level", session.subject().level(), "direction", session.subject().direction(),
                "part", session.subject().part()), scoring ? EACH_SCORER : VERIFYING);
        return Done.told(told);
    }

    private Done replace(Wish wish) {
        scorers.replace(wish.act().session(), wish.act().account(), wish.successor(), wish.reason(), wish.by());
        return new Done("", Set.of(), true);
    }

    /** Scores that were sent back are verified again anyhow; between the verdict and the close nobody can tell yet. */
    private static Done beforeClose(ExamSession session) {
        if (session.verdict() != null && session.verdict().verified()) {
            throw Refusal.conflict("session-state", session.number());
        }
        return Done.marked();
    }
}
