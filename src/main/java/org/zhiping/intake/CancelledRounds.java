package org.zhiping.intake;

import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Ends what is still open in cancelled rounds, drafts and cases alike, one transaction each: however many there are, no
 * lock is held for long, two servers share the work, and what one of them left at its death another takes up. A case that
 * cannot be ended now, because a step of it is just running, is tried again at the next look and keeps nobody waiting.
 */
@Component
class CancelledRounds {

    private static final Logger LOG = LoggerFactory.getLogger(CancelledRounds.class);
    /** Then others have a turn on the thread. */
    private static final int AT_ONCE = 500;

    private final JdbcApplications applications;
    private final JdbcRounds rounds;
    private final Milestones milestones;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;

    CancelledRounds(JdbcApplications applications, JdbcRounds rounds, Milestones milestones, ApplicationEventPublisher events,
                    PlatformTransactionManager transactions) {
        this.applications = applications;
        this.rounds = rounds;
        this.milestones = milestones;
        this.events = events;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Scheduled(fixedDelayString = "${zhiping.cancel-scan:PT2S}")
    void scan() {
        Optional<String> next = applications.toCancel("");
        for (int i = 0; i < AT_ONCE && next.isPresent(); i++) {
            String caseNumber = next.get();
            end(caseNumber);
            next = applications.toCancel(caseNumber);
        }
    }

    private void end(String caseNumber) {
        try {
            transaction.executeWithoutResult(status -> applications.lockToCancel(caseNumber).ifPresent(this::end));
        } catch (RuntimeException untimely) {
            LOG.warn("Case {} could not be ended with its round and is tried again: {}", caseNumber, untimely.toString());
        }
    }

    private void end(Application application) {
        Round round = rounds.find(application.roundNumber());
        boolean draft = application.status() == ApplicationStatus.DRAFT;
        application.cancel();
        applications.save(application);
        milestones.reach(application.caseNumber(), Milestone.ROUND_CANCELLED, Map.of("round", round.name(), "reason", round.cancelledFor()));
        if (!draft) {
            events.publishEvent(new RoundCancelled(application.caseNumber()));
        }
    }
}
