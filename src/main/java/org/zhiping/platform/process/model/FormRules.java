package org.zhiping.platform.process.model;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.zhiping.platform.process.form.FormSchema;

/** What a form must be, so that Tasklist shows it and the completion gate understands it. */
final class FormRules {

    /** The newest schema that the Tasklist of this engine renders. */
    private static final int NEWEST_SCHEMA = 16;
    private static final Set<String> TYPES = Set.of("text", "textfield", "textarea", "number", "checkbox", "radio", "select",
            "checklist", "taglist", "datetime", "table", "dynamiclist", "group", "separator", "spacer");
    private static final Set<String> INPUTS = Set.of("textfield", "textarea", "number", "checkbox", "radio", "select",
            "checklist", "taglist");
    private static final Pattern GENERATED = Pattern.compile("[A-Z][A-Za-z]*_[A-Za-z0-9_]+");

    private final FormModel model;
    private final Findings findings;
    private final Set<String> ids = new HashSet<>();

    FormRules(FormModel model, Findings findings) {
        this.model = model;
        this.findings = findings;
    }

    void check(String text) {
        JsonNode root = model.root();
        if (!model.id().equals(ModelFile.baseName(model.resource()))) {
            report(root, "file-name", model.id());
        }
        if (!BpmnRules.isKebab(model.id())) {
            report(root, "kebab-case", model.id());
        }
        if (!root.path("executionPlatform").asText().equals("Camunda Platform") || root.path("schemaVersion").asInt() > NEWEST_SCHEMA) {
            report(root, "form-schema", NEWEST_SCHEMA);
        }
        if (Expression.isIn(text)) {
            report(root, "expression-in-text", model.id());
        }
        root.path("components").forEach(this::component);
        understood(text);
    }

    private void component(JsonNode component) {
        String type = component.path("type").asText();
        String id = component.path("id").asText();
        if (!TYPES.contains(type)) {
            report(component, "component-not-allowed", type);
        }
        if (id.isEmpty() || GENERATED.matcher(id).matches()) {
            report(component, "generated-id", id);
        } else if (!ids.add(id)) {
            report(component, "duplicate-id", id);
        }
        if (component.has("key") && !Expression.isName(component.path("key").asText())) {
            report(component, "camel-case", component.path("key").asText());
        }
        if (INPUTS.contains(type) && component.path("label").asText().isBlank()) {
            report(component, "unnamed");
        }
        if (type.equals("dynamiclist") && !component.path("disableCollapse").asBoolean()) {
            report(component, "collapsing-list");
        }
        component.properties().stream().filter(property -> !property.getKey().equals("valuesExpression"))
                .forEach(property -> feel(component, property.getValue()));
        feelIn(component, component.path("valuesExpression"));
        component.path("validate").forEach(value -> feel(component, value));
        component.path("conditional").forEach(value -> feelIn(component, value));
        component.path("components").forEach(this::component);
    }

    private void feel(JsonNode component, JsonNode value) {
        if (value.isTextual() && value.asText().startsWith("=")) {
            feelIn(component, value);
        }
    }

    /** A condition may also be written without its sign. */
    private void feelIn(JsonNode component, JsonNode value) {
        String text = value.isTextual() ? value.asText().replaceFirst("^=", "") : "";
        Optional<String> wrong = text.isBlank() ? Optional.empty() : FeelSyntax.problemOf(text);
        if (wrong.isPresent()) {
            report(component, "feel", value.asText(), wrong.get());
        } else if (!text.isBlank()) {
            FeelSyntax.costlyIn(text).ifPresent(part -> report(component, "feel-costly", part, value.asText()));
        }
    }

    private void understood(String text) {
        try {
            FormSchema.parse(text);
        } catch (IllegalArgumentException e) {
            report(model.root(), "form-not-understood", e.getMessage());
        }
    }

    private void report(JsonNode at, String code, Object... args) {
        findings.add(at.path("id").asText(), 0, code, args);
    }
}
