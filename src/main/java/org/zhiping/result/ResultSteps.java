package org.zhiping.result;

import java.math.BigDecimal;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.transaction.annotation.Transactional;
import org.zhiping.exam.Attendance;
import org.zhiping.exam.PartRecord;
import org.zhiping.exam.PartRecords;
import org.zhiping.intake.Application;
import org.zhiping.intake.Applications;
import org.zhiping.intake.Milestone;
import org.zhiping.intake.Milestones;
import org.zhiping.intake.Rounds;
import org.zhiping.platform.process.Facts;
import org.zhiping.platform.process.ProcessBean;
import org.zhiping.standard.Rulebook;

/** What the process {@code evaluation} does with the parts of a case and their result. */
@ProcessBean("results")
@Transactional
public class ResultSteps {

    private static final int EXACT_ENOUGH = 10;

    private final ResultTable table;
    private final PartRecords records;
    private final Applications applications;
    private final Rounds rounds;
    private final Rulebook rulebook;
    private final Publicity publicity;
    private final Milestones milestones;
    private final Clock clock;

    ResultSteps(ResultTable table, PartRecords records, Applications applications, Rounds rounds, Rulebook rulebook,
                Publicity publicity, Milestones milestones, Clock clock) {
        this.table = table;
        this.records = records;
        this.applications = applications;
        this.rounds = rounds;
        this.rulebook = rulebook;
        this.publicity = publicity;
        this.milestones = milestones;
        this.clock = clock;
    }

    /** The next part is the first one that has no outcome: one whose outcome was declared void comes before those that stand. */
    public Object planFacts(String caseNumber) {
        Application application = applications.find(caseNumber);
        Set<String> ended = table.parts(caseNumber).stream().map(PartOutcome::part).collect(Collectors.toSet());
        String after = rulebook.parts(application.standard(), application.edition(), application.level()).stream()
                .takeWhile(ended::contains).reduce("", (earlier, later) -> later);
        return Facts.of(Map.of("level", application.level(), "after", after));
    }

    public void recordPart(String caseNumber, String part, String outcome) {
        applications.lock(caseNumber);
        table.addPart(caseNumber, new PartOutcome(part, outcome, clock.instant()));
        milestones.reach(caseNumber, Milestone.PART_RECORDED, Map.of("part", part));
    }

    public Object passFailFacts(String caseNumber) {
        Application application = applications.find(caseNumber);
        List<PartOutcome> ended = table.parts(caseNumber);
        List<String> due = rulebook.parts(application.standard(), application.edition(), application.level());
        long open = due.stream().filter(part -> ended.stream().noneMatch(done -> done.part().equals(part))).count();
        long notPassed = ended.stream().filter(part -> !part.passed()).count();
        return Facts.of(Map.of("partsOpen", (int) open, "partsNotPassed", (int) notPassed,
                "lowestScore", lowestScore(caseNumber), "passMark", passMark(application)));
    }

    private BigDecimal lowestScore(String caseNumber) {
        return records.of(caseNumber).stream().filter(record -> record.attendance() == Attendance.PRESENT)
                .map((PartRecord record) -> record.mean(EXACT_ENOUGH)).min(BigDecimal::compareTo).orElse(BigDecimal.ZERO);
    }

    private BigDecimal passMark(Application application) {
        return rulebook.scale(application.standard(), application.edition(),
                rounds.find(application.roundNumber()).parameters()).passMark();
    }

    public void propose(String caseNumber, String outcome) {
        Application application = applications.lock(caseNumber);
        application.assess();
        applications.save(application);
        table.find(caseNumber).ifPresentOrElse(result -> {
            result.proposeAgain(outcome);
            table.save(result);
        }, () -> table.add(Result.proposed(caseNumber, outcome)));
        milestones.reach(caseNumber, Milestone.RESULT_PROPOSED, Map.of());
    }

    /** The approver's form has kept the reason; the case goes on to the verifier. */
    public void sendBack(String caseNumber) {
        if (find(caseNumber).state() != ResultState.SENT_BACK) {
            throw new IllegalStateException("The result of " + caseNumber + " was not sent back");
        }
        milestones.reach(caseNumber, Milestone.RESULT_SENT_BACK, Map.of());
    }

    public void fail(String caseNumber) {
        Application application = applications.lock(caseNumber);
        Result result = find(caseNumber);
        result.fail();
        table.save(result);
        application.fail();
        applications.save(application);
        milestones.reach(caseNumber, Milestone.FAILED, Map.of());
    }

    /** @return when publicity ends, as an ISO date-time for the timer */
    public String publish(String caseNumber) {
        Application application = applications.lock(caseNumber);
        Result result = find(caseNumber);
        result.publish(clock.instant(), publicity.endsFor(application));
        table.save(result);
        String ends = publicity.written(result.publicUntil());
        milestones.reach(caseNumber, Milestone.PUBLICITY_STARTED, Map.of("due", ends));
        return ends;
    }

    /** The case ends before it has a certificate; a result that there is says so. */
    public void withdraw(String caseNumber) {
        applications.lock(caseNumber);
        table.find(caseNumber).ifPresent(result -> {
            result.withdraw(clock.instant());
            table.save(result);
        });
    }

    private Result find(String caseNumber) {
        return table.find(caseNumber).orElseThrow(() -> new IllegalStateException("No result of " + caseNumber));
    }
}
