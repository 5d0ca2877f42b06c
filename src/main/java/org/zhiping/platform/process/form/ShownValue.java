package org.zhiping.platform.process.form;

import java.util.Map;
import org.camunda.feel.api.EvaluationResult;
import org.camunda.feel.api.FeelEngineApi;
import org.camunda.feel.api.FeelEngineBuilder;
import org.camunda.feel.api.ParseResult;
import org.camunda.feel.syntaxtree.ParsedExpression;

/** A FEEL expression over what a form shows; nothing that a person submits is seen by it. */
record ShownValue(ParsedExpression expression) {

    private static final FeelEngineApi FEEL = FeelEngineBuilder.forJava().withEnabledExternalFunctions(false).build();

    static ShownValue of(Component component, String text) {
        ParseResult parsed = FEEL.parseExpression(text.startsWith("=") ? text.substring(1) : text);
        if (parsed.isFailure()) {
            throw component.notUnderstood("expression " + text);
        }
        return new ShownValue(parsed.parsedExpression());
    }

    /** Null where it finds nothing. */
    Object in(Map<String, Object> shown) {
        EvaluationResult result = FEEL.evaluate(expression, shown);
        return result.isSuccess() ? result.result() : null;
    }
}
