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

/** The decision tables of this repository without a process engine, read once for all tests. */
public class FileDecisions implements Decisions {

    private static final Map<String, DecisionModel> MODELS = read();

    private static Map<String, DecisionModel> read() {
        Map<String, DecisionModel> models = new HashMap<>();
        try (Stream<Path> dmn = Files.walk(Path.of("dmn")); Stream<Path> packs = Files.walk(Path.of("standards"))) {
            Stream.concat(dmn, packs).filter(path -> path.toString().endsWith(".dmn")).forEach(path -> read(path, models));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return models;
    }

    private static void read(Path path, Map<String, DecisionModel> models) {
        try (InputStream in = Files.newInputStream(path)) {
            DecisionModel model = new DecisionModel(in);
            model.decisions().forEach(key -> models.put(key, model));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    Set<String> names() {
        return MODELS.keySet();
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
        return MODELS.get(decision).evaluate(decision, facts);
    }

    @Override
    public List<RuleTrace> explain(String decision, Map<String, ?> facts, Map<String, ? extends List<?>> before) {
        return MODELS.get(decision).trace(decision, facts, before);
    }
}
