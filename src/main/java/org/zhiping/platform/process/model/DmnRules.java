package org.zhiping.platform.process.model;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What a file of decisions must be: FEEL alone, readable ids, a time to live. */
final class DmnRules implements Grammar.Texts {

    private static final Pattern FEEL = Pattern.compile("(?i)feel|https?://www\\.omg\\.org/spec/(FEEL/20140401|DMN/\\d{8}/FEEL/)");
    private static final Pattern DAYS = Pattern.compile("P?[1-9]\\d*D?");
    private static final Set<String> NOTES = Set.of("dmn:textAnnotation", "dmn:annotationEntry");

    private final DmnModel model;
    private final Findings findings;

    DmnRules(DmnModel model, Findings findings) {
        this.model = model;
        this.findings = findings;
    }

    void check() {
        DmnGrammar.GRAMMAR.check(model.root(), findings, this);
        model.decisions().forEach(this::decision);
        String file = ModelFile.baseName(model.resource());
        if (model.decisions().stream().map(XmlNode::id).noneMatch(id -> id.equals(file) || id.startsWith(file + "-"))) {
            findings.add(model.root(), "file-name", file);
        }
        model.root().all("dmn:requiredDecision").map(required -> required.attribute("href").replaceFirst("^#", ""))
                .filter(id -> model.decisions().stream().noneMatch(decision -> decision.id().equals(id)))
                .forEach(id -> findings.add(model.root(), "unknown-decision", id));
        model.root().all("dmn:output").filter(output -> !Expression.isName(output.attribute("name")))
                .forEach(output -> findings.add(output, "camel-case", output.attribute("name")));
    }

    private void decision(XmlNode decision) {
        if (!BpmnRules.isKebab(decision.id())) {
            findings.add(decision, "kebab-case", decision.id());
        }
        if (decision.attribute("name").isBlank()) {
            findings.add(decision, "unnamed");
        }
        if (!DAYS.matcher(decision.attribute("camunda:historyTimeToLive")).matches()) {
            findings.add(decision, "history-time-to-live");
        }
        if (decision.child("dmn:decisionTable").isEmpty() && decision.child("dmn:literalExpression").isEmpty()) {
            findings.add(decision, "empty-decision");
        }
    }

    @Override
    public void found(XmlNode at, Content content, String text) {
        if (Expression.isIn(text)) {
            findings.add(at, "expression-in-text", text);
        } else if (content == Content.LANGUAGE && !FEEL.matcher(text).matches()) {
            findings.add(at, "not-feel", text);
        } else if (content == Content.NAME && !Expression.isName(text)) {
            findings.add(at, "camel-case", text);
        } else if (content == Content.FEEL && !text.isBlank() && !NOTES.contains(at.parent.name)) {
            feel(at, text);
        }
    }

    private void feel(XmlNode at, String text) {
        boolean tests = at.parent.name.equals("dmn:inputEntry") || at.parent.name.endsWith("putValues");
        Optional<String> wrong = tests ? FeelSyntax.problemOfTests(text) : FeelSyntax.problemOf(text);
        if (wrong.isPresent()) {
            findings.add(at, "feel", text, wrong.get());
        } else {
            (tests ? FeelSyntax.costlyInTests(text) : FeelSyntax.costlyIn(text))
                    .ifPresent(part -> findings.add(at, "feel-costly", part, text));
        }
    }
}
