package org.zhiping.browser;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/** Claims tasks and completes them over Camunda's REST API, as a program of the staff would. */
final class TasksByHttp {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Program program;

    TasksByHttp(Program program) {
        this.program = program;
    }

    /** Completes a task with the values of its form, made from what the form shows. */
    void finish(String account, String businessKey, String taskKey, Function<JsonNode, Map<String, Object>> form) {
        String path = claim(account, businessKey, taskKey);
        Map<String, Object> typed = new LinkedHashMap<>();
        form.apply(program.get(account, path + "/form-variables")).forEach((name, value) ->
                typed.put(name, value instanceof ArrayNode rows ? Map.of("value", rows.toString(), "type", "json") : Map.of("value", value)));
        program.post(account, path + "/submit-form", Map.of("variables", typed));
    }

    /** Takes a task where nobody has it yet. @return its address */
    String claim(String account, String businessKey, String taskKey) {
        JsonNode task = task(account, businessKey, taskKey);
        String path = "/engine-rest/task/" + task.get("id").asText();
        if (task.get("assignee").isNull()) {
            program.post(account, path + "/claim", Map.of("userId", account));
        }
        return path;
    }

    void release(String account, String businessKey, String taskKey) {
        program.post(account, "/engine-rest/task/" + task(account, businessKey, taskKey).get("id").asText() + "/unclaim", null);
    }

    private JsonNode task(String account, String businessKey, String taskKey) {
        String query = "/engine-rest/task?processInstanceBusinessKey=" + businessKey + "&taskDefinitionKey=" + taskKey;
        return program.await(account, query, found -> !found.isEmpty()).get(0);
    }

    static ArrayNode list(Object... values) {
        return JSON.valueToTree(values);
    }

    /** The rows of a list as the form shows them, each with these values filled in. */
    static ArrayNode rows(JsonNode shown, String list, Map<String, String> filledIn) {
        JsonNode value = shown.path(list).path("value");
        ArrayNode rows = JSON.createArrayNode();
        for (JsonNode row : value.isTextual() ? tree(value.asText()) : value) {
            ObjectNode filled = row.deepCopy();
            filledIn.forEach(filled::put);
            rows.add(filled);
        }
        return rows;
    }

    static JsonNode tree(String json) {
        try {
            return JSON.readTree(json);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
