package org.zhiping.platform.process.model;

import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/** Collects the problems of one resource. */
final class Findings {

    private final String resource;
    private final Consumer<ModelProblem> problems;

    Findings(String resource, Consumer<ModelProblem> problems) {
        this.resource = resource;
        this.problems = problems;
    }

    void add(XmlNode at, String code, Object... args) {
        add(at.nearestId(), at.line, code, args);
    }

    void add(String element, int line, String code, Object... args) {
        List<String> texts = Arrays.stream(args).map(String::valueOf).toList();
        problems.accept(new ModelProblem(resource, element, line, code, texts));
    }
}
