package org.zhiping.benchmark.probe;

import java.sql.SQLException;
import java.util.List;
import net.ttddyy.dsproxy.ExecutionInfo;
import net.ttddyy.dsproxy.QueryInfo;
import net.ttddyy.dsproxy.listener.MethodExecutionContext;
import net.ttddyy.dsproxy.listener.MethodExecutionListener;
import net.ttddyy.dsproxy.listener.QueryExecutionListener;

/** An execution is one call of the driver; a batch is one execution of as many statements as it has rows. */
final class StatementCount implements QueryExecutionListener, MethodExecutionListener {

    private final Tallies tallies;

    StatementCount(Tallies tallies) {
        this.tallies = tallies;
    }

    @Override
    public void beforeQuery(ExecutionInfo execution, List<QueryInfo> queries) {
        // counted afterwards, when the job is known that may have been read just now
    }

    @Override
    public void afterQuery(ExecutionInfo execution, List<QueryInfo> queries) {
        Tally tally = tallies.current();
        tally.execution(queries.get(0).getQuery(), execution.isBatch() ? execution.getBatchSize() : 1);
        if (autoCommit(execution)) {
            tally.transaction();
        }
    }

    private static boolean autoCommit(ExecutionInfo execution) {
        try {
            return execution.getStatement().getConnection().getAutoCommit();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void beforeMethod(MethodExecutionContext call) {
        // counted afterwards
    }

    @Override
    public void afterMethod(MethodExecutionContext call) {
        if (call.getMethod().getName().equals("commit")) {
            tallies.current().transaction();
        }
    }
}
