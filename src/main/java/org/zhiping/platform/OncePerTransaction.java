package org.zhiping.platform;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Answers that stay the same while a transaction runs, unless it changes them itself, and are asked for once in it; outside of one, every time. */
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

    /** The transaction has found out in another way, or has itself made it so. */
    public static void know(Object question, Object answer) {
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            known().put(question, answer);
        }
    }

    /** The transaction has changed what the answer tells. */
    public static void forget(Object question) {
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            known().remove(question);
        }
    }

    @SuppressWarnings("unchecked")
    private static Map<Object, Object> known() {
        Map<Object, Object> known = (Map<Object, Object>) TransactionSynchronizationManager.getResource(OncePerTransaction.class);
        if (known == null) {
            known = new HashMap<>();
            TransactionSynchronizationManager.bindResource(OncePerTransaction.class, known);
            TransactionSynchronizationManager.registerSynchronization(new Lifetime(known));
        }
        return known;
    }

    /** A transaction within the transaction knows nothing of it. */
    private record Lifetime(Map<Object, Object> known) implements TransactionSynchronization {

        @Override
        public void suspend() {
            TransactionSynchronizationManager.unbindResourceIfPossible(OncePerTransaction.class);
        }

        @Override
        public void resume() {
            TransactionSynchronizationManager.bindResource(OncePerTransaction.class, known);
        }

        @Override
        public void afterCompletion(int status) {
            TransactionSynchronizationManager.unbindResourceIfPossible(OncePerTransaction.class);
        }
    }
}
