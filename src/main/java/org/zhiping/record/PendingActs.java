package org.zhiping.record;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Acts of the running transaction, held until it commits and written together: one statement a transaction, and the lock on the end of
 * a record, which is taken last, is held only while the commit runs.
 */
final class PendingActs implements TransactionSynchronization {

    private final List<Act> acts = new ArrayList<>();
    private final Consumer<List<Act>> writer;
    private boolean written;

    private PendingActs(Consumer<List<Act>> writer) {
        this.writer = writer;
    }

    /** @param writer is given the acts of the transaction before it commits, or this one at once where none is running */
    static void add(Act act, Consumer<List<Act>> writer) {
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            of(writer).take(act);
        } else {
            writer.accept(List.of(act));
        }
    }

    private static PendingActs of(Consumer<List<Act>> writer) {
        PendingActs pending = (PendingActs) TransactionSynchronizationManager.getResource(PendingActs.class);
        if (pending == null) {
            pending = new PendingActs(writer);
            TransactionSynchronizationManager.bindResource(PendingActs.class, pending);
            TransactionSynchronizationManager.registerSynchronization(pending);
        }
        return pending;
    }

    private void take(Act act) {
        if (written) {
            writer.accept(List.of(act));
        } else {
            acts.add(act);
        }
    }

    @Override
    public void beforeCommit(boolean readOnly) {
        written = true;
        writer.accept(acts);
    }

    @Override
    public void suspend() {
        TransactionSynchronizationManager.unbindResourceIfPossible(PendingActs.class);
    }

    @Override
    public void resume() {
        TransactionSynchronizationManager.bindResource(PendingActs.class, this);
    }

    @Override
    public void afterCompletion(int status) {
        TransactionSynchronizationManager.unbindResourceIfPossible(PendingActs.class);
    }
}
