package org.zhiping.platform.process.model;

import java.util.List;

/**
 * What is wrong with a model and where. The text is {@code model.<code>} of the message bundles.
 *
 * @param element id of the element, or of the nearest one that has an id; may be empty
 * @param line    line in the resource, or 0
 */
public record ModelProblem(String resource, String element, int line, String code, List<String> args) {

    @Override
    public String toString() {
        return resource + (line > 0 ? ":" + line : "") + " " + element + ": " + code + " " + args;
    }
}
