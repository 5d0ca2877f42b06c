package org.zhiping.record;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.zhiping.platform.TimeConfiguration;
import org.zhiping.record.RecordChecks.Check;

/** Checks the records each night, and says in the product's health what the last check has found. */
@Component("caseRecordsHealthIndicator")
class RecordKeeping implements HealthIndicator {

    private static final Logger LOG = LoggerFactory.getLogger(RecordKeeping.class);
    private static final int LATELY = 5;

    private final JdbcRecordChecks checks;
    private final TransactionTemplate transaction;

    RecordKeeping(JdbcRecordChecks checks, PlatformTransactionManager transactions) {
        this.checks = checks;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Scheduled(cron = "${zhiping.record-check:0 15 3 * * *}", zone = TimeConfiguration.ZONE)
    void nightly() {
        checks.ask("");
    }

    /** One that was interrupted begins anew. */
    @Scheduled(fixedDelay = 3_000)
    void work() {
        transaction.executeWithoutResult(status -> checks.next().ifPresent(check -> {
            checks.run(check);
            checks.latest(1).stream().filter(done -> done.broken() > 0)
                    .forEach(done -> LOG.error("The records of {} cases do not fit their chains; see /desk/record-checks", done.broken()));
        }));
    }

    @Override
    public Health health() {
        return checks.latest(LATELY).stream().filter(check -> check.endedAt() != null).findFirst().map(RecordKeeping::said).orElse(Health.up().build());
    }

    private static Health said(Check check) {
        Health.Builder health = check.broken() == 0 ? Health.up() : Health.down();
        return health.withDetail("checkedAt", check.endedAt()).withDetail("cases", check.cases()).withDetail("entries", check.entries())
                .withDetail("broken", check.broken()).build();
    }
}
