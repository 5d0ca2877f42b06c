package org.zhiping.identity;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.zhiping.platform.OncePerTransaction;
import org.zhiping.platform.Refusal;

/**
 * Who is away and who stands in. An absence begins and ends by itself with its days. Where the deputy is away too, theirs stands in;
 * absences that would lead back to somebody who is away are refused.
 */
@Component
@Transactional
public class Absences {

    private static final int LONGEST_DAYS = 366;
    private static final String QUESTION = "absences";

    private final AbsenceTable table;
    private final Accounts accounts;
    private final Leads leads;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Absences(AbsenceTable table, Accounts accounts, Leads leads, ApplicationEventPublisher events, Clock clock) {
        this.table = table;
        this.accounts = accounts;
        this.leads = leads;
        this.events = events;
        this.clock = clock;
    }

    /**
     * @param by the person themselves, one who leads them, or an administrator
     * @throws Refusal at {@code account}, {@code from}, {@code until} or {@code deputy}
     */
    public Absence enter(String account, LocalDate from, LocalDate until, String deputy, String by) {
        Account person = working("account", account);
        allow(person, by);
        LocalDate today = LocalDate.now(clock);
        if (from.isBefore(today) || from.isAfter(today.plusDays(LONGEST_DAYS))) {
            throw Refusal.invalid("from", "absence-from", today);
        }
        if (until.isBefore(from) || until.isAfter(from.plusDays(LONGEST_DAYS))) {
            throw Refusal.invalid("until", "absence-until", LONGEST_DAYS);
        }
        Account other = working("deputy", deputy);
        if (account.equals(deputy) || !shareWork(person, other)) {
            throw Refusal.invalid("deputy", "absence-deputy-role");
        }
        table.lock();
        OncePerTransaction.forget(QUESTION);
        List<Absence> near = table.since(from).stream().filter(absence -> absence.meets(from, until)).toList();
        if (near.stream().anyMatch(absence -> absence.account().equals(account))) {
            throw Refusal.invalid("from", "absence-overlaps");
        }
        if (leadsBack(deputy, account, near)) {
            throw Refusal.invalid("deputy", "absence-circle");
        }
        return told(table.add(account, from, until, deputy, by), by);
    }

    /** Takes an absence back, or cuts it short; one whose days are over has ended by itself. */
    public void end(long id, String by) {
        Absence absence = table.find(id).filter(found -> found.endedAt() == null && !found.until().isBefore(LocalDate.now(clock))).orElseThrow(() -> Refusal.notFound("absence-unknown"));
        allow(accounts.find(absence.account()).orElseThrow(), by);
        OncePerTransaction.forget(QUESTION);
        table.end(id, by);
        told(id, by);
    }

    private Absence told(long id, String by) {
        Absence absence = table.find(id).orElseThrow();
        events.publishEvent(new AbsenceChanged(absence, by));
        return absence;
    }

    /** Who stands in for this account at this moment; empty when it is there, or when nobody is who shares its work still. */
    @Transactional(readOnly = true)
    public Optional<String> deputy(String account, Instant at) {
        LocalDate day = LocalDate.ofInstant(at, clock.getZone());
        Set<String> seen = new HashSet<>();
        String person = account;
        Optional<Absence> away = away(person, day);
        while (away.isPresent() && seen.add(person)) {
            person = away.get().deputy();
            away = away(person, day);
        }
        return person.equals(account) || away.isPresent() ? Optional.empty() : accounts.find(person).filter(Account::enabled)
                .filter(deputy -> accounts.find(account).filter(other -> shareWork(other, deputy)).isPresent()).map(Account::id);
    }

    @Transactional(readOnly = true)
    public boolean isAway(String account) {
        return away(account, LocalDate.now(clock)).isPresent();
    }

    /** Those for whom this account stands in at this moment. */
    @Transactional(readOnly = true)
    public List<String> standsInFor(String deputy, Instant at) {
        LocalDate day = LocalDate.ofInstant(at, clock.getZone());
        return open().stream().filter(absence -> absence.covers(day)).map(Absence::account).distinct()
                .filter(account -> deputy(account, at).filter(deputy::equals).isPresent()).toList();
    }

    /** These people, and whoever stands in for one of them now. */
    @Transactional(readOnly = true)
    public Set<String> withDeputies(Collection<String> people) {
        Set<String> all = new LinkedHashSet<>(people);
        people.forEach(person -> deputy(person, clock.instant()).ifPresent(all::add));
        return all;
    }

    /** Running and coming ones that this person may know of, the earliest first: their own, of people they lead, and where they stand in. */
    @Transactional(readOnly = true)
    public List<Absence> seenBy(String reader) {
        return open().stream().filter(absence -> absence.deputy().equals(reader) || mayEnter(reader, absence)).toList();
    }

    /** Running and coming ones in which this person is the deputy, the earliest first. */
    @Transactional(readOnly = true)
    public List<Absence> asDeputy(String deputy) {
        return open().stream().filter(absence -> absence.deputy().equals(deputy)).toList();
    }

    /** Whether the one may enter and end this absence. */
    public boolean mayEnter(String by, Absence absence) {
        return accounts.find(absence.account()).filter(account -> mayEnter(by, account)).isPresent();
    }

    /** Whether the one may enter absences of the other. */
    public boolean mayEnter(String by, Account person) {
        return by.equals(person.id()) || leads.leads(by, person.id())
                || accounts.find(by).filter(other -> other.enabled() && other.has(Role.ADMINISTRATOR)).isPresent();
    }

    private void allow(Account person, String by) {
        if (!mayEnter(by, person)) {
            throw Refusal.forbidden("absence-not-led");
        }
    }

    private Optional<Absence> away(String account, LocalDate day) {
        return open().stream().filter(absence -> absence.account().equals(account) && absence.covers(day)).findFirst();
    }

    private List<Absence> open() {
        return OncePerTransaction.of(QUESTION, () -> table.since(LocalDate.now(clock)));
    }

    private static boolean shareWork(Account one, Account other) {
        return one.roles().stream().anyMatch(role -> role.caseWork() && other.has(role));
    }

    private Account working(String field, String account) {
        return accounts.find(account == null ? "" : account).filter(person -> person.enabled() && person.hasCaseWork())
                .orElseThrow(() -> Refusal.invalid(field, "absence-person"));
    }

    private static boolean leadsBack(String deputy, String account, List<Absence> near) {
        Set<String> reached = new HashSet<>(Set.of(deputy));
        boolean more = true;
        while (more) {
            more = near.stream().filter(absence -> reached.contains(absence.account())).map(Absence::deputy).anyMatch(reached::add);
        }
        return reached.contains(account);
    }
}
