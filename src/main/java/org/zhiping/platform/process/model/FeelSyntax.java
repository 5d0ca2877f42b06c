package org.zhiping.platform.process.model;

import camundajar.impl.scala.Product;
import camundajar.impl.scala.collection.Iterable;
import camundajar.impl.scala.collection.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.camunda.feel.api.FeelEngineApi;
import org.camunda.feel.api.FeelEngineBuilder;
import org.camunda.feel.api.ParseResult;
import org.camunda.feel.syntaxtree.FunctionInvocation;
import org.camunda.feel.syntaxtree.QualifiedFunctionInvocation;

/** FEEL as the engine reads it: a slip in a table or a form is told when it is deployed, not when a case meets it. */
final class FeelSyntax {

    private static final FeelEngineApi ENGINE = FeelEngineBuilder.forJava().withEnabledExternalFunctions(false).build();
    private static final Pattern JAVA_FUNCTION = Pattern.compile("\\bexternal\\b\\s*\\{");
    /** Nothing stops an expression that does not end: what goes round is not taken, and regular expressions do. */
    private static final Map<String, String> ENDLESS = Map.of("For", "for", "SomeItem", "some", "EveryItem", "every",
            "IterationContext", "..", "FunctionDefinition", "function");
    private static final Set<String> REGULAR = Set.of("matches", "replace", "split", "extract");

    private FeelSyntax() {
    }

    static Optional<String> problemOf(String expression) {
        return problem(expression, ENGINE::parseExpression);
    }

    static Optional<String> problemOfTests(String tests) {
        return problem(tests, ENGINE::parseUnaryTests);
    }

    /** What in it may take longer than anybody waits. */
    static Optional<String> costlyIn(String expression) {
        return costly(expression, ENGINE::parseExpression);
    }

    static Optional<String> costlyInTests(String tests) {
        return costly(tests, ENGINE::parseUnaryTests);
    }

    private static Optional<String> costly(String text, Function<String, ParseResult> parser) {
        ParseResult result = parser.apply(text);
        return result.isFailure() ? Optional.empty() : costly(result.parsedExpression().expression());
    }

    private static Optional<String> costly(Object part) {
        Optional<String> here = part instanceof FunctionInvocation call ? costlyCall(call.function())
                : part instanceof QualifiedFunctionInvocation call ? costlyCall(call.function())
                : part instanceof Product node ? Optional.ofNullable(ENDLESS.get(node.productPrefix())) : Optional.empty();
        Iterator<?> parts = part instanceof Iterable<?> many ? many.iterator()
                : part instanceof Product node ? node.productIterator() : null;
        while (here.isEmpty() && parts != null && parts.hasNext()) {
            here = costly(parts.next());
        }
        return here;
    }

    private static Optional<String> costlyCall(String function) {
        return Optional.of(function).filter(REGULAR::contains);
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
