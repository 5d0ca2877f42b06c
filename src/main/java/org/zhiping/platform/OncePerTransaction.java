package org.zhiping.platform;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Answers that stay the same while a transaction runs and are asked for once in it; outside of one, every time. */
public final class OncePerTransaction {

    private OncePerTransaction() {
    }

    @SuppressWarnings("unchecked")
    public static <T> T of(Object question, Supplier<T> answer) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            return answer.get();
        }
        Map<Object, Object> known = known();
        if (!known.containsKey(question)) {
            known.put(question, answer.get());
        }
        return (T) known.get(question);
    }

    @SuppressWarnings("unchecked")
    private static Map<Object, Object> known() {
        Map<Object, Object> known = (Map<Object, Object>) TransactionSynchronizationManager.getResource(OncePerTransaction.class);
        if (known == null) {
            known = new HashMap<>();
            TransactionSynchronizationManager.bindResource(OncePerTransaction.class, known);
            TransactionSynchronizationManager.registerSynchronization(new Forget());
        }
        return known;
    }

    private static final class Forget implements TransactionSynchronization {

        @Override
        public void afterCompletion(int status) {
            TransactionSynchronizationManager.unbindResourceIfPossible(OncePerTransaction.class);
        }
    }
}
