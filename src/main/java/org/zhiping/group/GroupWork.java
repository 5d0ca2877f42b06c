package org.zhiping.group;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.zhiping.platform.Refusal;

/**
 * Works on the files that were handed in, on threads of its own. How far it is stands in the database alone: after a stop or a
 * crash whoever is free goes on where it was.
 */
@Component
class GroupWork implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(GroupWork.class);
    private static final int ROWS_AT_ONCE = 50;
    private static final int FAREWELL_MILLIS = 10_000;

    private final JdbcImports imports;
    private final JdbcRows rows;
    private final JdbcFiles files;
    private final DryRun dryRun;
    private final RowImport rowImport;
    private final FileImport fileImport;
    private final Notes notes;
    private final GroupSettings settings;
    private final TransactionTemplate transactions;
    private volatile Run run;

    /** From a start to a stop. */
    private record Run(List<Thread> workers, CountDownLatch stopping) {
    }

    GroupWork(JdbcImports imports, JdbcRows rows, JdbcFiles files, DryRun dryRun, RowImport rowImport, FileImport fileImport, Notes notes,
              GroupSettings settings, TransactionTemplate transactions) {
        this.imports = imports;
        this.rows = rows;
        this.files = files;
        this.dryRun = dryRun;
        this.rowImport = rowImport;
        this.fileImport = fileImport;
        this.notes = notes;
        this.settings = settings;
        this.transactions = transactions;
    }

    @Override
    public void start() {
        CountDownLatch stopping = new CountDownLatch(1);
        run = new Run(IntStream.range(0, settings.workers()).mapToObj(i -> new Thread(() -> work(stopping), "group-import-" + i)).toList(), stopping);
        run.workers().forEach(Thread::start);
    }

    private void work(CountDownLatch stopping) {
        try {
            while (stopping.getCount() > 0) {
                if (!once(() -> stopping.getCount() > 0)) {
                    stopping.await(settings.poll().toMillis(), TimeUnit.MILLISECONDS);
                }
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** Works on one file for a while. @return whether there was one */
    boolean once(BooleanSupplier goOn) {
        try {
            Optional<GroupImport> taken = imports.take(settings.lease());
            taken.ifPresent(file -> advance(file, goOn));
            return taken.isPresent();
        } catch (RuntimeException later) {
            LOG.warn("A group import waits for the next attempt: {}", later.toString());
            return false;
        }
    }

    private void advance(GroupImport file, BooleanSupplier goOn) {
        BooleanSupplier wanted = () -> imports.prolong(file.number(), settings.lease()) && goOn.getAsBoolean();
        if (file.cancelling()) {
            cancelled(file);
        } else if (file.state() == State.CHECKING) {
            check(file, wanted);
        } else {
            carryOut(file, wanted);
        }
        imports.release(file.number());
    }

    private void check(GroupImport file, BooleanSupplier wanted) {
        try {
            dryRun.run(file, wanted);
        } catch (Refusal unreadable) {
            transactions.executeWithoutResult(status -> {
                imports.notes(file.number(), notes.of(unreadable));
                imports.move(file.number(), State.CHECKING, State.UNREADABLE);
            });
        }
    }

    private void carryOut(GroupImport file, BooleanSupplier wanted) {
        boolean more = true;
        for (int i = 0; more && i < ROWS_AT_ONCE; i++) {
            more = rowImport.next(file);
        }
        if (wanted.getAsBoolean() && !more && rows.left(file.number()) == 0 && filesDone(file, wanted)) {
            imports.move(file.number(), file.state(), file.state() == State.IMPORTING ? State.IMPORTED : State.SUBMITTED);
        }
    }

    private boolean filesDone(GroupImport file, BooleanSupplier wanted) {
        try {
            return file.state() != State.IMPORTING || fileImport.run(file, wanted);
        } catch (Refusal unreadable) {
            imports.notes(file.number(), notes.of(unreadable));
            files.forgetPlan(file.number());
            return true;
        }
    }

    private void cancelled(GroupImport file) {
        transactions.executeWithoutResult(status -> {
            rows.forgetPlan(file.number());
            files.forgetPlan(file.number());
            imports.move(file.number(), file.state(), State.CANCELLED);
        });
    }

    @Override
    public void stop() {
        run.stopping().countDown();
        try {
            for (Thread worker : run.workers()) {
                worker.join(FAREWELL_MILLIS);
            }
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
        run = null;
    }

    @Override
    public boolean isRunning() {
        return run != null;
    }
}
