package org.zhiping.record;

import java.util.Map;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.zhiping.identity.Account;
import org.zhiping.identity.Accounts;
import org.zhiping.identity.Role;
import org.zhiping.notice.PersonNotices;
import org.zhiping.platform.TimeConfiguration;
import org.zhiping.record.RecordChecks.Check;

/** Checks the records each night; what does not fit is told to supervisors and administrators, and is in the product's health. */
@Component("caseRecordsHealthIndicator")
class RecordKeeping implements HealthIndicator {

    private static final Logger LOG = LoggerFactory.getLogger(RecordKeeping.class);
    private static final int LATELY = 5;

    private final JdbcRecordChecks checks;
    private final Accounts accounts;
    private final PersonNotices notices;
    private final TransactionTemplate transaction;

    RecordKeeping(JdbcRecordChecks checks, Accounts accounts, PersonNotices notices, PlatformTransactionManager transactions) {
        this.checks = checks;
        this.accounts = accounts;
        this.notices = notices;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Scheduled(cron = "${zhiping.record-check:0 15 3 * * *}", zone = TimeConfiguration.ZONE)
    void nightly() {
        checks.ask("");
    }

    /** One that was interrupted begins anew. */
    @Scheduled(fixedDelayString = "${zhiping.record-work:PT3S}")
    void work() {
        transaction.executeWithoutResult(status -> checks.next().ifPresent(check -> {
            checks.run(check);
            checks.latest(1).stream().filter(done -> done.broken() > 0).forEach(this::alarm);
        }));
    }

    /** Once for each number of cases: what was changed stays changed. */
    private void alarm(Check done) {
        LOG.error("The records of {} cases do not fit their chains; see /desk/record-checks", done.broken());
        Stream.of(Role.SUPERVISOR, Role.ADMINISTRATOR).flatMap(role -> accounts.withRole(role).stream()).map(Account::id).distinct()
                .forEach(account -> notices.tell(account, "staff-records-broken", "records-broken:" + done.broken(), Map.of("cases", String.valueOf(done.broken()))));
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
