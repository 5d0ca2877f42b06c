package org.zhiping.platform.process.model;

/** The part of BPMN and of the engine's extensions that a process may use; it draws anything, and runs little. */
final class BpmnGrammar {

    static final Grammar GRAMMAR = Grammar.of("""
            $async      | camunda:asyncBefore=flag camunda:asyncAfter=flag camunda:exclusive=true
            $inside     | bpmn:documentation bpmn:extensionElements
            $node       | bpmn:documentation bpmn:extensionElements bpmn:incoming bpmn:outgoing
            $events     | bpmn:startEvent bpmn:endEvent bpmn:intermediateCatchEvent bpmn:intermediateThrowEvent bpmn:boundaryEvent
            $activities | bpmn:serviceTask bpmn:userTask bpmn:receiveTask bpmn:businessRuleTask bpmn:callActivity bpmn:subProcess
            $gateways   | bpmn:exclusiveGateway bpmn:inclusiveGateway bpmn:parallelGateway bpmn:eventBasedGateway
            $flow       | bpmn:sequenceFlow bpmn:textAnnotation bpmn:association bpmn:group

            bpmn:definitions  | id name targetNamespace exporter exporterVersion modeler:executionPlatform modeler:executionPlatformVersion | bpmn:process bpmn:message bpmn:collaboration bpmn:category bpmndi:BPMNDiagram
            bpmn:process      | id name isExecutable=true camunda:historyTimeToLive camunda:versionTag camunda:isStartableInTasklist=flag | $inside bpmn:laneSet $events $activities $gateways $flow
            bpmn:message      | id name
            bpmn:collaboration | id name | $inside bpmn:participant bpmn:textAnnotation bpmn:association bpmn:group
            bpmn:participant  | id name processRef | $inside
            bpmn:laneSet      | id name | bpmn:lane
            bpmn:lane         | id name | $inside bpmn:flowNodeRef
            bpmn:flowNodeRef  | | | literal
            bpmn:category     | id name | bpmn:categoryValue
            bpmn:categoryValue | id value
            bpmn:textAnnotation | id textFormat | bpmn:text
            bpmn:text         | | | literal
            bpmn:association  | id associationDirection sourceRef targetRef
            bpmn:group        | id categoryValueRef
            bpmn:documentation | id textFormat | | literal

            bpmn:startEvent   | id name isInterrupting=flag $async | $node bpmn:messageEventDefinition bpmn:timerEventDefinition
            bpmn:endEvent     | id name $async | $node bpmn:terminateEventDefinition
            bpmn:intermediateCatchEvent | id name $async | $node bpmn:messageEventDefinition bpmn:timerEventDefinition
            bpmn:intermediateThrowEvent | id name $async | $node
            bpmn:boundaryEvent | id name attachedToRef cancelActivity=flag $async | $node bpmn:messageEventDefinition bpmn:timerEventDefinition
            bpmn:messageEventDefinition | id messageRef
            bpmn:terminateEventDefinition | id
            bpmn:timerEventDefinition | id | bpmn:timeDate bpmn:timeDuration bpmn:timeCycle
            bpmn:timeDate     | id xsi:type | | value
            bpmn:timeDuration | id xsi:type | | value
            bpmn:timeCycle    | id xsi:type | | value

            bpmn:serviceTask  | id name camunda:expression=call camunda:resultVariable=name $async | $node bpmn:multiInstanceLoopCharacteristics
            bpmn:userTask     | id name camunda:formRef camunda:formRefBinding=latest camunda:assignee=computed camunda:candidateGroups camunda:dueDate=value camunda:followUpDate=value camunda:priority $async | $node bpmn:multiInstanceLoopCharacteristics
            bpmn:receiveTask  | id name messageRef $async | $node
            bpmn:businessRuleTask | id name camunda:decisionRef=decision camunda:decisionRefBinding=latest camunda:mapDecisionResult=single-entry camunda:resultVariable=name $async | $node
            bpmn:callActivity | id name calledElement camunda:calledElementBinding=latest $async | $node bpmn:multiInstanceLoopCharacteristics
            bpmn:subProcess   | id name triggeredByEvent=flag $async | $node bpmn:multiInstanceLoopCharacteristics $events $activities $gateways $flow
            bpmn:multiInstanceLoopCharacteristics | id isSequential=flag camunda:collection=computed camunda:elementVariable=name $async | bpmn:extensionElements
            bpmn:exclusiveGateway | id name default gatewayDirection $async | $node
            bpmn:inclusiveGateway | id name default gatewayDirection $async | $node
            bpmn:parallelGateway | id name gatewayDirection $async | $node
            bpmn:eventBasedGateway | id name gatewayDirection eventGatewayType instantiate $async | $node
            bpmn:sequenceFlow | id name sourceRef targetRef | $inside bpmn:conditionExpression
            bpmn:conditionExpression | id xsi:type | | condition
            bpmn:incoming     | | | literal
            bpmn:outgoing     | | | literal

            bpmn:extensionElements | | camunda:inputOutput camunda:properties camunda:in camunda:out camunda:failedJobRetryTimeCycle camunda:taskListener camunda:executionListener
            camunda:inputOutput | | camunda:inputParameter
            camunda:inputParameter | name=name | | value
            camunda:properties | | camunda:property
            camunda:property  | id name value
            camunda:in        | businessKey=computed source=variable target=name
            camunda:out       | source=name target=name
            camunda:failedJobRetryTimeCycle | | | literal
            camunda:taskListener | id event expression=call | bpmn:timerEventDefinition
            camunda:executionListener | event expression=call

            bpmndi:BPMNDiagram | id name resolution documentation | bpmndi:BPMNPlane
            bpmndi:BPMNPlane  | id bpmnElement | bpmndi:BPMNShape bpmndi:BPMNEdge
            bpmndi:BPMNShape  | id bpmnElement isHorizontal isExpanded isMarkerVisible bioc:stroke bioc:fill color:background-color color:border-color | dc:Bounds bpmndi:BPMNLabel
            bpmndi:BPMNEdge   | id bpmnElement bioc:stroke bioc:fill color:background-color color:border-color | di:waypoint bpmndi:BPMNLabel
            bpmndi:BPMNLabel  | id color:color | dc:Bounds
            dc:Bounds         | x y width height
            di:waypoint       | x y
            """);

    private BpmnGrammar() {
    }
}
