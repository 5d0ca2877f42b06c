package org.zhiping.platform.process.model;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A process as read from its file. */
record BpmnModel(String resource, XmlNode root, XmlNode process) {

    private static final Set<String> FLOW_NODES = Set.of("bpmn:startEvent", "bpmn:endEvent", "bpmn:intermediateCatchEvent",
            "bpmn:intermediateThrowEvent", "bpmn:boundaryEvent", "bpmn:serviceTask", "bpmn:userTask", "bpmn:businessRuleTask",
            "bpmn:callActivity", "bpmn:subProcess", "bpmn:exclusiveGateway", "bpmn:inclusiveGateway", "bpmn:parallelGateway",
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
