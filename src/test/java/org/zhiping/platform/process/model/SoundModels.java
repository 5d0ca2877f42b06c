package org.zhiping.platform.process.model;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import planted.visit.VisitSteps;

/** A small set of models that keeps every rule, for tests that break one. */
final class SoundModels {

    static final Vocabulary VOCABULARY = new Vocabulary(BeanSignatures.of(List.of(VisitSteps.class)),
            Map.of("visit-opened", Set.of("visitNumber", "standard", "edition")), Set.of("evaluator"));

    private SoundModels() {
    }

    static Map<String, byte[]> all() {
        Map<String, byte[]> models = new LinkedHashMap<>();
        for (String name : List.of("visit.bpmn", "second-visit.bpmn", "judge.dmn", "rate-visit.form", "look-again.form")) {
            models.put(name, read(name));
        }
        return models;
    }

    private static byte[] read(String name) {
        try (var in = SoundModels.class.getResourceAsStream("/models/" + name)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Map<String, byte[]> with(String resource, String content) {
        Map<String, byte[]> models = all();
        models.put(resource, content.getBytes(StandardCharsets.UTF_8));
        return models;
    }

    static Map<String, byte[]> changed(String resource, String text, String replacement) {
        String content = new String(read(resource), StandardCharsets.UTF_8);
        if (!content.contains(text)) {
            throw new IllegalArgumentException(resource + " has no " + text);
        }
        return with(resource, content.replace(text, replacement));
    }
}
