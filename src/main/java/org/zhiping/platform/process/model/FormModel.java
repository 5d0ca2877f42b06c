package org.zhiping.platform.process.model;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** A form as read from its file. */
record FormModel(String resource, JsonNode root) {

    String id() {
        return root.path("id").asText();
    }

    /** The fields of the form itself that choose one of fixed values, with these values. */
    Map<String, Set<String>> choices() {
        Map<String, Set<String>> choices = new HashMap<>();
        root.path("components").forEach(component -> collect(component, choices));
        return choices;
    }

    private static void collect(JsonNode component, Map<String, Set<String>> choices) {
        String type = component.path("type").asText();
        if (type.equals("group") && !component.has("path")) {
            component.path("components").forEach(inner -> collect(inner, choices));
        } else if ((type.equals("radio") || type.equals("select")) && component.has("values")) {
            Set<String> values = new HashSet<>();
            component.path("values").forEach(value -> values.add(value.path("value").asText()));
            choices.put(component.path("key").asText(), values);
        }
    }
}
