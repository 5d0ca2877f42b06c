package org.zhiping.record;

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

    private final CaseRecords records;
    private final TransactionTemplate own;

    RefusedActs(CaseRecords records, PlatformTransactionManager transactions) {
        this.records = records;
        this.own = new TransactionTemplate(transactions);
        own.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    @EventListener
    void on(CaseRefusal refusal) {
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
        own.executeWithoutResult(status -> records.add(new CaseAct(List.of(refusal.caseNumber()), "act-refused", refusal.by(),
                TaskRoles.usual(refusal.task()), refusal.basis(), Map.of("task", refusal.task(), "refusal", refusal.reason()))));
    }
}
