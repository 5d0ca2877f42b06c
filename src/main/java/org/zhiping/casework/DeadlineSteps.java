package org.zhiping.casework;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.zhiping.exam.Panels;
import org.zhiping.exam.Sessions;
import org.zhiping.exam.Ticket;
import org.zhiping.intake.Applications;
import org.zhiping.platform.OncePerTransaction;
import org.zhiping.platform.process.Deadlines;
import org.zhiping.platform.process.Deadlines.Term;
import org.zhiping.platform.process.ProcessBean;

/**
 * When a step must be done and when people are reminded, as the models ask it: moments in ISO 8601, UTC. {@code number}
 * is a case or session number.
 */
@ProcessBean("deadlines")
public class DeadlineSteps {

    private static final String SUPPLEMENT = "supplement-materials";

    private final Applications applications;
    private final Sessions sessions;
    private final Panels panels;
    private final Deadlines deadlines;
    private final Clock clock;

    DeadlineSteps(Applications applications, Sessions sessions, Panels panels, Deadlines deadlines, Clock clock) {
        this.applications = applications;
        this.sessions = sessions;
        this.panels = panels;
        this.deadlines = deadlines;
        this.clock = clock;
    }

    public String due(String step, String number) {
        return due(step, number, "");
    }

    public String due(String step, String number, String part) {
        return written(term(step, number, part).due());
    }

    public String reminder(String step, String number) {
        return written(term(step, number, "").remindAt());
    }

    public String cycle(String step, String number) {
        return cycle(step, number, "");
    }

    /** Two firings for one timer: the reminder, and the moment at which an overdue step goes to the managers. */
    public String cycle(String step, String number, String part) {
        return MoveDeadline.cycle(term(step, number, part));
    }

    private Term term(String step, String number, String part) {
        return OncePerTransaction.of(List.of("term", step, number, part), () -> step.equals(SUPPLEMENT)
                ? deadlines.until(step, day(applications.find(number).supplementUntil()))
                : from(step, number, part, clock.instant()));
    }

    /** The term of a step that was reached at this moment and cannot begin before the exam or the panel was held. */
    Term from(String step, String number, String part, Instant reached) {
        Instant held = switch (step) {
            case "record-attendance", "enter-scores", "verify-scores" -> sessions.find(number).plan().startsAt();
            case "score-candidate", "confirm-minutes" -> panels.find(number, part).orElseThrow().plan().heldAt();
            case "part-scored" -> sessions.tickets(number).stream().filter(ticket -> ticket.part().equals(part))
                    .map(Ticket::startsAt).reduce(reached, (earlier, later) -> later);
            default -> reached;
        };
        return begun(step, held, reached);
    }

    /** The same where it is known when the exam or the panel is held. @param held null where the step waits for neither */
    Term begun(String step, Instant held, Instant reached) {
        return deadlines.from(step, day(held != null && held.isAfter(reached) ? held : reached));
    }

    private LocalDate day(Instant moment) {
        return LocalDate.ofInstant(moment, clock.getZone());
    }

    private static String written(Instant moment) {
        return DateTimeFormatter.ISO_INSTANT.format(moment);
    }
}
