package org.zhiping.platform.process.model;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Turns resources into models. What is no model at all is reported and left out. */
final class ModelReading {

    private final Models models = Models.none();
    private final Consumer<ModelProblem> problems;

    private ModelReading(Consumer<ModelProblem> problems) {
        this.problems = problems;
    }

    static Models read(Map<String, byte[]> resources, Consumer<ModelProblem> problems) {
        ModelReading reading = new ModelReading(problems);
        resources.forEach(reading::read);
        return reading.models;
    }

    private void read(String resource, byte[] bytes) {
        Findings findings = new Findings(resource, problems);
        try {
            switch (ModelFile.suffix(resource)) {
                case "bpmn" -> process(resource, XmlReader.read(bytes, XmlReader.BPMN), findings);
                case "dmn" -> decisions(resource, XmlReader.read(bytes, XmlReader.DMN), findings);
                case "form" -> form(new FormModel(resource, FormReader.read(bytes)), findings);
                default -> findings.add("", 0, "suffix", resource);
            }
        } catch (UnreadableModel e) {
            findings.add("", e.line, e.code, e.getMessage());
        }
    }

    private void process(String resource, XmlNode root, Findings findings) {
        List<XmlNode> processes = root.children("bpmn:process").toList();
        if (!root.name.equals("bpmn:definitions") || processes.size() != 1) {
            findings.add(root, "one-process", processes.size());
        } else {
            BpmnModel model = new BpmnModel(resource, root, processes.get(0));
            once(models.processes().put(model.id(), model), model.id(), findings);
        }
    }

    private void decisions(String resource, XmlNode root, Findings findings) {
        DmnModel model = new DmnModel(resource, root);
        if (!root.name.equals("dmn:definitions") || model.decisions().isEmpty()) {
            findings.add(root, "not-dmn");
        } else {
            model.decisions().forEach(decision ->
                    once(models.decisions().put(decision.id(), model), decision.id(), findings));
        }
    }

    private void form(FormModel model, Findings findings) {
        once(models.forms().put(model.id(), model), model.id(), findings);
    }

    private void once(Object earlier, String id, Findings findings) {
        if (earlier != null) {
            findings.add(id, 0, "duplicate-id", id);
        }
    }
}
