package org.zhiping.platform.process.model;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A process as read from its file. */
record BpmnModel(String resource, XmlNode root, XmlNode process) {

    private static final Set<String> FLOW_NODES = Set.of("bpmn:startEvent", "bpmn:endEvent", "bpmn:intermediateCatchEvent",
            "bpmn:intermediateThrowEvent", "bpmn:boundaryEvent", "bpmn:serviceTask", "bpmn:userTask", "bpmn:receiveTask",
            "bpmn:businessRuleTask", "bpmn:callActivity", "bpmn:subProcess", "bpmn:exclusiveGateway", "bpmn:inclusiveGateway", "bpmn:parallelGateway",
            "bpmn:eventBasedGateway");

    String id() {
        return process.id();
    }

    Stream<XmlNode> flowNodes() {
        return process.all().filter(node -> FLOW_NODES.contains(node.name));
    }

    Stream<XmlNode> userTasks() {
        return process.all("bpmn:userTask");
    }

    /** Every place where a process waits for somebody: tasks of people, and messages that nothing else limits. */
    Stream<XmlNode> waits() {
        return Stream.of(userTasks(), process.all("bpmn:receiveTask"),
                process.all("bpmn:intermediateCatchEvent").filter(event -> event.child("bpmn:messageEventDefinition").isPresent())
                        .filter(event -> !afterEventGateway(event))).flatMap(waits -> waits);
    }

    private boolean afterEventGateway(XmlNode event) {
        return process.all("bpmn:sequenceFlow").filter(flow -> flow.attribute("targetRef").equals(event.id()))
                .anyMatch(flow -> process.all("bpmn:eventBasedGateway").anyMatch(gateway -> gateway.id().equals(flow.attribute("sourceRef"))));
    }

    /** True when a timer calls attention to it before it has waited for ever. */
    boolean timed(XmlNode wait) {
        boolean listener = wait.all("camunda:taskListener").anyMatch(each -> each.attribute("event").equals("timeout"));
        return listener || !wait.name.equals("bpmn:userTask") && process.all("bpmn:boundaryEvent")
                .filter(event -> event.attribute("attachedToRef").equals(wait.id()))
                .anyMatch(event -> event.child("bpmn:timerEventDefinition").isPresent());
    }

    Stream<XmlNode> outgoing(XmlNode node) {
        return process.all("bpmn:sequenceFlow").filter(flow -> flow.attribute("sourceRef").equals(node.id()));
    }

    /** The messages that start this process from outside. */
    List<String> startMessages() {
        return process.children("bpmn:startEvent")
                .flatMap(start -> start.children("bpmn:messageEventDefinition"))
                .flatMap(definition -> message(definition.attribute("messageRef")).stream()).toList();
    }

    Optional<String> message(String id) {
        return root.children("bpmn:message").filter(message -> message.id().equals(id))
                .map(message -> message.attribute("name")).findFirst();
    }

    /** What this process hands to the one it calls there. */
    static Set<String> handedOver(XmlNode callActivity) {
        return callActivity.children("bpmn:extensionElements").flatMap(extensions -> extensions.children("camunda:in"))
                .filter(in -> in.has("target")).map(in -> in.attribute("target")).collect(Collectors.toSet());
    }

    /** The variable that this user task's form decides, as its extension property {@code outcome} says. */
    static Optional<String> outcome(XmlNode userTask) {
        return userTask.all("camunda:property").filter(property -> property.attribute("name").equals("outcome"))
                .map(property -> property.attribute("value")).findFirst();
    }

    static Optional<XmlNode> loop(XmlNode activity) {
        return activity.child("bpmn:multiInstanceLoopCharacteristics");
    }
}
