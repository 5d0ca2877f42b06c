package org.zhiping.benchmark;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The people of the sample institution at their tasks, through Camunda's REST API. */
final class Staff {

    private static final String ENGINE = "/engine-rest";

    private final Api api;

    Staff(Api api) {
        this.api = api;
    }

    void review(String caseNumber) {
        String officer = "acceptance-officer";
        String task = open(officer, caseNumber, "review-materials");
        JsonNode form = form(officer, task, "review-materials");
        claim(officer, task, "review-materials");
        accept(officer, task, form);
    }

    /** Finds everything of a case in order. */
    void accept(String officer, String task, JsonNode form) {
        complete(officer, task, "review-materials", Map.of(
                "materials", Api.list(filledIn(shown(form, "materials"), Map.of("authenticity", "confirmed", "completeness", "complete"))),
                "facts", Api.list(shown(form, "facts")), "reviewOutcome", value("accepted")));
    }

    void approve(String caseNumber) {
        String task = open("approver", caseNumber, "approve-result");
        form("approver", task, "approve-result");
        claim("approver", task, "approve-result");
        complete("approver", task, "approve-result", Map.of("completeness", value("yes"), "conformity", value("yes"),
                "correctness", value("yes"), "approvalOutcome", value("approved")));
    }

    /** The id of an open task, as soon as there is one. */
    String open(String person, String businessKey, String task) {
        List<String> found = new ArrayList<>();
        Patience.until(() -> {
            api.get(Act.waiting("find task"), person, ENGINE + "/task?processInstanceBusinessKey=" + businessKey
                    + "&taskDefinitionKey=" + task).forEach(item -> found.add(item.get("id").textValue()));
            return !found.isEmpty();
        }, task + " of " + businessKey);
        return found.get(0);
    }

    JsonNode form(String person, String task, String key) {
        return api.get(Act.read("read form " + key), person, ENGINE + "/task/" + task + "/form-variables");
    }

    void claim(String person, String task, String key) {
        api.post(Act.part("claim " + key), person, ENGINE + "/task/" + task + "/claim", Map.of("userId", person));
    }

    void complete(String person, String task, String key, Map<String, ?> values) {
        api.post(Act.action("complete " + key), person, ENGINE + "/task/" + task + "/submit-form", Map.of("variables", values));
    }

    static Map<String, Object> value(Object value) {
        return Map.of("value", value);
    }

    /** A list that a form shows. */
    static JsonNode shown(JsonNode form, String name) {
        JsonNode value = form.get(name).get("value");
        try {
            return value.isTextual() ? new ObjectMapper().readTree(value.textValue()) : value;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    static JsonNode filledIn(JsonNode rows, Map<String, String> values) {
        rows.forEach(row -> values.forEach(((ObjectNode) row)::put));
        return rows;
    }
}
