package org.zhiping.platform.process.model;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Every expression of a process: its form, the bean it calls, the variables it reads and writes. */
final class VariableRules implements Grammar.Texts {

    /** Names that the engine gives a meaning; a variable of that name would hide it. */
    private static final Set<String> ENGINE_NAMES =
            Set.of("execution", "task", "caseExecution", "externalTask", "authenticatedUserId");

    private final Vocabulary vocabulary;
    private final Findings findings;
    private final Set<String> declared;

    VariableRules(BpmnModel model, Models models, Vocabulary vocabulary, Findings findings) {
        this.vocabulary = vocabulary;
        this.findings = findings;
        this.declared = declared(model, models, vocabulary);
    }

    /** Variables of the whole process; those of one activity are added where it is looked at. */
    private static Set<String> declared(BpmnModel model, Models models, Vocabulary vocabulary) {
        Set<String> declared = new HashSet<>();
        List<String> messages = model.startMessages();
        messages.forEach(message -> declared.addAll(vocabulary.messages().getOrDefault(message, Set.of())));
        models.handedTo(model.id()).ifPresentOrElse(declared::addAll, () -> {
            if (messages.isEmpty()) {
                declared.addAll(vocabulary.variables());
            }
        });
        model.process().all().map(node -> node.attribute("camunda:resultVariable")).forEach(declared::add);
        model.process().all("camunda:out").map(out -> out.attribute("target")).forEach(declared::add);
        model.userTasks().flatMap(task -> BpmnModel.outcome(task).stream()).forEach(declared::add);
        return declared;
    }

    @Override
    public void found(XmlNode at, Content content, String text) {
        switch (content) {
            case LITERAL -> literal(at, text);
            case CALL -> expression(at, text, Set.of(Expression.Kind.CALL));
            case COMPUTED -> expression(at, text, Set.of(Expression.Kind.CALL, Expression.Kind.VARIABLE));
            case CONDITION -> expression(at, text, Set.of(Expression.Kind.CONDITION, Expression.Kind.VARIABLE));
            case VALUE -> value(at, text);
            case DECISION -> decision(at, text);
            case NAME -> name(at, text);
            case VARIABLE -> reads(at, text);
            case FLAG -> oneOf(at, text, "true", "false");
            case TRUE -> oneOf(at, text, "true");
            case LATEST -> oneOf(at, text, "latest");
            case SINGLE_ENTRY -> oneOf(at, text, "singleEntry");
            default -> findings.add(at, "value-not-allowed", content, text);
        }
    }

    private void literal(XmlNode at, String text) {
        if (Expression.isIn(text)) {
            findings.add(at, "expression-in-text", text);
        }
        if (at.name.equals("camunda:property") && at.attribute("name").equals("outcome") && text.equals(at.attribute("value"))) {
            name(at, text);
        }
    }

    private void value(XmlNode at, String text) {
        if (Expression.isIn(text)) {
            expression(at, text, Set.of(Expression.Kind.CALL, Expression.Kind.VARIABLE));
        }
    }

    private void expression(XmlNode at, String text, Set<Expression.Kind> kinds) {
        Expression expression = Expression.parse(text).filter(parsed -> kinds.contains(parsed.kind())).orElse(null);
        if (expression == null) {
            findings.add(at, "expression", text);
            return;
        }
        if (expression.kind() == Expression.Kind.CALL) {
            call(at, expression);
        }
        expression.variables().forEach(variable -> reads(at, variable));
    }

    private void call(XmlNode at, Expression call) {
        if (!vocabulary.beans().has(call.bean())) {
            findings.add(at, "unknown-bean", call.bean());
        } else if (!vocabulary.beans().has(call.bean(), call.method(), call.arity())) {
            findings.add(at, "unknown-method", call.bean(), call.method(), call.arity());
        }
    }

    private void decision(XmlNode at, String text) {
        if (!DecisionReference.isValid(text)) {
            findings.add(at, "expression", text);
        } else if (DecisionReference.packBase(text) != null) {
            reads(at, "standard");
            reads(at, "edition");
        }
    }

    private void name(XmlNode at, String variable) {
        if (!Expression.isName(variable)) {
            findings.add(at, "camel-case", variable);
        } else if (ENGINE_NAMES.contains(variable) || vocabulary.beans().has(variable)) {
            findings.add(at, "reserved-name", variable);
        }
    }

    private void reads(XmlNode at, String variable) {
        if (!declared.contains(variable) && !local(at).contains(variable)) {
            findings.add(at, "undeclared-variable", variable);
        }
    }

    /** Variables that exist only in the activity around this place. */
    private static Set<String> local(XmlNode at) {
        Set<String> local = new HashSet<>();
        for (XmlNode node = at; node != null && !node.name.equals("bpmn:process"); node = node.parent) {
            BpmnModel.loop(node).ifPresent(loop -> local.add(loop.attribute("camunda:elementVariable")));
            local.addAll(node.children("bpmn:extensionElements").flatMap(extensions -> extensions.all("camunda:inputParameter"))
                    .map(input -> input.attribute("name")).collect(Collectors.toSet()));
        }
        return local;
    }

    private void oneOf(XmlNode at, String text, String... values) {
        if (!Set.of(values).contains(text)) {
            findings.add(at, "value-not-allowed", String.join(" | ", values), text);
        }
    }
}
