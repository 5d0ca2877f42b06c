package org.zhiping.platform.process.model;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a process refers to is there: messages, processes, decisions, forms, groups, and the answers of its forms. */
final class ReferenceRules {

    private final BpmnModel model;
    private final Models models;
    private final Vocabulary vocabulary;
    private final Findings findings;

    ReferenceRules(BpmnModel model, Models models, Vocabulary vocabulary, Findings findings) {
        this.model = model;
        this.models = models;
        this.vocabulary = vocabulary;
        this.findings = findings;
    }

    void check() {
        model.process().all("bpmn:messageEventDefinition").forEach(definition -> message(definition.parent, definition));
        model.process().all("bpmn:receiveTask").forEach(task -> message(task, task));
        model.process().all("bpmn:callActivity")
                .filter(call -> !models.processes().containsKey(call.attribute("calledElement")))
                .forEach(call -> findings.add(call, "unknown-process", call.attribute("calledElement")));
        model.process().all("bpmn:businessRuleTask")
                .filter(task -> !models.hasDecision(task.attribute("camunda:decisionRef")))
                .forEach(task -> findings.add(task, "unknown-decision", task.attribute("camunda:decisionRef")));
        model.userTasks().forEach(this::userTask);
        model.process().all("bpmn:conditionExpression").forEach(this::condition);
        model.process().all("bpmn:exclusiveGateway").filter(gateway -> !gateway.has("default")).forEach(this::gateway);
    }

    private void message(XmlNode at, XmlNode definition) {
        String name = model.message(definition.attribute("messageRef")).orElse("");
        if (!vocabulary.messages().containsKey(name)) {
            findings.add(at, "unknown-message", name);
        }
    }

    private void userTask(XmlNode task) {
        if (task.has("camunda:candidateGroups")) {
            Stream.of(task.attribute("camunda:candidateGroups").split(",", -1)).map(String::strip)
                    .filter(group -> !vocabulary.groups().contains(group))
                    .forEach(group -> findings.add(task, "unknown-group", group));
        }
        Optional<String> outcome = BpmnModel.outcome(task);
        if (task.has("camunda:formRef")) {
            FormModel form = models.forms().get(task.attribute("camunda:formRef"));
            if (form == null) {
                findings.add(task, "unknown-form", task.attribute("camunda:formRef"));
            } else if (outcome.isPresent() && !form.choices().containsKey(outcome.get())) {
                findings.add(task, "outcome-not-in-form", outcome.get());
            }
        } else if (outcome.isPresent()) {
            findings.add(task, "outcome-not-in-form", outcome.get());
        }
    }

    /** A condition asks for an answer that the form can give. */
    private void condition(XmlNode condition) {
        comparisons(condition).forEach(comparison -> answers(comparison.variable())
                .filter(answers -> !answers.contains(comparison.literal()))
                .ifPresent(answers -> findings.add(condition, "unknown-answer", comparison.variable(), comparison.literal())));
    }

    /** Every answer of the form has a way out of the gateway that asks for it. */
    private void gateway(XmlNode gateway) {
        List<Expression.Comparison> ways = model.outgoing(gateway).flatMap(flow -> flow.children("bpmn:conditionExpression"))
                .flatMap(this::comparisons).toList();
        Set<String> asked = ways.stream().map(Expression.Comparison::variable).collect(Collectors.toSet());
        if (asked.size() != 1 || ways.stream().anyMatch(way -> !way.equal())) {
            return;
        }
        Set<String> known = ways.stream().map(Expression.Comparison::literal).collect(Collectors.toSet());
        answers(asked.iterator().next()).stream().flatMap(Set::stream).filter(answer -> !known.contains(answer))
                .forEach(answer -> findings.add(gateway, "answer-without-way", asked.iterator().next(), answer));
    }

    private Stream<Expression.Comparison> comparisons(XmlNode condition) {
        return Expression.parse(condition.text()).stream().flatMap(expression -> expression.comparisons().stream());
    }

    /** The values that the form deciding this variable offers; empty when no form does. */
    private Optional<Set<String>> answers(String variable) {
        return model.userTasks().filter(task -> BpmnModel.outcome(task).filter(variable::equals).isPresent())
                .map(task -> models.forms().get(task.attribute("camunda:formRef"))).filter(Objects::nonNull)
                .map(form -> form.choices().get(variable)).filter(Objects::nonNull).findFirst();
    }
}
