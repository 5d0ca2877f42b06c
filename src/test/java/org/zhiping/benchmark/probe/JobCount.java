package org.zhiping.benchmark.probe;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cmd.ExecuteJobsCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;

/** Counts a job of the engine from before its transaction to after, under the definition that it is found to have. */
final class JobCount extends AbstractProcessEnginePlugin {

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final Tallies tallies;

    JobCount(Tallies tallies) {
        this.tallies = tallies;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        List<CommandInterceptor> first = new ArrayList<>(List.of(new Jobs()));
        if (engine.getCustomPreCommandInterceptorsTxRequired() != null) {
            first.addAll(engine.getCustomPreCommandInterceptorsTxRequired());
        }
        engine.setCustomPreCommandInterceptorsTxRequired(first);
    }

    private final class Jobs extends CommandInterceptor {

        @Override
        public <T> T execute(Command<T> command) {
            if (!(command instanceof ExecuteJobsCmd) || tallies.busy()) {
                return next.execute(command);
            }
            long before = THREADS.getCurrentThreadCpuTime();
            tallies.enterJob();
            try {
                return next.execute(command);
            } finally {
                tallies.leaveJob(THREADS.getCurrentThreadCpuTime() - before);
            }
        }
    }
}
