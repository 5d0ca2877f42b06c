package org.zhiping.platform.database;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Sees an act through on a thread of its own. A stop during the start interrupts the starting thread where it waits without
 * end, and would break off the start or stop of a server half way.
 */
final class Unbroken {

    private Unbroken() {
    }

    static <T> T act(Callable<T> act) {
        FutureTask<T> task = new FutureTask<>(act);
        new Thread(task, "postgres").start();
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return task.get(1, TimeUnit.SECONDS);
                } catch (InterruptedException broken) {
                    interrupted = true;
                } catch (TimeoutException notYet) {
                    continue;
                }
            }
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(failed.getCause());
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
