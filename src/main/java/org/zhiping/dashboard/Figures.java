package org.zhiping.dashboard;

import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.zhiping.intake.ApplicationStatus;
import org.zhiping.intake.Applications;
import org.zhiping.intake.Applications.Tally;
import org.zhiping.intake.SubjectNames;
import org.zhiping.platform.Texts;
import org.zhiping.platform.process.OpenSteps;
import org.zhiping.platform.process.StepNames;

/** Counts for the dashboard, said in the reader's language. */
@Component
class Figures {

    /** A bar of a chart and the row of the table beside it. */
    public record Bar(String label, long value) {
    }

    /** @param rate percent of the decided applications that passed; null while none is decided */
    public record Passes(String label, long decided, long passed, long certified, Integer rate) {
    }

    /**
     * @param overdue how many of the open tasks are past their deadline
     * @param hours   since the longest waiting task was created
     */
    public record Waiting(String label, long open, long overdue, long hours) {
    }

    private final Applications applications;
    private final OpenSteps steps;
    private final StepNames stepNames;
    private final SubjectNames names;
    private final Texts texts;
    private final Clock clock;

    Figures(Applications applications, OpenSteps steps, StepNames stepNames, SubjectNames names, Texts texts, Clock clock) {
        this.applications = applications;
        this.steps = steps;
        this.stepNames = stepNames;
        this.names = names;
        this.texts = texts;
        this.clock = clock;
    }

    List<Bar> statuses() {
        List<Tally> tallies = applications.tally();
        return Arrays.stream(ApplicationStatus.values()).map(status -> new Bar(texts.of("page.status." + status),
                sum(tallies, tally -> tally.status() == status))).toList();
    }

    List<Passes> levels() {
        Map<String, List<Tally>> byLevel = applications.tally().stream().collect(Collectors.groupingBy(
                tally -> names.of(tally.standard(), tally.edition(), tally.level(), ""), LinkedHashMap::new, Collectors.toList()));
        return byLevel.entrySet().stream().map(level -> passes(level.getKey(), level.getValue())).toList();
    }

    private static Passes passes(String label, List<Tally> tallies) {
        long certified = sum(tallies, tally -> tally.status() == ApplicationStatus.CERTIFIED);
        long passed = certified + sum(tallies, tally -> tally.status() == ApplicationStatus.APPROVED);
        long decided = passed + sum(tallies, tally -> tally.status() == ApplicationStatus.FAILED);
        return new Passes(label, decided, passed, certified, decided == 0 ? null : (int) (100 * passed / decided));
    }

    long issued() {
        return sum(applications.tally(), tally -> tally.status() == ApplicationStatus.CERTIFIED);
    }

    List<Waiting> steps() {
        return steps.all().stream().map(step -> new Waiting(stepNames.of(step.key(), step.name()), step.open(), step.overdue(),
                Duration.between(step.oldest(), clock.instant()).toHours())).toList();
    }

    private static long sum(List<Tally> tallies, Predicate<Tally> which) {
        return tallies.stream().filter(which).mapToLong(Tally::count).sum();
    }
}
