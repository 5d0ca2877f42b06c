package org.zhiping.intake;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.zhiping.platform.WorkingDays;
import org.zhiping.platform.process.Deadlines;

/**
 * A draft is the only wait without a process: its applicant is reminded some working days before the round closes and told
 * when it is extended, and the draft lapses when it has closed. One transaction a draft, whose row is locked: two servers share the work, and what
 * fell due while none ran is done once.
 */
@Component
class DraftDeadlines {

    private static final Logger LOG = LoggerFactory.getLogger(DraftDeadlines.class);

    private final JdbcApplications applications;
    private final JdbcRounds rounds;
    private final Milestones milestones;
    private final Deadlines deadlines;
    private final WorkingDays workingDays;
    private final TransactionTemplate transaction;
    private final Clock clock;

    DraftDeadlines(JdbcApplications applications, JdbcRounds rounds, Milestones milestones, Deadlines deadlines,
                   WorkingDays workingDays, PlatformTransactionManager transactions, Clock clock) {
        this.applications = applications;
        this.rounds = rounds;
        this.milestones = milestones;
        this.deadlines = deadlines;
        this.workingDays = workingDays;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    @Scheduled(cron = "${zhiping.draft-scan:*/20 * * * * *}")
    void scan() {
        int days = deadlines.limit("submit-application").reminderDaysBefore();
        each(after -> next(after, days));
        each(this::nextOfExtended);
    }

    /** @param step sees to the first one after a case number, and says which that was */
    private void each(Function<String, Optional<String>> step) {
        Optional<String> seen = Optional.of("");
        while (seen.isPresent()) {
            String after = seen.get();
            seen = transaction.execute(status -> step.apply(after));
        }
    }

    private Optional<String> next(String after, int days) {
        Instant now = clock.instant();
        LocalDate today = LocalDate.now(clock);
        Instant soon = start(workingDays.plus(today, days).plusDays(1));
        Optional<Application> found = applications.draftToEnd(after, now, start(today), soon);
        found.ifPresent(draft -> see(draft, now));
        return found.map(Application::caseNumber);
    }

    private void see(Application draft, Instant now) {
        Round round = rounds.find(draft.roundNumber());
        Map<String, String> due = Map.of("due", due(round));
        if (round.status() == RoundStatus.CLOSED || !now.isBefore(round.closesAt())) {
            draft.lapse();
            applications.save(draft);
            milestones.reach(draft.caseNumber(), Milestone.LAPSED, due);
            LOG.info("Draft {} lapsed: round {} has closed", draft.caseNumber(), round.number());
        } else {
            tell(draft, round, Milestone.DRAFT_REMINDED, due);
        }
    }

    private Optional<String> nextOfExtended(String after) {
        Optional<Application> found = applications.draftToTell(after);
        found.ifPresent(draft -> {
            Round round = rounds.find(draft.roundNumber());
            tell(draft, round, Milestone.ROUND_EXTENDED, Map.of("round", round.name(), "due", due(round)));
        });
        return found.map(Application::caseNumber);
    }

    private void tell(Application draft, Round round, Milestone milestone, Map<String, String> values) {
        if (!told(draft, round, milestone)) {
            milestones.reach(draft.caseNumber(), milestone, values);
        }
    }

    /** Asked again under the lock: another server may have done it since. What was told before an extension is out of date. */
    private boolean told(Application draft, Round round, Milestone milestone) {
        return milestones.of(draft.caseNumber()).stream().anyMatch(reached -> reached.milestone() == milestone
                && (round.extendedAt() == null || !reached.at().isBefore(round.extendedAt())));
    }

    private String due(Round round) {
        return LocalDate.ofInstant(round.closesAt().minusNanos(1), clock.getZone()).toString();
    }

    private Instant start(LocalDate day) {
        return day.atStartOfDay(clock.getZone()).toInstant();
    }
}
