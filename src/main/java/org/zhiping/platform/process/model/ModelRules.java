package org.zhiping.platform.process.model;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * What a model may be here. The same rules hold for the models in the sources, at start-up, and for every deployment over
 * REST: a model reaches nothing but our own beans, and everything it names is there. No engine is needed to ask.
 */
public final class ModelRules {

    private final Vocabulary vocabulary;

    public ModelRules(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    /** Checks models that stand alone. Resources are {@code .bpmn}, {@code .dmn} and {@code .form} by name. */
    public List<ModelProblem> check(Map<String, byte[]> resources) {
        return check(resources, Map.of());
    }

    /**
     * Checks models that come on top of others: what they refer to may be there already, and what is there already must
     * still fit.
     */
    public List<ModelProblem> check(Map<String, byte[]> resources, Map<String, byte[]> inForce) {
        List<ModelProblem> problems = new ArrayList<>();
        Models own = ModelReading.read(resources, problems::add);
        Models others = ModelReading.read(inForce, ignored -> { });
        Models all = own.over(others);
        own.processes().values().forEach(model -> process(model, all, problems::add));
        new HashSet<>(own.decisions().values()).forEach(model ->
                new DmnRules(model, new Findings(model.resource(), problems::add)).check());
        own.forms().values().forEach(model -> new FormRules(model, new Findings(model.resource(), problems::add))
                .check(new String(resources.get(model.resource()), StandardCharsets.UTF_8)));
        problems.addAll(newProblems(others, all, own.processes().keySet()));
        return List.copyOf(problems);
    }

    private void process(BpmnModel model, Models all, Consumer<ModelProblem> problems) {
        Findings findings = new Findings(model.resource(), problems);
        BpmnGrammar.GRAMMAR.check(model.root(), findings, new VariableRules(model, all, vocabulary, findings));
        new BpmnRules(model, findings).check();
        new ReferenceRules(model, all, vocabulary, findings).check();
    }

    /** What the new models break in those that stay. */
    private List<ModelProblem> newProblems(Models before, Models after, Collection<String> replaced) {
        List<ModelProblem> problems = new ArrayList<>();
        before.processes().forEach((id, model) -> {
            if (!replaced.contains(id)) {
                List<ModelProblem> old = new ArrayList<>();
                process(model, before, old::add);
                process(model, after, problems::add);
                problems.removeAll(old);
            }
        });
        return problems;
    }
}
