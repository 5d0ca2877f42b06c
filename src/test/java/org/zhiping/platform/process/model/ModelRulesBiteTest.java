package org.zhiping.platform.process.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every rule for models refuses the violation planted for it, for the stated reason. */
class ModelRulesBiteTest {

    private static final String VISIT = "visit.bpmn";
    private static final String SECOND = "second-visit.bpmn";
    private static final String JUDGE = "judge.dmn";
    private static final String FORM = "rate-visit.form";
    /** Texts around the problems, and what only the deployment gate finds. */
    private static final Set<String> NO_RULES = Set.of("refused", "line", "at", "in", "tenant", "reserved-source");

    private final ModelRules rules = new ModelRules(SoundModels.VOCABULARY);

    private record Planted(String code, String what, Map<String, byte[]> models) {
    }

    private static Planted planted(String code, String resource, String text, String replacement) {
        return new Planted(code, text + " → " + replacement, SoundModels.changed(resource, text, replacement));
    }

    private static Planted added(String code, String resource, String content) {
        return new Planted(code, "+ " + resource, SoundModels.with(resource, content));
    }

    @Test
    void soundModelsHaveNoProblem() {
        assertThat(rules.check(SoundModels.all())).isEmpty();
    }

    @TestFactory
    Stream<DynamicTest> everyViolationIsRefused() {
        return all().map(planted -> DynamicTest.dynamicTest(planted.code() + ": " + planted.what(), () ->
                assertThat(rules.check(planted.models())).extracting(ModelProblem::code).contains(planted.code())));
    }

    @Test
    void everyRuleHasAViolation() {
        ResourceBundle texts = ResourceBundle.getBundle("messages/models");
        Set<String> known = texts.keySet().stream().map(key -> key.substring("model.".length()))
                .filter(code -> !NO_RULES.contains(code)).collect(Collectors.toSet());
        assertThat(all().map(Planted::code).collect(Collectors.toSet())).isEqualTo(known);
    }

    private static Stream<Planted> all() {
        return Stream.of(unreadable(), foreign(), expressions(), structure(), waiting(), references(), decisions(), forms())
                .flatMap(planted -> planted);
    }

    private static Stream<Planted> unreadable() {
        return Stream.of(
                planted("doctype", VISIT, "<bpmn:definitions", "<!DOCTYPE x [<!ENTITY e '${visits}'>]><bpmn:definitions"),
                planted("not-xml", VISIT, "</bpmn:definitions>", ""),
                planted("not-json", FORM, "\"type\": \"default\",", "\"type\": \"default\", \"type\": \"default\","),
                planted("not-json", FORM, "\"type\": \"default\",", "\"type\": default,"),
                added("suffix", "page.html", "<script>"),
                added("suffix", "no-suffix", ""),
                planted("one-process", VISIT, "  <bpmn:message id", "  <bpmn:process id=\"other\"/><bpmn:message id"),
                planted("not-dmn", JUDGE, "20191111/MODEL/", "20180521/MODEL/"),
                added("duplicate-id", "again/visit.bpmn", new String(SoundModels.all().get(VISIT))));
    }

    private static Stream<Planted> foreign() {
        String begin = "camunda:expression=\"${visits.begin(visitNumber, 'now')}\"";
        return Stream.of(
                planted("attribute-not-allowed", VISIT, begin, "camunda:class=\"java.lang.Runtime\""),
                planted("attribute-not-allowed", VISIT, begin, "camunda:delegateExpression=\"${visits}\""),
                planted("attribute-not-allowed", VISIT, begin, "camunda:type=\"external\" camunda:topic=\"t\""),
                planted("attribute-not-allowed", VISIT, "camunda:formRef=\"rate-visit\"", "camunda:formKey=\"embedded:app:x.html\""),
                planted("attribute-not-allowed", VISIT, "<bpmn:timeDate xsi:type", "<bpmn:timeDate language=\"groovy\" xsi:type"),
                planted("attribute-not-allowed", VISIT, "xsi:type=\"bpmn:tFormalExpression\">${rating == 'poor'}",
                        "camunda:resource=\"deployment://x.groovy\">${rating == 'poor'}"),
                planted("attribute-not-allowed", VISIT, begin, begin + " xmlns:activiti=\"http://activiti.org/bpmn\" activiti:class=\"java.lang.Runtime\""),
                planted("attribute-not-allowed", VISIT, begin, "xmlns:d=\"http://camunda.org/schema/1.0/dmn\" d:expression=\"${visits}\" " + begin),
                planted("element-not-allowed", VISIT, "bpmn:callActivity", "bpmn:scriptTask"),
                planted("element-not-allowed", VISIT, "<camunda:in businessKey", "<camunda:connector/><camunda:in businessKey"),
                planted("element-not-allowed", VISIT, "${visits.facts(visitNumber)}", "<camunda:script scriptFormat=\"groovy\">1</camunda:script>"),
                planted("element-not-allowed", VISIT, "<camunda:properties>",
                        "<camunda:taskListener event=\"create\" expression=\"${visits.due(visitNumber)}\"><camunda:field name=\"x\"/></camunda:taskListener><camunda:properties>"),
                planted("element-not-allowed", VISIT, "<camunda:properties>", "<camunda:formData/><camunda:properties>"),
                planted("text-not-allowed", VISIT, "<bpmn:incoming>rated-to-decide</bpmn:incoming>", "<bpmn:incoming>rated-to-decide</bpmn:incoming>text"),
                planted("element-not-allowed", JUDGE, "<decisionTable", "<invocation/><decisionTable"));
    }

    private static Stream<Planted> expressions() {
        String begin = "${visits.begin(visitNumber, 'now')}";
        return Stream.of(
                planted("expression", VISIT, begin, "${''.getClass().forName('java.lang.Runtime')}"),
                planted("expression", VISIT, begin, "${visits.begin(visitNumber, 'now').toString()}"),
                planted("expression", VISIT, begin, "${visits['begin'](visitNumber)}"),
                planted("expression", VISIT, begin, "#{visits.begin(visitNumber, 'now')}"),
                planted("expression", VISIT, begin, "x ${visits.begin(visitNumber, 'now')}"),
                planted("expression", VISIT, begin, "${visitNumber}"),
                planted("expression", VISIT, "${visits.due(visitNumber)}", "$<!-- joined -->{''.getClass()}"),
                planted("expression", VISIT, "${visits.due(visitNumber)}", "$<![CDATA[{''.getClass()}]]>"),
                planted("expression", VISIT, "${rating == 'poor'}", "${visits.due(visitNumber)}"),
                planted("expression", VISIT, "${rating == 'poor'}", "${rating.length() == 4}"),
                planted("expression", VISIT, "judge-${standard}-${edition}", "${standard}"),
                planted("expression", SECOND, "camunda:assignee=\"${person}\"", "camunda:assignee=\"mallory\""),
                planted("expression-in-text", VISIT, "name=\"评价走访\"", "name=\"${''.getClass()}\""),
                planted("expression-in-text", VISIT, "camunda:candidateGroups=\"evaluator\"", "camunda:candidateGroups=\"#{visits.people(visitNumber)}\""),
                planted("expression-in-text", VISIT, "R5/PT3M", "${visits.due(visitNumber)}"),
                planted("expression-in-text", VISIT, "camunda:historyTimeToLive=\"P30D\"", "camunda:historyTimeToLive=\"${visits}\""),
                planted("expression-in-text", JUDGE, "\"passed\"", "${''.getClass()}"),
                planted("expression-in-text", FORM, "{{summary}}", "${summary}"),
                planted("unknown-bean", VISIT, begin, "${runtimeService.begin(visitNumber, 'now')}"),
                planted("unknown-method", VISIT, begin, "${visits.begin(visitNumber)}"),
                planted("unknown-method", VISIT, begin, "${visits.getClass()}"),
                planted("unknown-method", VISIT, begin, "${visits.hidden()}"),
                planted("undeclared-variable", VISIT, begin, "${visits.begin(execution, 'now')}"),
                planted("undeclared-variable", VISIT, "${rating == 'poor'}", "${rating == judgment}"),
                planted("undeclared-variable", VISIT, begin, "${visits.begin(person, 'now')}"),
                planted("undeclared-variable", VISIT, "camunda:in source=\"visitNumber\"", "camunda:in source=\"personNumber\""),
                planted("undeclared-variable", VISIT, "target=\"visitNumber\"", "target=\"number\""),
                planted("camel-case", VISIT, "camunda:resultVariable=\"begun\"", "camunda:resultVariable=\"has-begun\""),
                planted("camel-case", VISIT, "value=\"rating\"", "value=\"the rating\""),
                planted("reserved-name", VISIT, "camunda:resultVariable=\"begun\"", "camunda:resultVariable=\"visits\""),
                planted("reserved-name", VISIT, "camunda:elementVariable=\"person\"", "camunda:elementVariable=\"execution\""),
                planted("value-not-allowed", VISIT, "camunda:formRefBinding=\"latest\"", "camunda:formRefBinding=\"deployment\""),
                planted("value-not-allowed", VISIT, "singleEntry", "resultList"),
                planted("value-not-allowed", VISIT, "camunda:exclusive=\"true\"", "camunda:exclusive=\"false\""));
    }

    private static Stream<Planted> structure() {
        return Stream.of(
                planted("file-name", VISIT, "process id=\"visit\"", "process id=\"call\""),
                planted("file-name", JUDGE, "judge-visits-2026", "rate-visits-2026"),
                planted("file-name", FORM, "\"id\": \"rate-visit\"", "\"id\": \"rate\""),
                planted("history-time-to-live", VISIT, " camunda:historyTimeToLive=\"P30D\"", ""),
                planted("history-time-to-live", JUDGE, " camunda:historyTimeToLive=\"P30D\"", ""),
                planted("generated-id", VISIT, "\"begin-visit\"", "\"Activity_0abc123\""),
                planted("generated-id", VISIT, "\"rating-kind\"", "\"Gateway_0abc123\""),
                planted("generated-id", FORM, "\"id\": \"reason\"", "\"id\": \"Field_0abc123\""),
                planted("kebab-case", VISIT, "\"begin-visit\"", "\"beginVisit\""),
                planted("kebab-case", VISIT, "name=\"visit-opened\"", "name=\"VisitOpened\""),
                planted("kebab-case", JUDGE, "judge-visits-2026", "judge-Visits"),
                planted("unnamed", VISIT, "name=\"评价走访\"", ""),
                planted("unnamed", VISIT, "name=\"差\"", ""),
                planted("unnamed", FORM, "\"label\": \"理由\", ", ""),
                planted("missing-attribute", VISIT, " camunda:dueDate=\"${visits.day(visitNumber)}\"", ""),
                planted("missing-attribute", VISIT, "等待回复\" messageRef=\"visit-opened-message\"", "等待回复\""),
                planted("missing-attribute", VISIT, " isExecutable=\"true\"", ""),
                planted("missing-attribute", VISIT, " camunda:expression=\"${visits.begin(visitNumber, 'now')}\"", ""),
                planted("missing-attribute", VISIT, " camunda:decisionRefBinding=\"latest\"", ""),
                planted("missing-attribute", VISIT, " camunda:formRefBinding=\"latest\"", ""),
                planted("missing-attribute", VISIT, " camunda:calledElementBinding=\"latest\"", ""),
                planted("business-key", VISIT, "<camunda:in businessKey=\"${visitNumber}\" />", ""),
                planted("form-ref", VISIT, "camunda:formRef=\"rate-visit\"", "camunda:formRef=\"look-again\""),
                planted("group-or-assignee", VISIT, "camunda:candidateGroups=\"evaluator\"",
                        "camunda:candidateGroups=\"evaluator\" camunda:assignee=\"${visitNumber}\""),
                planted("group-or-assignee", SECOND, " camunda:assignee=\"${person}\"", ""),
                planted("condition-or-default", VISIT, "<bpmn:conditionExpression xsi:type=\"bpmn:tFormalExpression\">${rating == 'poor'}</bpmn:conditionExpression>", ""),
                planted("condition-or-default", VISIT, "id=\"rating-kind\"", "id=\"rating-kind\" default=\"poor-to-call\""),
                planted("condition-outside-gateway", VISIT, "targetRef=\"tell-person\" />",
                        "targetRef=\"tell-person\"><bpmn:conditionExpression>${begun}</bpmn:conditionExpression></bpmn:sequenceFlow>"));
    }

    private static Stream<Planted> waiting() {
        return Stream.of(
                planted("async-after-start", VISIT, "name=\"走访已建立\" camunda:asyncAfter=\"true\"", "name=\"走访已建立\""),
                planted("async-after-task", VISIT, "name=\"评价走访\" camunda:asyncAfter=\"true\"", "name=\"评价走访\""),
                planted("async-after-each", SECOND, "<bpmn:multiInstanceLoopCharacteristics camunda:asyncAfter=\"true\"", "<bpmn:multiInstanceLoopCharacteristics"),
                planted("async-after-each", SECOND, "name=\"逐人复查\"", "name=\"逐人复查\" camunda:asyncAfter=\"true\""),
                planted("async-before-each", VISIT, "<bpmn:multiInstanceLoopCharacteristics camunda:asyncBefore=\"true\"", "<bpmn:multiInstanceLoopCharacteristics"),
                planted("no-reminder", VISIT, "event=\"timeout\" id=\"rate-visit-reminder\"", "event=\"create\" id=\"rate-visit-reminder\""),
                planted("no-reminder", SECOND, "event=\"timeout\"", "event=\"complete\""),
                planted("no-reminder", VISIT, "attachedToRef=\"await-reply\"", "attachedToRef=\"rate-visit\""),
                planted("no-reminder", VISIT, "bpmn:receiveTask id=\"await-reply\" name=\"等待回复\" messageRef=\"visit-opened-message\">",
                        "bpmn:intermediateCatchEvent id=\"wait\" name=\"回复\"><bpmn:messageEventDefinition messageRef=\"visit-opened-message\" />"
                                + "</bpmn:intermediateCatchEvent><bpmn:receiveTask id=\"await-reply\" name=\"等待回复\" messageRef=\"visit-opened-message\">"),
                planted("no-retries", VISIT, "<camunda:failedJobRetryTimeCycle>R5/PT2M</camunda:failedJobRetryTimeCycle>", ""),
                planted("no-retries", VISIT, "<camunda:failedJobRetryTimeCycle>R5/PT4M</camunda:failedJobRetryTimeCycle>", ""),
                planted("retries", VISIT, "R5/PT3M", "five times"));
    }

    private static Stream<Planted> references() {
        return Stream.of(
                planted("unknown-message", VISIT, "name=\"visit-opened\"", "name=\"visit-ordered\""),
                planted("unknown-message", VISIT, "等待回复\" messageRef=\"visit-opened-message\"", "等待回复\" messageRef=\"visit-answered-message\""),
                planted("unknown-process", VISIT, "calledElement=\"second-visit\"", "calledElement=\"third-visit\""),
                planted("unknown-decision", VISIT, "judge-${standard}-${edition}", "weigh-${standard}-${edition}"),
                planted("unknown-decision", VISIT, "judge-${standard}-${edition}", "judge-nothing"),
                planted("unknown-form", SECOND, "look-again", "look-away"),
                planted("unknown-group", VISIT, "candidateGroups=\"evaluator\"", "candidateGroups=\"evaluator,camunda-admin\""),
                planted("outcome-not-in-form", VISIT, "value=\"rating\"", "value=\"verdict\""),
                planted("outcome-not-in-form", FORM, "\"key\": \"rating\"", "\"key\": \"mark\""),
                planted("unknown-answer", VISIT, "${rating == 'poor'}", "${rating == 'bad'}"),
                planted("answer-without-way", FORM, "{\"label\": \"差\", \"value\": \"poor\"}",
                        "{\"label\": \"差\", \"value\": \"poor\"}, {\"label\": \"中\", \"value\": \"fair\"}"));
    }

    private static Stream<Planted> decisions() {
        return Stream.of(
                planted("empty-decision", JUDGE, "decisionTable", "description"),
                planted("not-feel", JUDGE, "<inputExpression ", "<inputExpression expressionLanguage=\"juel\" "),
                planted("not-feel", JUDGE, "<inputEntry ", "<inputEntry expressionLanguage=\"javascript\" "),
                planted("feel", JUDGE, "facts.score", "facts..score"),
                planted("feel", JUDGE, "&gt;= 60", "&gt;= "),
                planted("feel", JUDGE, "\"passed\"", "function(x) external { java: { class: \"java.lang.Math\", method signature: \"cos(double)\" } }"),
                planted("feel-costly", JUDGE, "\"passed\"", "if matches(\"aaaa\", \"(a+)+$\") then \"passed\" else \"failed\""),
                planted("feel-costly", JUDGE, "\"passed\"", "string(count(for i in 1..1000000000 return i))"),
                planted("feel-costly", JUDGE, "\"passed\"", "{f: function(n) f(n) + f(n), r: f(1)}.r"),
                planted("feel-costly", JUDGE, "&gt;= 60", "some a in [1], b in [1] satisfies a = b"),
                planted("feel-costly", JUDGE, "facts.score", "number(replace(input: facts.score, pattern: \"(a+)+$\", replacement: \"\"))"),
                planted("feel-costly", FORM, "=rating != \\\"poor\\\"", "=split(rating, \\\"(a+)+$\\\") = []"),
                planted("feel-costly", FORM, "=rating != \\\"poor\\\"", "matches(rating, \\\"(a+)+$\\\")"),
                planted("camel-case", JUDGE, "name=\"outcome\"", "name=\"the-outcome\""),
                planted("feel", FORM, "=rating != \\\"poor\\\"", "=rating != "));
    }

    private static Stream<Planted> forms() {
        return Stream.of(
                planted("form-schema", FORM, "\"schemaVersion\": 16", "\"schemaVersion\": 18"),
                planted("form-schema", FORM, "Camunda Platform", "Camunda Cloud"),
                planted("component-not-allowed", FORM, "\"type\": \"text\",", "\"type\": \"html\","),
                planted("component-not-allowed", FORM, "\"type\": \"text\",", "\"type\": \"iframe\","),
                planted("duplicate-id", FORM, "\"id\": \"reason\"", "\"id\": \"rating\""),
                planted("collapsing-list", FORM, "\"disableCollapse\": true,", ""),
                planted("camel-case", FORM, "\"key\": \"reason\"", "\"key\": \"the-reason\""),
                planted("form-not-understood", FORM, "\"key\": \"reason\"", "\"key\": \"rating\""));
    }
}
