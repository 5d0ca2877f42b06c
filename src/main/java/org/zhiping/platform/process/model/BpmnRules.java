package org.zhiping.platform.process.model;

import java.util.Set;
import java.util.regex.Pattern;

/** What a process must have, looked at alone: ids, names, bindings, history, waiting points. */
final class BpmnRules {

    private static final Pattern KEBAB = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");
    private static final Pattern GENERATED = Pattern.compile("[A-Z][A-Za-z]*_[A-Za-z0-9_]+|.*-[0-9a-f]{8}-[0-9a-f]{4}-.*");
    private static final Pattern DAYS = Pattern.compile("P?[1-9]\\d*D?");
    private static final Pattern RETRIES = Pattern.compile("R[1-9]\\d*/P[0-9TDHMS]+|P[0-9TDHMS,P]+");
    private static final Set<String> TASK_EVENTS = Set.of("create", "assignment", "complete", "update", "delete", "timeout");
    private static final Set<String> EXECUTION_EVENTS = Set.of("start", "end", "take");

    private final BpmnModel model;
    private final Findings findings;

    BpmnRules(BpmnModel model, Findings findings) {
        this.model = model;
        this.findings = findings;
    }

    void check() {
        process();
        model.flowNodes().forEach(this::flowNode);
        model.root().children("bpmn:message").forEach(this::message);
        model.process().all("bpmn:serviceTask").forEach(task -> require(task, "camunda:expression"));
        model.process().all("bpmn:businessRuleTask").forEach(this::decision);
        model.process().all("bpmn:callActivity").forEach(this::call);
        model.userTasks().forEach(this::userTask);
        model.process().all("bpmn:receiveTask").forEach(task -> require(task, "messageRef"));
        model.waits().filter(wait -> !model.timed(wait)).forEach(wait -> findings.add(wait, "no-reminder"));
        model.process().all("bpmn:multiInstanceLoopCharacteristics").forEach(loop -> {
            require(loop, "camunda:collection");
            require(loop, "camunda:elementVariable");
        });
        model.process().all("bpmn:exclusiveGateway").forEach(this::gateway);
        model.flowNodes().filter(node -> !node.name.endsWith("clusiveGateway")).flatMap(model::outgoing)
                .filter(flow -> flow.child("bpmn:conditionExpression").isPresent())
                .forEach(flow -> findings.add(flow, "condition-outside-gateway"));
        model.process().all("camunda:taskListener").forEach(listener -> listener(listener, TASK_EVENTS));
        model.process().all("camunda:executionListener").forEach(listener -> listener(listener, EXECUTION_EVENTS));
        model.process().all("camunda:failedJobRetryTimeCycle").filter(retries -> !RETRIES.matcher(retries.text()).matches())
                .forEach(retries -> findings.add(retries, "retries", retries.text()));
    }

    static boolean isKebab(String id) {
        return KEBAB.matcher(id).matches();
    }

    private void process() {
        XmlNode process = model.process();
        id(process);
        named(process);
        require(process, "isExecutable");
        if (!model.id().equals(ModelFile.baseName(model.resource()))) {
            findings.add(process, "file-name", model.id());
        }
        if (!DAYS.matcher(process.attribute("camunda:historyTimeToLive")).matches()) {
            findings.add(process, "history-time-to-live");
        }
        process.children("bpmn:startEvent").filter(start -> !start.attribute("camunda:asyncAfter").equals("true"))
                .forEach(start -> findings.add(start, "async-after-start"));
    }

    private void flowNode(XmlNode node) {
        id(node);
        named(node);
        boolean timed = node.all("bpmn:timerEventDefinition").findAny().isPresent() && !node.name.equals("bpmn:subProcess");
        if (runsAsJob(node) || timed && node.name.endsWith("Event")) {
            retries(node);
        }
        BpmnModel.loop(node).filter(BpmnRules::runsAsJob).ifPresent(this::retries);
        if (node.name.equals("bpmn:serviceTask")) {
            BpmnModel.loop(node).filter(loop -> !loop.attribute("camunda:asyncBefore").equals("true"))
                    .ifPresent(loop -> findings.add(loop, "async-before-each"));
        }
    }

    private void id(XmlNode node) {
        if (GENERATED.matcher(node.id()).matches()) {
            findings.add(node, "generated-id", node.id());
        } else if (!isKebab(node.id())) {
            findings.add(node, "kebab-case", node.id());
        }
    }

    private void named(XmlNode node) {
        if (node.attribute("name").isBlank()) {
            findings.add(node, "unnamed");
        }
    }

    private void message(XmlNode message) {
        id(message);
        if (!isKebab(message.attribute("name"))) {
            findings.add(message, "kebab-case", message.attribute("name"));
        }
    }

    private void decision(XmlNode task) {
        require(task, "camunda:decisionRef");
        require(task, "camunda:decisionRefBinding");
        require(task, "camunda:mapDecisionResult");
        require(task, "camunda:resultVariable");
    }

    private void call(XmlNode task) {
        require(task, "calledElement");
        require(task, "camunda:calledElementBinding");
        if (task.all("camunda:in").noneMatch(in -> in.has("businessKey"))) {
            findings.add(task, "business-key");
        }
    }

    private void userTask(XmlNode task) {
        require(task, "camunda:dueDate");
        if (task.has("camunda:formRef")) {
            if (!task.attribute("camunda:formRef").equals(task.id())) {
                findings.add(task, "form-ref", task.attribute("camunda:formRef"));
            }
            require(task, "camunda:formRefBinding");
        } else if (task.has("camunda:candidateGroups")) {
            findings.add(task, "missing-attribute", "camunda:formRef");
        }
        if (task.has("camunda:candidateGroups") == task.has("camunda:assignee")) {
            findings.add(task, "group-or-assignee");
        }
        XmlNode waiting = BpmnModel.loop(task).orElse(task);
        if (!waiting.attribute("camunda:asyncAfter").equals("true")) {
            findings.add(task, waiting == task ? "async-after-task" : "async-after-each");
        }
        if (waiting != task && task.attribute("camunda:asyncAfter").equals("true")) {
            findings.add(task, "async-after-each");
        }
    }

    /** Where a gateway decides, every way out has a label and a condition, except the default one. */
    private void gateway(XmlNode gateway) {
        if (model.outgoing(gateway).count() < 2) {
            return;
        }
        model.outgoing(gateway).forEach(flow -> {
            named(flow);
            boolean isDefault = gateway.attribute("default").equals(flow.id());
            if (isDefault == flow.child("bpmn:conditionExpression").isPresent()) {
                findings.add(flow, "condition-or-default");
            }
        });
    }

    private void listener(XmlNode listener, Set<String> events) {
        require(listener, "expression");
        if (!events.contains(listener.attribute("event"))) {
            findings.add(listener, "value-not-allowed", "event", listener.attribute("event"));
        }
    }

    private void retries(XmlNode node) {
        if (node.path("bpmn:extensionElements", "camunda:failedJobRetryTimeCycle").isEmpty()) {
            findings.add(node, "no-retries");
        }
    }

    private void require(XmlNode node, String attribute) {
        if (node.attribute(attribute).isBlank()) {
            findings.add(node, "missing-attribute", attribute);
        }
    }

    private static boolean runsAsJob(XmlNode node) {
        return node.attribute("camunda:asyncBefore").equals("true") || node.attribute("camunda:asyncAfter").equals("true");
    }
}
