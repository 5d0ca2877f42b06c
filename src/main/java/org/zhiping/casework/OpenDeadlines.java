package org.zhiping.casework;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.zhiping.exam.ExamMoments;
import org.zhiping.exam.ExamMoments.CasePart;
import org.zhiping.intake.Application;
import org.zhiping.intake.ApplicationStatus;
import org.zhiping.intake.Applications;
import org.zhiping.intake.Milestone;
import org.zhiping.intake.Milestones;
import org.zhiping.platform.BusinessKey;
import org.zhiping.platform.CaseAct;
import org.zhiping.platform.calendar.WorkingCalendar;
import org.zhiping.platform.process.Deadlines;
import org.zhiping.platform.process.Deadlines.Term;
import org.zhiping.platform.process.OpenTask;
import org.zhiping.platform.process.OpenTasks;
import org.zhiping.platform.process.OpenWait;
import org.zhiping.platform.process.OpenWaits;

/**
 * The deadlines of what is open now, compared with what the calendar and the table of deadlines in force give. An applicant's
 * time for a supplement, once told, is only ever made longer, and they are told; publicity 公示 that was announced stays as announced. What is open is read
 * by the thousand, and moved some hundreds in a transaction: what an interruption leaves is listed as before and moves when asked again.
 */
@Component
public class OpenDeadlines {

    private static final int READ_AT_ONCE = 5000;
    private static final int MOVED_AT_ONCE = 200;
    private static final String SUPPLEMENT = "supplement-materials";
    private static final List<String> WAITS = List.of("candidate-seated", "part-scored");
    private static final Set<String> OF_SESSION = Set.of("record-attendance", "enter-scores", "verify-scores");
    private static final Set<String> OF_PANEL = Set.of("score-candidate", "confirm-minutes");

    /**
     * @param id   of the task or wait
     * @param step user-task id, or the name of what a candidate waits for
     */
    public record Move(String id, String number, String step, Instant before, Instant after) {
    }

    /** A place in the list of moves. */
    public record Place(Instant before, String id) {
    }

    /**
     * @param count of all that would move
     * @param moves those of this page, the earliest deadline first
     * @param next  null on the last page
     */
    public record Moving(long count, List<Move> moves, Place next) {
    }

    /** @param taskId null where it is no task */
    private record Wait(String taskId, String executionId, Move move, Term term) {
    }

    private record Reached(String step, LocalDate held, LocalDate reached) {
    }

    private static final Comparator<Place> ORDER = Comparator.comparing(Place::before).thenComparing(Place::id);

    private final OpenTasks tasks;
    private final OpenWaits waits;
    private final CommandExecutor commands;
    private final DeadlineSteps steps;
    private final Deadlines deadlines;
    private final DeadlineMoves moves;
    private final WorkingCalendar calendar;
    private final Applications applications;
    private final ExamMoments exams;
    private final Milestones milestones;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final Clock clock;

    OpenDeadlines(OpenTasks tasks, OpenWaits waits, @Qualifier("commandExecutorTxRequired") CommandExecutor commands, DeadlineSteps steps,
                  Deadlines deadlines, DeadlineMoves moves, WorkingCalendar calendar, Applications applications, ExamMoments exams,
                  Milestones milestones, ApplicationEventPublisher events, PlatformTransactionManager transactions, Clock clock) {
        this.tasks = tasks;
        this.waits = waits;
        this.commands = commands;
        this.steps = steps;
        this.deadlines = deadlines;
        this.moves = moves;
        this.calendar = calendar;
        this.applications = applications;
        this.exams = exams;
        this.milestones = milestones;
        this.events = events;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /** A page of what would move now. @param after the {@code next} of the page before, null for the first @param most at least 1 */
    public Moving wouldMove(Place after, int most) {
        Comparator<Move> order = Comparator.comparing(OpenDeadlines::place, ORDER);
        PriorityQueue<Move> page = new PriorityQueue<>(order.reversed());
        long count = eachPage(moving -> moving.stream().map(Wait::move).filter(move -> after == null || ORDER.compare(place(move), after) > 0)
                .forEach(move -> {
                    page.add(move);
                    if (page.size() > most + 1) {
                        page.poll();
                    }
                }));
        List<Move> sorted = page.stream().sorted(order).toList();
        return sorted.size() <= most ? new Moving(count, sorted, null) : new Moving(count, sorted.subList(0, most), place(sorted.get(most - 1)));
    }

    private static Place place(Move move) {
        return new Place(move.before(), move.id());
    }

    /**
     * Moves them, with the times of reminders and escalations, and records the act with how many there were to move. What somebody completes
     * in the same moment is left alone.
     *
     * @return how many moved
     */
    public int recompute(String by) {
        long found = eachPage(moving -> { });
        if (found == 0) {
            return 0;
        }
        long change = transaction.execute(status -> calendar.recordMoves((int) found, by));
        int[] moved = {0};
        eachPage(moving -> {
            for (int from = 0; from < moving.size(); from += MOVED_AT_ONCE) {
                moved[0] += move(change, moving.subList(from, Math.min(moving.size(), from + MOVED_AT_ONCE)), by);
            }
        });
        return moved[0];
    }

    /** All in one transaction; each in its own where somebody else is at one of them, which then stays. */
    private int move(long change, List<Wait> some, String by) {
        try {
            return transaction.execute(status -> {
                List<Move> done = commands.execute(context -> some.stream().filter(this::mayMove)
                        .filter(wait -> new MoveDeadline(wait.taskId(), wait.executionId(), wait.move().before(), wait.term()).execute(context))
                        .map(Wait::move).toList());
                moves.add(change, done);
                done.stream().filter(move -> BusinessKey.isCase(move.number())).forEach(move -> tell(move, by));
                return done.size();
            });
        } catch (OptimisticLockingException overtaken) {
            return some.size() == 1 ? 0 : some.stream().mapToInt(wait -> move(change, List.of(wait), by)).sum();
        }
    }

    private void tell(Move move, String by) {
        events.publishEvent(CaseAct.of(move.number(), "deadline-moved", by, "",
                Map.of("task", move.step(), "before", move.before().toString(), "due", move.after().toString())));
        if (move.step().equals(SUPPLEMENT)) {
            milestones.reach(move.number(), Milestone.SUPPLEMENT_EXTENDED, Map.of("due", day(move.after()).toString()));
        }
    }

    private boolean mayMove(Wait wait) {
        if (wait.move().step().equals(SUPPLEMENT)) {
            Application application = applications.lock(wait.move().number());
            if (application.status() != ApplicationStatus.RETURNED) {
                return false;
            }
            application.extendSupplement(wait.move().after());
            applications.save(application);
        }
        return true;
    }

    /** Hands over what would move, page by page; each is read in a transaction of its own, which has ended by then. @return how many */
    private long eachPage(Consumer<List<Wait>> reader) {
        Map<Reached, Term> known = new HashMap<>();
        return pages(after -> tasks.after(after, READ_AT_ONCE), OpenTask::id, page -> ofTasks(page, known), reader)
                + pages(after -> waits.after(WAITS, after, READ_AT_ONCE), OpenWait::id, page -> ofWaits(page, known), reader);
    }

    private <T> long pages(Function<String, List<T>> next, Function<T, String> id, Function<List<T>, List<Wait>> compared, Consumer<List<Wait>> reader) {
        String[] after = {""};
        boolean[] more = {true};
        long count = 0;
        while (more[0]) {
            List<Wait> moving = transaction.execute(status -> {
                List<T> page = next.apply(after[0]);
                more[0] = page.size() == READ_AT_ONCE;
                after[0] = page.isEmpty() ? after[0] : id.apply(page.get(page.size() - 1));
                return compared.apply(page).stream().filter(wait -> !wait.move().before().equals(wait.move().after())).toList();
            });
            reader.accept(moving);
            count += moving.size();
        }
        return count;
    }

    private List<Wait> ofTasks(List<OpenTask> page, Map<Reached, Term> known) {
        Map<String, Instant> sessions = exams.ofSessions(numbers(page, task -> OF_SESSION.contains(task.key())));
        Map<CasePart, Instant> panels = exams.ofPanels(numbers(page, task -> OF_PANEL.contains(task.key())));
        Set<String> returned = applications.find(numbers(page, task -> task.key().equals(SUPPLEMENT))).stream()
                .filter(application -> application.status() == ApplicationStatus.RETURNED).map(Application::caseNumber).collect(Collectors.toSet());
        List<Wait> found = new ArrayList<>();
        for (OpenTask task : page) {
            boolean supplement = task.key().equals(SUPPLEMENT);
            if (task.due() != null && (!supplement || returned.contains(task.number()))) {
                Instant held = OF_SESSION.contains(task.key()) ? sessions.get(task.number())
                        : OF_PANEL.contains(task.key()) ? panels.get(new CasePart(task.number(), task.part())) : null;
                Term term = term(known, task.key(), held, task.created());
                Instant due = supplement && term.due().isBefore(task.due()) ? task.due() : term.due();
                found.add(new Wait(task.id(), null, new Move(task.id(), task.number(), task.key(), task.due(), due), term));
            }
        }
        return found;
    }

    private static Collection<String> numbers(List<OpenTask> page, Predicate<OpenTask> wanted) {
        return page.stream().filter(wanted).map(OpenTask::number).collect(Collectors.toSet());
    }

    /** A wait has no date of its own: what is compared is the moment of its reminder and of its escalation. */
    private List<Wait> ofWaits(List<OpenWait> page, Map<Reached, Term> known) {
        Map<CasePart, Instant> tickets = exams.ofTickets(page.stream().filter(wait -> wait.message().equals("part-scored")).map(OpenWait::number)
                .collect(Collectors.toSet()));
        return page.stream().filter(wait -> wait.repeat() != null).map(wait -> {
            Instant held = wait.message().equals("part-scored") ? tickets.get(new CasePart(wait.number(), wait.part())) : null;
            Term term = term(known, wait.message(), held, wait.since());
            return new Wait(null, wait.executionId(), new Move(wait.id(), wait.number(), wait.message(),
                    MoveDeadline.escalation(wait.repeat()), term.escalateAt()), term);
        }).toList();
    }

    /** The calendar is asked once for a step and its days. */
    private Term term(Map<Reached, Term> known, String step, Instant held, Instant reached) {
        return known.computeIfAbsent(new Reached(step, held == null ? null : day(held), day(reached)), key -> step.equals(SUPPLEMENT)
                ? deadlines.from(step, day(reached)) : steps.begun(step, held, reached));
    }

    private LocalDate day(Instant moment) {
        return LocalDate.ofInstant(moment, clock.getZone());
    }
}
