package org.zhiping.portal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.zhiping.intake.Claims;

/** Claims as flat fields of an HTML form, such as {@code jobs[0].employer}, and back. */
@Component
class ClaimsForm {

    private static final List<String> LISTS = List.of("jobs", "certificates", "titles", "educations", "courses");
    private static final List<String> AT_LEAST_ONE = List.of("educations", "courses");

    private final ObjectMapper mapper;

    ClaimsForm(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    Map<String, String> fields(Claims claims) {
        Map<String, String> fields = new LinkedHashMap<>();
        flatten("", mapper.valueToTree(claims), fields);
        return fields;
    }

    /** Rows in which nothing was typed are left out. */
    Claims claims(Map<String, String> fields) {
        ObjectNode tree = mapper.createObjectNode().put("condition", fields.getOrDefault("condition", ""));
        tree.set("person", entries("person.", fields));
        LISTS.forEach(list -> {
            ArrayNode rows = tree.putArray(list);
            for (int i = 0; i < rows(fields).get(list); i++) {
                ObjectNode row = entries(list + "[" + i + "].", fields);
                if (row.valueStream().anyMatch(value -> !value.asText().isBlank())) {
                    rows.add(row);
                }
            }
        });
        return mapper.convertValue(tree, Claims.class);
    }

    private ObjectNode entries(String prefix, Map<String, String> fields) {
        ObjectNode node = mapper.createObjectNode();
        fields.forEach((field, value) -> {
            if (field.startsWith(prefix)) {
                node.put(field.substring(prefix.length()), value);
            }
        });
        return node;
    }

    /** How many rows of each list the page shows. */
    static Map<String, Integer> rows(Map<String, String> fields) {
        Map<String, Integer> rows = new LinkedHashMap<>();
        LISTS.forEach(list -> rows.put(list, fields.keySet().stream().filter(field -> field.startsWith(list + "["))
                .mapToInt(field -> index(field) + 1).max().orElse(AT_LEAST_ONE.contains(list) ? 1 : 0)));
        return rows;
    }

    private static int index(String field) {
        String digits = field.substring(field.indexOf('[') + 1, Math.max(field.indexOf(']'), field.indexOf('[') + 1));
        return digits.matches("\\d{1,2}") ? Integer.parseInt(digits) : 0;
    }

    private static void flatten(String path, JsonNode node, Map<String, String> fields) {
        if (node.isObject()) {
            node.fields().forEachRemaining(entry -> flatten(path.isEmpty() ? entry.getKey() : path + "." + entry.getKey(), entry.getValue(), fields));
        } else if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                flatten(path + "[" + i + "]", node.get(i), fields);
            }
        } else if (!node.isNull()) {
            fields.put(path, node.asText());
        }
    }
}
