package org.zhiping.platform.process.model;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** The models inside the program, by their path: bare file names would collide, every pack has an {@code eligibility.dmn}. */
final class ShippedModels {

    /** The deployment source under which they are known in the engine. */
    static final String SOURCE = "zhiping";

    private static final String[][] PATTERNS = {{"bpmn/", "*.bpmn"}, {"dmn/", "*.dmn"}, {"standards/", "**/*.dmn"}, {"forms/", "*.form"}};

    private ShippedModels() {
    }

    static Map<String, byte[]> read() {
        Map<String, byte[]> models = new TreeMap<>();
        PathMatchingResourcePatternResolver resolver = new PathMatchingResourcePatternResolver();
        try {
            for (String[] pattern : PATTERNS) {
                for (Resource resource : resolver.getResources("classpath*:" + pattern[0] + pattern[1])) {
                    String path = resource.getURL().toString();
                    models.put(path.substring(path.lastIndexOf("/" + pattern[0]) + 1), resource.getContentAsByteArray());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return models;
    }
}
