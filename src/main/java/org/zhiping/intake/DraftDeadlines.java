package org.zhiping.intake;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.zhiping.platform.WorkingDays;
import org.zhiping.platform.process.Deadlines;

/**
 * A draft is the only wait without a process: its applicant is reminded some working days before the round closes, and the
 * draft lapses when it has closed. One transaction a draft, whose row is locked: two servers share the work, and what
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
        Optional<String> seen = Optional.of("");
        while (seen.isPresent()) {
            String after = seen.get();
            seen = transaction.execute(status -> next(after, days));
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
        Map<String, String> due = Map.of("due", LocalDate.ofInstant(round.closesAt().minusNanos(1), clock.getZone()).toString());
        if (round.status() == RoundStatus.CLOSED || !now.isBefore(round.closesAt())) {
            draft.lapse();
            applications.save(draft);
            milestones.reach(draft.caseNumber(), Milestone.LAPSED, due);
            LOG.info("Draft {} lapsed: round {} has closed", draft.caseNumber(), round.number());
        } else if (!reminded(draft)) {
            milestones.reach(draft.caseNumber(), Milestone.DRAFT_REMINDED, due);
        }
    }

    /** Asked again under the lock: another server may have done it since the draft was looked up. */
    private boolean reminded(Application draft) {
        return milestones.of(draft.caseNumber()).stream().anyMatch(reached -> reached.milestone() == Milestone.DRAFT_REMINDED);
    }

    private Instant start(LocalDate day) {
        return day.atStartOfDay(clock.getZone()).toInstant();
    }
}
