package org.zhiping.result;

import static org.zhiping.result.ResultState.APPROVED;
import static org.zhiping.result.ResultState.FAILED;
import static org.zhiping.result.ResultState.PROPOSED;
import static org.zhiping.result.ResultState.PUBLIC;
import static org.zhiping.result.ResultState.REOPENED;
import static org.zhiping.result.ResultState.SENT_BACK;
import static org.zhiping.result.ResultState.WITHDRAWN;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.zhiping.platform.Refusal;

/** The result of one case from its proposal to publicity 公示. Every act refuses a state that it does not fit. */
public final class Result {

    private final String caseNumber;
    private final List<Decision> decisions;
    private final int version;
    private ResultState state;
    private String outcome;
    private Instant publicFrom;
    private Instant publicUntil;

    Result(String caseNumber, ResultState state, String outcome, List<Decision> decisions, Instant publicFrom,
           Instant publicUntil, int version) {
        this.caseNumber = caseNumber;
        this.state = state;
        this.outcome = outcome;
        this.decisions = new ArrayList<>(decisions);
        this.publicFrom = publicFrom;
        this.publicUntil = publicUntil;
        this.version = version;
    }

    static Result proposed(String caseNumber, String outcome) {
        return new Result(caseNumber, PROPOSED, outcome, List.of(), null, null, 0);
    }

    /** After the approver's question has been answered, or what was declared void has been done again. */
    void proposeAgain(String found) {
        if (state != REOPENED) {
            expect(SENT_BACK);
        }
        if (state == SENT_BACK && last().map(Decision::answer).isEmpty()) {
            throw Refusal.conflict("result-not-answered", caseNumber);
        }
        outcome = found;
        state = PROPOSED;
    }

    void decide(Decision decision) {
        expect(PROPOSED);
        if (decision.approved() && !decision.assessment().allYes()) {
            throw Refusal.invalid("approvalOutcome", "approval-needs-three-yes");
        }
        if (!decision.approved() && decision.reason().isBlank()) {
            throw Refusal.invalid("reason", "approval-reason-needed");
        }
        decisions.add(decision);
        state = decision.approved() ? APPROVED : SENT_BACK;
    }

    /** Something that it rests on was declared void: it is proposed anew. */
    void reopen() {
        if (state != REOPENED) {
            takeBack(REOPENED);
        }
    }

    /** The last decision was declared void: somebody else decides. */
    void decideAgain(Instant now) {
        Decision decision = last().orElseThrow(() -> Refusal.conflict("result-state", caseNumber));
        takeBack(PROPOSED);
        decisions.set(decisions.indexOf(decision), decision.voided(now));
    }

    /** The answer to the approver was declared void: somebody else answers. @return the void answer */
    String answerAgain() {
        Decision asked = last().filter(decision -> decision.answer() != null).orElseThrow(() -> Refusal.conflict("result-state", caseNumber));
        expect(PROPOSED);
        decisions.set(decisions.indexOf(asked), asked.answered(null, null));
        state = SENT_BACK;
        return asked.answer();
    }

    private void takeBack(ResultState to) {
        if (!List.of(PROPOSED, SENT_BACK, APPROVED, PUBLIC).contains(state)) {
            throw Refusal.conflict("result-state", caseNumber);
        }
        publicFrom = null;
        publicUntil = null;
        state = to;
    }

    void answer(String text, String person) {
        expect(SENT_BACK);
        if (text.isBlank()) {
            throw Refusal.invalid("answer", "approval-answer-needed");
        }
        Decision asked = last().orElseThrow(() -> Refusal.conflict("result-state", caseNumber));
        decisions.set(decisions.indexOf(asked), asked.answered(text, person));
    }

    void publish(Instant from, Instant until) {
        expect(APPROVED);
        if (!passed()) {
            throw Refusal.conflict("result-state", caseNumber);
        }
        publicFrom = from;
        publicUntil = until;
        state = PUBLIC;
    }

    void fail() {
        expect(APPROVED);
        if (passed()) {
            throw Refusal.conflict("result-state", caseNumber);
        }
        state = FAILED;
    }

    /** The applicant has given up; publicity ends with it. */
    void withdraw(Instant now) {
        if (state == FAILED || state == WITHDRAWN) {
            throw Refusal.conflict("result-state", caseNumber);
        }
        publicUntil = state == PUBLIC && now.isBefore(publicUntil) ? now : publicUntil;
        state = WITHDRAWN;
    }

    private void expect(ResultState allowed) {
        if (state != allowed) {
            throw Refusal.conflict("result-state", caseNumber);
        }
    }

    public String caseNumber() {
        return caseNumber;
    }

    public ResultState state() {
        return state;
    }

    /** {@code passed} or {@code failed}. */
    public String outcome() {
        return outcome;
    }

    public boolean passed() {
        return outcome.equals(PartOutcome.PASSED);
    }

    /** Oldest first. */
    public List<Decision> decisions() {
        return List.copyOf(decisions);
    }

    /** The last one that stands. */
    public Optional<Decision> last() {
        return decisions.stream().filter(decision -> decision.voidedAt() == null).reduce((earlier, later) -> later);
    }

    /** Null until publicity begins. */
    public Instant publicFrom() {
        return publicFrom;
    }

    /** The moment after the last one of publicity; null until it begins. */
    public Instant publicUntil() {
        return publicUntil;
    }

    int version() {
        return version;
    }
}
