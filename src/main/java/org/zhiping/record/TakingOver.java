package org.zhiping.record;

import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** After an upgrade, takes over the cases that nobody acts in meanwhile, some at a time while everybody works. */
@Component
class TakingOver {

    private static final Logger LOG = LoggerFactory.getLogger(TakingOver.class);
    private static final int CASES = 100;
    private static final int STEPS = 20;

    private final TakeOver takeOver;
    private final JdbcCaseRecords records;
    private final TransactionTemplate transaction;

    TakingOver(TakeOver takeOver, JdbcCaseRecords records, PlatformTransactionManager transactions) {
        this.takeOver = takeOver;
        this.records = records;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Scheduled(fixedDelay = 1_000)
    void work() {
        for (int step = 0; step < STEPS && takeOver.left(); step++) {
            transaction.executeWithoutResult(status -> {
                List<String> cases = takeOver.next(CASES);
                records.takeOver(cases);
                LOG.info("The records of {} cases from before were written", cases.size());
            });
        }
    }
}
