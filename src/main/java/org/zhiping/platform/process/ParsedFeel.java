package org.zhiping.platform.process;

import camundajar.impl.scala.util.Either;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.dmn.feel.impl.FeelEngine;
import org.camunda.bpm.dmn.feel.impl.FeelEngineFactory;
import org.camunda.bpm.dmn.feel.impl.scala.ScalaFeelEngine;
import org.camunda.bpm.dmn.feel.impl.scala.function.CustomFunctionTransformer;
import org.camunda.feel.syntaxtree.ParsedExpression;
import org.camunda.feel.valuemapper.ValueMapper;

/** Camunda's FEEL as it is, but for this: it parses every cell of a table again with each question, and here once. */
public final class ParsedFeel implements FeelEngineFactory {

    private static final int MOST_TEXTS = 10_000;

    /** Decision tables on this FEEL. */
    public static DefaultDmnEngineConfiguration decisions() {
        DefaultDmnEngineConfiguration configuration =
                (DefaultDmnEngineConfiguration) DmnEngineConfiguration.createDefaultDmnEngineConfiguration();
        configuration.setFeelEngineFactory(new ParsedFeel());
        return configuration;
    }

    @Override
    public FeelEngine createInstance() {
        return new ScalaFeelEngine(null) {
            @Override
            protected org.camunda.feel.FeelEngine buildFeelEngine(CustomFunctionTransformer functions,
                                                                  ValueMapper.CompositeValueMapper values) {
                return new OnceParsed(super.buildFeelEngine(functions, values));
            }
        };
    }

    static final class OnceParsed extends org.camunda.feel.FeelEngine {

        private final Cache<String, Either<Failure, ParsedExpression>> expressions = Caffeine.newBuilder().maximumSize(MOST_TEXTS).build();
        private final Cache<String, Either<Failure, ParsedExpression>> tests = Caffeine.newBuilder().maximumSize(MOST_TEXTS).build();

        OnceParsed(org.camunda.feel.FeelEngine built) {
            super(built.functionProvider(), built.valueMapper(), built.configuration(), built.clock());
        }

        @Override
        public Either<Failure, ParsedExpression> parseExpression(String text) {
            return expressions.get(text, super::parseExpression);
        }

        @Override
        public Either<Failure, ParsedExpression> parseUnaryTests(String text) {
            return tests.get(text, super::parseUnaryTests);
        }
    }
}
