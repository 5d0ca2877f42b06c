package org.zhiping.platform.process.engine;

import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.delegate.BaseDelegateExecution;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.impl.el.Expression;
import org.camunda.bpm.engine.impl.el.JuelExpression;
import org.camunda.bpm.engine.spring.SpringExpressionManager;
import org.springframework.context.ApplicationContext;
import org.zhiping.platform.Refusal;

/**
 * Expressions of models have been read when they were deployed, and run within a case. One that runs without a case came with a query, and
 * queries come from anybody who may list tasks: the engine refuses expressions in them, but for those in their {@code orQueries}. The
 * engine's language reaches every Java class, so nothing runs here but what the lists in Tasklist say.
 */
class ProcessExpressions extends SpringExpressionManager {

    /** See {@link TasklistFilters}. */
    private static final Set<String> OF_LISTS = Set.of("${currentUser()}", "${currentUserGroups()}", "${now()}");

    ProcessExpressions(ApplicationContext context, Map<Object, Object> beans) {
        super(context, beans);
    }

    @Override
    public Expression createExpression(String text) {
        return new JuelExpression(createValueExpression(text), this, text) {
            @Override
            public Object getValue(VariableScope scope, BaseDelegateExecution execution) {
                if (scope == null && !isLiteralText() && !OF_LISTS.contains(text)) {
                    throw Refusal.forbidden("never");
                }
                return super.getValue(scope, execution);
            }
        };
    }
}
