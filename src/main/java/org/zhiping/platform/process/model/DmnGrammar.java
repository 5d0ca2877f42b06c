package org.zhiping.platform.process.model;

/** The part of DMN that the engine runs: tables and literal expressions, in FEEL alone. */
final class DmnGrammar {

    static final Grammar GRAMMAR = Grammar.of("""
            dmn:definitions   | id name namespace exporter exporterVersion modeler:executionPlatform modeler:executionPlatformVersion | dmn:description dmn:decision dmn:inputData dmn:knowledgeSource dmn:textAnnotation dmn:association dmndi:DMNDI
            dmn:description   | | | literal
            dmn:inputData     | id name | dmn:description dmn:variable
            dmn:knowledgeSource | id name locationURI | dmn:description dmn:authorityRequirement
            dmn:textAnnotation | id textFormat | dmn:text
            dmn:association   | id associationDirection | dmn:sourceRef dmn:targetRef
            dmn:sourceRef     | href
            dmn:targetRef     | href
            dmn:decision      | id name camunda:historyTimeToLive camunda:versionTag | dmn:description dmn:variable dmn:question dmn:allowedAnswers dmn:informationRequirement dmn:authorityRequirement dmn:decisionTable dmn:literalExpression
            dmn:question      | | | literal
            dmn:allowedAnswers | | | literal
            dmn:variable      | id name typeRef
            dmn:informationRequirement | id | dmn:requiredDecision dmn:requiredInput
            dmn:authorityRequirement | id | dmn:requiredDecision dmn:requiredInput dmn:requiredAuthority
            dmn:requiredDecision | href
            dmn:requiredInput | href
            dmn:requiredAuthority | href
            dmn:literalExpression | id typeRef expressionLanguage=language | dmn:description dmn:text
            dmn:decisionTable | id hitPolicy aggregation preferredOrientation outputLabel biodi:annotationsWidth | dmn:description dmn:input dmn:output dmn:annotation dmn:rule
            dmn:input         | id label camunda:inputVariable=name biodi:width | dmn:description dmn:inputExpression dmn:inputValues
            dmn:inputExpression | id typeRef expressionLanguage=language | dmn:description dmn:text
            dmn:inputValues   | id typeRef expressionLanguage=language | dmn:text
            dmn:output        | id name label typeRef biodi:width | dmn:description dmn:outputValues dmn:defaultOutputEntry
            dmn:outputValues  | id typeRef expressionLanguage=language | dmn:text
            dmn:defaultOutputEntry | id typeRef expressionLanguage=language | dmn:text
            dmn:annotation    | name
            dmn:rule          | id | dmn:description dmn:inputEntry dmn:outputEntry dmn:annotationEntry
            dmn:inputEntry    | id typeRef expressionLanguage=language | dmn:description dmn:text
            dmn:outputEntry   | id typeRef expressionLanguage=language | dmn:description dmn:text
            dmn:annotationEntry | | dmn:text
            dmn:text          | | | feel

            dmndi:DMNDI       | | dmndi:DMNDiagram
            dmndi:DMNDiagram  | id name | dmndi:Size dmndi:DMNShape dmndi:DMNEdge
            dmndi:Size        | width height
            dmndi:DMNShape    | id dmnElementRef isCollapsed isListedInputData | dc:Bounds dmndi:DMNLabel
            dmndi:DMNEdge     | id dmnElementRef sourceElement targetElement | di:waypoint dmndi:DMNLabel
            dmndi:DMNLabel    | id | dc:Bounds
            dc:Bounds         | x y width height
            di:waypoint       | x y
            """);

    private DmnGrammar() {
    }
}
