package org.zhiping.platform.process;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** The decision tables of this repository without a process engine. */
public class FileDecisions implements Decisions {

    private final Map<String, DecisionModel> models = new HashMap<>();

    public FileDecisions() {
        try (Stream<Path> dmn = Files.walk(Path.of("dmn")); Stream<Path> packs = Files.walk(Path.of("standards"))) {
            Stream.concat(dmn, packs).filter(path -> path.toString().endsWith(".dmn")).forEach(this::read);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private void read(Path path) {
        try (InputStream in = Files.newInputStream(path)) {
            DecisionModel model = new DecisionModel(in);
            model.decisions().forEach(key -> models.put(key, model));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    Set<String> names() {
        return models.keySet();
    }

    @Override
    public String version(String decision) {
        return decision + ":1:file";
    }

    @Override
    public Map<String, Object> single(String decision, Map<String, ?> facts) {
        return all(decision, facts).stream().findFirst().orElse(Map.of());
    }

    @Override
    public List<Map<String, Object>> all(String decision, Map<String, ?> facts) {
        return models.get(decision).evaluate(decision, facts);
    }

    @Override
    public List<RuleTrace> explain(String decision, Map<String, ?> facts, Map<String, ? extends List<?>> before) {
        return models.get(decision).trace(decision, facts, before);
    }
}
