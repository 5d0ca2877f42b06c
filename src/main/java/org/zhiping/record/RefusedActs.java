package org.zhiping.record;

import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.zhiping.platform.CaseAct;
import org.zhiping.platform.CaseRefusal;

/** Writes down who was kept from an act, once the transaction of that act has ended, however it ended. */
@Component
class RefusedActs {

    /** The same again within this time is no entry of its own. */
    private static final Duration SAME = Duration.ofHours(1);

    private final JdbcCaseRecords records;
    private final TransactionTemplate own;
    private final Clock clock;

    RefusedActs(JdbcCaseRecords records, PlatformTransactionManager transactions, Clock clock) {
        this.records = records;
        this.own = new TransactionTemplate(transactions);
        own.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.clock = clock;
    }

    @EventListener
    void on(CaseRefusal refusal) {
        if (!CaseRefusal.inEarnest()) {
            return;
        }
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            write(refusal);
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCompletion(int status) {
                write(refusal);
            }
        });
    }

    private void write(CaseRefusal refusal) {
        boolean oneself = refusal.by().equals(refusal.person());
        Map<String, String> details = new HashMap<>(Map.of("task", refusal.task(), "refusal", refusal.reason()));
        if (!oneself) {
            details.put("person", refusal.person());
        }
        own.executeWithoutResult(status -> {
            List<String> cases = records.without(refusal.cases(), "act-refused", refusal.by(), details, clock.instant().minus(SAME));
            if (!cases.isEmpty()) {
                records.add(new CaseAct(cases, "act-refused", refusal.by(), oneself ? TaskRoles.usual(refusal.task()) : "", refusal.basis(), details));
            }
        });
    }
}
