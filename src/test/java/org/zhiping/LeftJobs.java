package org.zhiping;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.TestExecutionListener;

/**
 * Puts aside the jobs that an earlier class has left in a product it shares with the next one. That class may have done by hand what
 * its process was still to do, and then such a job fails for whoever runs it; which class that is depends on what ran beside it.
 */
class LeftJobs implements TestExecutionListener {

    @Override
    public void beforeTestClass(TestContext test) {
        if (test.hasApplicationContext()) {
            test.getApplicationContext().getBean(JdbcClient.class)
                    .sql("update act_ru_job set retries_ = 0 where type_ = 'message' and retries_ > 0").update();
        }
    }
}
