package org.zhiping.casework;

import java.util.Set;
import org.springframework.stereotype.Component;
import org.zhiping.intake.Application;
import org.zhiping.intake.ApplicationStatus;
import org.zhiping.intake.Applications;
import org.zhiping.platform.Refusal;
import org.zhiping.result.ResultState;
import org.zhiping.result.Results;

/** A void approval ends publicity, and another approver decides; a void answer is given again before anybody decides on it. */
@Component
class ResultRedo implements Redo {

    private static final String APPROVAL = "approve-result";

    private final Applications applications;
    private final Results results;
    private final StepBack back;

    ResultRedo(Applications applications, Results results, StepBack back) {
        this.applications = applications;
        this.results = results;
        this.back = back;
    }

    @Override
    public Set<String> tasks() {
        return Set.of(APPROVAL, "answer-approver");
    }

    @Override
    public Done again(Wish wish) {
        ResultState state = results.of(wish.caseNumber()).orElseThrow().state();
        if (!wish.latest() || state == ResultState.REOPENED) {
            return Done.marked();
        }
        return wish.act().task().equals(APPROVAL) ? decide(wish.caseNumber(), state) : answer(wish.caseNumber(), state);
    }

    private Done decide(String caseNumber, ResultState state) {
        if (state == ResultState.PROPOSED) {
            return Done.marked();
        }
        results.decideAgain(caseNumber);
        Application application = applications.lock(caseNumber);
        application.approveAgain();
        applications.save(application);
        return Done.told(back.to(caseNumber, APPROVAL));
    }

    private Done answer(String caseNumber, ResultState state) {
        if (applications.find(caseNumber).status() == ApplicationStatus.APPROVED) {
            throw Refusal.conflict("act-void-approval-first", caseNumber);
        }
        if (state == ResultState.SENT_BACK) {
            return Done.marked();
        }
        return new Done(results.answerAgain(caseNumber), back.to(caseNumber, "answer-approver"), false);
    }
}
