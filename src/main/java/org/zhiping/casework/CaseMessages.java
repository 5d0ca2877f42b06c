package org.zhiping.casework;

import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.zhiping.exam.CandidateSeated;
import org.zhiping.exam.PanelRecalled;
import org.zhiping.exam.PartScored;
import org.zhiping.exam.ScorerReplaced;
import org.zhiping.exam.SessionEmptied;
import org.zhiping.exam.SessionOpened;
import org.zhiping.intake.ApplicationSubmitted;
import org.zhiping.intake.ApplicationWithdrawn;
import org.zhiping.intake.RoundCancelled;
import org.zhiping.platform.Refusal;

/**
 * Turns what a feature has published into the message of the same name, in the same transaction. The fact is in the
 * feature's table already; a message that nobody waits for is no loss, for the case asks the table before it waits.
 */
@Component
class CaseMessages {

    private final RuntimeService runtime;

    CaseMessages(RuntimeService runtime) {
        this.runtime = runtime;
    }

    @EventListener
    void on(ApplicationSubmitted event) {
        runtime.createMessageCorrelation("application-submitted")
                .processInstanceBusinessKey(event.caseNumber())
                .setVariables(of("caseNumber", event.caseNumber(), "standard", event.standard(), "edition", event.edition(),
                        "level", event.level(), "direction", event.direction()))
                .correlateStartMessage();
    }

    @EventListener
    void on(SessionOpened event) {
        runtime.createMessageCorrelation("session-opened")
                .processInstanceBusinessKey(event.sessionNumber())
                .setVariables(of("sessionNumber", event.sessionNumber(), "standard", event.standard(), "edition", event.edition(),
                        "level", event.level(), "direction", event.direction(), "part", event.part()))
                .correlateStartMessage();
    }

    @EventListener
    void on(ApplicationWithdrawn event) {
        end("application-withdrawn", event.caseNumber());
    }

    /** A case that began before models knew of cancelled rounds ends as if it were withdrawn. */
    @EventListener
    void on(RoundCancelled event) {
        if (!end("round-cancelled", event.caseNumber())) {
            end("application-withdrawn", event.caseNumber());
        }
    }

    @EventListener
    void on(SessionEmptied event) {
        end("session-emptied", event.sessionNumber());
    }

    /** Whoever completes a task of the case in the same moment, or runs a step of it, comes first. @return whether anything ended */
    private boolean end(String message, String number) {
        try {
            return !runtime.createMessageCorrelation(message).processInstanceBusinessKey(number).correlateAllWithResult().isEmpty();
        } catch (OptimisticLockingException overtaken) {
            throw Refusal.conflict("case-overtaken", number);
        }
    }

    @EventListener
    void on(CandidateSeated event) {
        wake("candidate-seated", event.caseNumber(), event.part());
    }

    @EventListener
    void on(PartScored event) {
        wake("part-scored", event.caseNumber(), event.part());
    }

    @EventListener
    void on(PanelRecalled event) {
        wake("panel-recalled", event.caseNumber(), event.part());
    }

    /** Between two steps nobody can be replaced: the sheet would be waited for by nobody. */
    @EventListener
    void on(ScorerReplaced event) {
        if (runtime.createMessageCorrelation("scorer-replaced").processInstanceBusinessKey(event.sessionNumber())
                .correlateAllWithResult().isEmpty()) {
            throw Refusal.conflict("session-state", event.sessionNumber());
        }
    }

    private void wake(String message, String caseNumber, String part) {
        runtime.createMessageCorrelation(message).processInstanceBusinessKey(caseNumber)
                .processInstanceVariableEquals("part", part).correlateAllWithResult();
    }

    private static Map<String, Object> of(String... namesAndValues) {
        Map<String, Object> variables = new HashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            variables.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return variables;
    }
}
