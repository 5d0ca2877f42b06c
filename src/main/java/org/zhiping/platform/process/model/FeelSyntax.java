package org.zhiping.platform.process.model;

import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.camunda.feel.api.FeelEngineApi;
import org.camunda.feel.api.FeelEngineBuilder;
import org.camunda.feel.api.ParseResult;

/** FEEL as the engine reads it: a slip in a table or a form is told when it is deployed, not when a case meets it. */
final class FeelSyntax {

    private static final FeelEngineApi ENGINE = FeelEngineBuilder.forJava().withEnabledExternalFunctions(false).build();
    private static final Pattern JAVA_FUNCTION = Pattern.compile("\\bexternal\\b\\s*\\{");

    private FeelSyntax() {
    }

    static Optional<String> problemOf(String expression) {
        return problem(expression, ENGINE::parseExpression);
    }

    static Optional<String> problemOfTests(String tests) {
        return problem(tests, ENGINE::parseUnaryTests);
    }

    private static Optional<String> problem(String text, Function<String, ParseResult> parser) {
        ParseResult result;
        try {
            result = parser.apply(text);
        } catch (StackOverflowError deep) {
            return Optional.of("nested too deeply or too long");
        }
        if (result.isFailure()) {
            return Optional.of(result.failure().message());
        }
        return JAVA_FUNCTION.matcher(text).find() ? Optional.of("external function") : Optional.empty();
    }
}
