package org.zhiping.platform.process.model;

import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.zhiping.platform.Texts;

/** Problems of models in the words of the person who deploys, or of who reads the log. */
@Component
class ModelProblems {

    private final Texts texts;

    ModelProblems(Texts texts) {
        this.texts = texts;
    }

    String text(ModelProblem problem) {
        return texts.of("model." + problem.code(), problem.args().toArray());
    }

    String list(List<ModelProblem> problems) {
        return texts.of("model.refused", problems.stream().map(this::line).collect(Collectors.joining("\n")));
    }

    private String line(ModelProblem problem) {
        String line = problem.line() > 0 ? texts.of("model.at", String.valueOf(problem.line())) : "";
        String element = problem.element().isEmpty() ? "" : texts.of("model.in", problem.element());
        return texts.of("model.line", problem.resource(), line, element, text(problem));
    }
}
