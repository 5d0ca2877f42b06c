package org.zhiping.platform.process;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.zhiping.platform.OncePerTransaction;
import org.zhiping.platform.WorkingDays;

/**
 * How long each step may take, and when people are reminded of it: whole working days, by {@code deadlines.dmn}, which is
 * asked once for a step in a transaction.
 */
@Component
public class Deadlines {

    /** When people find a reminder before them. */
    private static final LocalTime MORNING = LocalTime.of(8, 0);
    private static final LocalTime LAST_SECOND = LocalTime.of(23, 59, 59);

    /**
     * What the table says of a step, in working days; 0 where it says nothing.
     *
     * @param workingDays        from the day on which the step can begin to the last day for it
     * @param reminderDaysBefore before that last day
     * @param escalationDays     after that last day, when the matter goes to those who lead the role
     * @param giveBackDays       after the escalation, when a task that somebody has goes back to the people of its role; 0 for never
     */
    public record Limit(int workingDays, int reminderDaysBefore, int escalationDays, int giveBackDays) {
    }

    /**
     * @param remindAt   in the morning; not before {@code due} by more than the step takes
     * @param due        the last second of the last day
     * @param escalateAt after {@code due}
     * @param giveBackAt in the morning, after {@code escalateAt}; null where a task is never taken from its person
     */
    public record Term(Instant remindAt, Instant due, Instant escalateAt, Instant giveBackAt) {
    }

    private final Decisions decisions;
    private final WorkingDays workingDays;
    private final Clock clock;

    public Deadlines(Decisions decisions, WorkingDays workingDays, Clock clock) {
        this.decisions = decisions;
        this.workingDays = workingDays;
        this.clock = clock;
    }

    public Limit limit(String step) {
        return OncePerTransaction.of("deadline of " + step, () -> {
            Map<String, Object> row = decisions.single("deadlines", Map.of("step", step));
            if (row.isEmpty()) {
                throw new IllegalStateException("The table of deadlines has no row for " + step);
            }
            return new Limit(days(row, "workingDays"), days(row, "reminderDaysBefore"), days(row, "escalationDays"), days(row, "giveBackDays"));
        });
    }

    private static int days(Map<String, Object> row, String output) {
        return row.get(output) == null ? 0 : Integer.parseInt(row.get(output).toString());
    }

    /** The last second of the last working day for a step that begins now. */
    public Instant fromToday(String step) {
        return from(step, LocalDate.now(clock)).due();
    }

    /** The term of a step that can begin on this day. */
    public Term from(String step, LocalDate begins) {
        return until(step, workingDays.plus(begins, limit(step).workingDays()));
    }

    /** The term of a step whose last day is given. */
    public Term until(String step, LocalDate last) {
        Limit limit = limit(step);
        Instant due = at(last, LAST_SECOND);
        LocalDate escalation = workingDays.plus(last, limit.escalationDays());
        Instant escalateAt = at(escalation, MORNING);
        return new Term(at(workingDays.minus(last, limit.reminderDaysBefore()), MORNING), due,
                escalateAt.isAfter(due) ? escalateAt : due.plusSeconds(1),
                limit.giveBackDays() == 0 ? null : at(workingDays.plus(escalation, limit.giveBackDays()), MORNING));
    }

    /** Until when somebody who took a task on this day has it at least, however late it is; only where the step is given back at all. */
    public Instant keptUntil(String step, LocalDate taken) {
        return at(workingDays.plus(taken, limit(step).giveBackDays()), MORNING);
    }

    private Instant at(LocalDate day, LocalTime time) {
        return day.atTime(time).atZone(clock.getZone()).toInstant();
    }
}
