package org.zhiping.platform.process.engine;

import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;
import org.springframework.stereotype.Component;

/**
 * When the product stops, no job is taken up any more, running ones finish, and those that were taken up but not begun are
 * given back: the next start does not wait until their locks expire. What a killed run held is given back at the start, where
 * the database is our own and nobody else can be at work on it.
 */
@Component
@ConditionalOnProperty(name = "camunda.bpm.job-execution.enabled", matchIfMissing = true)
class JobsAtStop implements SmartLifecycle, DisposableBean {

    private final JobExecutor jobs;
    private final ThreadPoolTaskExecutor threads;
    private final JdbcClient jdbc;
    private final boolean alone;
    private boolean running;

    JobsAtStop(JobExecutor jobs, @Qualifier("camundaTaskExecutor") ThreadPoolTaskExecutor threads, JdbcClient jdbc,
               @Value("${spring.datasource.url:}") String database) {
        this.jobs = jobs;
        this.threads = threads;
        this.jdbc = jdbc;
        this.alone = database.isEmpty();
    }

    @Override
    public void start() {
        running = true;
        if (alone) {
            jdbc.sql("update act_ru_job set rev_ = rev_ + 1, lock_owner_ = null, lock_exp_time_ = null where lock_owner_ is not null")
                    .update();
        }
    }

    /** Comes before the threads, which this bean depends on, are told to finish what they run. */
    @Override
    public void stop() {
        running = false;
        jobs.shutdown();
        threads.getThreadPoolExecutor().getQueue().clear();
    }

    /** The raised revision stops a thread that would not end from saving what another run does again. */
    @Override
    public void destroy() {
        jdbc.sql("update act_ru_job set rev_ = rev_ + 1, lock_owner_ = null, lock_exp_time_ = null where lock_owner_ = :owner")
                .param("owner", jobs.getLockOwner()).update();
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
