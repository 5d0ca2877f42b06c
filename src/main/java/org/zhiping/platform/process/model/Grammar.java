package org.zhiping.platform.process.model;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a model may hold, one element a line: {@code element | attributes | children | text}. An attribute or text may
 * say after {@code =} which {@link Content} it has; without that it is literal. A word with {@code $} stands for the
 * words of the line that defines it.
 */
record Grammar(Map<String, Element> elements) {

    record Element(Map<String, Content> attributes, Set<String> children, Content text) {
    }

    static Grammar of(String table) {
        Map<String, String> words = new LinkedHashMap<>();
        Map<String, Element> elements = new LinkedHashMap<>();
        table.lines().filter(line -> !line.isBlank()).forEach(line -> {
            String[] cells = line.split("\\|", -1);
            String name = cells[0].strip();
            if (name.startsWith("$")) {
                words.put(name, cells[1].strip());
            } else {
                elements.put(name, new Element(attributes(cell(cells, 1, words)), Set.copyOf(cell(cells, 2, words)),
                        cell(cells, 3, words).stream().findFirst().map(Content::of).orElse(null)));
            }
        });
        return new Grammar(elements);
    }

    private static List<String> cell(String[] cells, int index, Map<String, String> words) {
        return cells.length <= index ? List.of() : Arrays.stream(cells[index].strip().split("\\s+"))
                .filter(word -> !word.isEmpty())
                .flatMap(word -> word.startsWith("$") ? Arrays.stream(words.get(word).split("\\s+")) : Arrays.stream(new String[] {word}))
                .toList();
    }

    private static Map<String, Content> attributes(List<String> words) {
        return words.stream().collect(Collectors.toMap(word -> word.split("=", 2)[0],
                word -> word.contains("=") ? Content.of(word.split("=", 2)[1]) : Content.LITERAL));
    }

    /** Reports everything that is not in this grammar, and hands every text that stands where it may to {@code texts}. */
    void check(XmlNode node, Findings findings, Texts texts) {
        Element allowed = elements.get(node.name);
        node.attributes.forEach((attribute, value) -> {
            Content content = allowed.attributes().get(attribute);
            if (content == null) {
                findings.add(node, "attribute-not-allowed", attribute, node.name);
            } else {
                texts.found(node, content, value);
            }
        });
        if (allowed.text() != null) {
            texts.found(node, allowed.text(), node.text());
        } else if (!node.text().isEmpty()) {
            findings.add(node, "text-not-allowed", node.name);
        }
        for (XmlNode child : node.children) {
            if (allowed.children().contains(child.name) && elements.containsKey(child.name)) {
                check(child, findings, texts);
            } else {
                findings.add(child, "element-not-allowed", child.name, node.name);
            }
        }
    }

    /** Takes an attribute's value or an element's text. */
    @FunctionalInterface
    interface Texts {

        void found(XmlNode at, Content content, String text);
    }
}
