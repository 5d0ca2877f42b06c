package org.zhiping.result;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.zhiping.intake.Application;
import org.zhiping.intake.ApplicationStatus;
import org.zhiping.intake.Applications;
import org.zhiping.intake.Milestone;
import org.zhiping.intake.Milestones;
import org.zhiping.platform.Refusal;
import org.zhiping.result.Decision.Assessment;

/** What people do with results. The case row is locked first: a case that has just ended has no result to decide. */
@Component
@Transactional
class ResultOffice implements Results {

    private final ResultTable table;
    private final Applications applications;
    private final Milestones milestones;
    private final Clock clock;

    ResultOffice(ResultTable table, Applications applications, Milestones milestones, Clock clock) {
        this.table = table;
        this.applications = applications;
        this.milestones = milestones;
        this.clock = clock;
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Result> of(String caseNumber) {
        return table.find(caseNumber);
    }

    @Override
    @Transactional(readOnly = true)
    public List<PartOutcome> parts(String caseNumber) {
        return table.parts(caseNumber);
    }

    @Override
    public void approve(String caseNumber, Assessment assessment, String by) {
        Application application = assessed(caseNumber);
        Result result = change(caseNumber, open -> open.decide(Decision.approved(assessment, by, clock.instant())));
        if (result.passed()) {
            application.approve();
            applications.save(application);
        }
        milestones.reach(caseNumber, Milestone.RESULT_APPROVED, Map.of());
    }

    @Override
    public void sendBack(String caseNumber, Assessment assessment, String reason, String by) {
        assessed(caseNumber);
        change(caseNumber, open -> open.decide(Decision.sentBack(assessment, reason, by, clock.instant())));
    }

    @Override
    public void answer(String caseNumber, String answer, String by) {
        assessed(caseNumber);
        change(caseNumber, open -> open.answer(answer, by));
    }

    @Override
    public void reopen(String caseNumber) {
        table.find(caseNumber).ifPresent(result -> {
            result.reopen();
            table.save(result);
        });
    }

    @Override
    public void reopen(String caseNumber, String part) {
        table.annulPart(caseNumber, part, clock.instant());
        reopen(caseNumber);
    }

    @Override
    public void decideAgain(String caseNumber) {
        change(caseNumber, result -> result.decideAgain(clock.instant()));
    }

    @Override
    public String answerAgain(String caseNumber) {
        Result result = table.find(caseNumber).orElseThrow(() -> Refusal.notFound("result-none", caseNumber));
        String answer = result.answerAgain();
        table.save(result);
        return answer;
    }

    private Application assessed(String caseNumber) {
        Application application = applications.lock(caseNumber);
        if (application.status() != ApplicationStatus.ASSESSED) {
            throw Refusal.conflict("result-state", caseNumber);
        }
        return application;
    }

    private Result change(String caseNumber, Consumer<Result> act) {
        Result result = table.find(caseNumber).orElseThrow(() -> Refusal.notFound("result-none", caseNumber));
        act.accept(result);
        table.save(result);
        return result;
    }
}
