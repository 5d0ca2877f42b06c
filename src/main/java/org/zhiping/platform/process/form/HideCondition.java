package org.zhiping.platform.process.form;

import java.util.Map;
import org.camunda.feel.api.EvaluationResult;
import org.camunda.feel.api.FeelEngineApi;
import org.camunda.feel.api.FeelEngineBuilder;
import org.camunda.feel.api.ParseResult;
import org.camunda.feel.syntaxtree.ParsedExpression;

/** The FEEL expression of {@code conditional.hide}, judged on the server as the browser does. */
final class HideCondition {

    static final HideCondition NEVER = new HideCondition(null, false);

    private static final FeelEngineApi FEEL = FeelEngineBuilder.forJava().withEnabledExternalFunctions(false).build();

    private final ParsedExpression expression;
    private final boolean always;

    private HideCondition(ParsedExpression expression, boolean always) {
        this.expression = expression;
        this.always = always;
    }

    static HideCondition of(Component component) {
        Object hide = component.property("conditional").map(conditional -> ((Map<?, ?>) conditional).get("hide")).orElse(null);
        if (hide == null || hide instanceof Boolean) {
            return Boolean.TRUE.equals(hide) ? new HideCondition(null, true) : NEVER;
        }
        String text = hide.toString();
        ParseResult parsed = FEEL.parseExpression(text.startsWith("=") ? text.substring(1) : text);
        if (parsed.isFailure()) {
            throw component.notUnderstood("hide " + text);
        }
        return new HideCondition(parsed.parsedExpression(), false);
    }

    boolean holds(Map<String, Object> data) {
        if (expression == null) {
            return always;
        }
        EvaluationResult result = FEEL.evaluate(expression, data);
        return result.isSuccess() && Boolean.TRUE.equals(result.result());
    }
}
