package org.zhiping.casework;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.zhiping.exam.ComingDuty;
import org.zhiping.exam.Panel;
import org.zhiping.exam.Panels;
import org.zhiping.exam.Sessions;
import org.zhiping.identity.Absence;
import org.zhiping.identity.Absences;
import org.zhiping.identity.Account;
import org.zhiping.identity.Accounts;
import org.zhiping.identity.Leads;
import org.zhiping.intake.Application;
import org.zhiping.intake.ApplicationStatus;
import org.zhiping.intake.Applications;
import org.zhiping.platform.process.Tasks;

/** What somebody is expected to do later and is no open task yet: somebody has to see to it before they leave. */
@Component
public class ComingDuties {

    private static final String REVIEW = "review-materials";
    private static final int RETURNED_LOOKED_AT = 5000;

    /** What it is: the first two go to a colleague in the act of a handover, the others somebody sees to on the page that they name. */
    public enum Kind { INVIGILATES, SCORES, ON_PANEL, STANDS_IN, LEADS, RETURNED }

    /**
     * @param about  session or case number, account that is away, or role id
     * @param detail of a panel its part, of an absence its days, of returned materials the number of cases; else empty
     * @param at     when it begins, or null
     */
    public record Duty(Kind kind, String about, String detail, Instant at) {
    }

    private final Sessions sessions;
    private final Panels panels;
    private final Tasks tasks;
    private final Accounts accounts;
    private final Absences absences;
    private final Leads leads;
    private final Applications applications;
    private final Duties done;
    private final Clock clock;

    ComingDuties(Sessions sessions, Panels panels, Tasks tasks, Accounts accounts, Absences absences, Leads leads, Applications applications,
                 Duties done, Clock clock) {
        this.sessions = sessions;
        this.panels = panels;
        this.tasks = tasks;
        this.accounts = accounts;
        this.absences = absences;
        this.leads = leads;
        this.applications = applications;
        this.done = done;
        this.clock = clock;
    }

    /** The earliest first, those without a moment last. */
    @Transactional(readOnly = true)
    public List<Duty> of(String person) {
        List<Duty> found = new ArrayList<>();
        sessions.coming(person).forEach(coming -> add(found, coming));
        Set<String> open = tasks.mine(person).stream().map(Tasks.Item::businessKey).collect(Collectors.toSet());
        panels.atWorkOf(person).stream().filter(panel -> panel.plan().members().contains(person) && !open.contains(panel.caseNumber()))
                .filter(panel -> awaited(panel, person)).map(panel -> new Duty(Kind.ON_PANEL, panel.caseNumber(), panel.part(), panel.plan().heldAt()))
                .forEach(found::add);
        absences.asDeputy(person).stream().map(this::standsIn).forEach(found::add);
        accounts.find(person).stream().flatMap(account -> ledAlone(account).stream()).forEach(found::add);
        long returned = returned(person);
        if (returned > 0) {
            found.add(new Duty(Kind.RETURNED, "", String.valueOf(returned), null));
        }
        found.sort(Comparator.comparing(Duty::at, Comparator.nullsLast(Comparator.naturalOrder())));
        return found;
    }

    /** Numbers of the sessions in which this person is expected, the earliest first. */
    List<String> sessions(String person) {
        return sessions.coming(person).stream().map(ComingDuty::sessionNumber).toList();
    }

    private static void add(List<Duty> found, ComingDuty coming) {
        if (coming.invigilates()) {
            found.add(new Duty(Kind.INVIGILATES, coming.sessionNumber(), "", coming.startsAt()));
        }
        if (coming.scores()) {
            found.add(new Duty(Kind.SCORES, coming.sessionNumber(), "", coming.startsAt()));
        }
    }

    /** A chair still has the minutes to confirm; a member of a recalled panel is to be left out when it is appointed again. */
    private static boolean awaited(Panel panel, String person) {
        return switch (panel.state()) {
            case APPOINTED, SCORED -> panel.plan().chair().equals(person);
            case RECALLED -> true;
            default -> false;
        };
    }

    private Duty standsIn(Absence absence) {
        return new Duty(Kind.STANDS_IN, absence.account(), absence.from() + " – " + absence.until(), absence.from().atStartOfDay(clock.getZone()).toInstant());
    }

    private List<Duty> ledAlone(Account person) {
        return person.roles().stream().filter(role -> role.caseWork() && leads.of(role).equals(List.of(person.id()))).sorted()
                .map(role -> new Duty(Kind.LEADS, role.id(), "", null)).toList();
    }

    private long returned(String person) {
        List<String> returned = applications.page(ApplicationStatus.RETURNED, RETURNED_LOOKED_AT, 0).stream().map(Application::caseNumber).toList();
        return returned.isEmpty() ? 0 : done.lastBy(person, REVIEW, returned).size();
    }
}
