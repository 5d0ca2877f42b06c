package org.zhiping.benchmark.probe;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutorContext;

/** What was sent to the database, by the action that it was sent for. */
final class Tallies {


    /** A job says what it is only after it was read. */
    private static final class RunningJob {
        final Tally tally = new Tally();
        String definition = "unknown";
    }

    private final ThreadLocal<String> action = new ThreadLocal<>();
    private final ThreadLocal<RunningJob> job = new ThreadLocal<>();
    private final Map<String, Tally> tallies = new ConcurrentHashMap<>();

    /** What this thread does from now on; null at the end of a request. */
    void enter(String name) {
        action.set(name);
    }

    /** Whether this thread serves a request or runs a job already. */
    boolean busy() {
        return action.get() != null || job.get() != null;
    }

    void enterJob() {
        job.set(new RunningJob());
    }

    void leaveJob(long cpuNanos) {
        RunningJob done = job.get();
        job.remove();
        Tally tally = of("job " + done.definition);
        tally.add(done.tally);
        tally.request(cpuNanos);
    }

    Tally current() {
        RunningJob running = job.get();
        if (running == null) {
            return of(action.get() == null ? background() : action.get());
        }
        JobExecutorContext context = Context.getJobExecutorContext();
        if (context != null && context.getCurrentJob() != null) {
            running.definition = context.getCurrentJob().getJobDefinitionId();
        }
        return running.tally;
    }

    /** Neither request nor job: a thread that looks out for jobs, or does something at its own times such as sending mails. */
    private static String background() {
        return Thread.currentThread().getName().contains("JobExecutor") ? "job acquisition" : "job mails and other timed work";
    }

    Tally of(String name) {
        return tallies.computeIfAbsent(name, first -> new Tally());
    }

    void reset() {
        tallies.clear();
    }

    Map<String, Object> figures() {
        Map<String, Object> figures = new TreeMap<>();
        tallies.forEach((name, tally) -> figures.put(name, tally.figures()));
        return figures;
    }
}
