package org.zhiping.platform.process.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An element of a model as the engine reads it: the text is joined across comments and CDATA sections, and names carry
 * our own prefix for their namespace, whatever prefix the file uses. A foreign namespace stays visible as {@code {uri}}.
 */
final class XmlNode {

    final String name;
    final XmlNode parent;
    final int line;
    final Map<String, String> attributes = new LinkedHashMap<>();
    final List<XmlNode> children = new ArrayList<>();
    final StringBuilder text = new StringBuilder();

    XmlNode(String name, XmlNode parent, int line) {
        this.name = name;
        this.parent = parent;
        this.line = line;
    }

    String attribute(String attribute) {
        return attributes.getOrDefault(attribute, "");
    }

    boolean has(String attribute) {
        return attributes.containsKey(attribute);
    }

    String id() {
        return attribute("id");
    }

    String text() {
        return text.toString().strip();
    }

    /** The id of this element or of the nearest one around it that has an id. */
    String nearestId() {
        return has("id") || parent == null ? id() : parent.nearestId();
    }

    Stream<XmlNode> children(String child) {
        return children.stream().filter(node -> node.name.equals(child));
    }

    Optional<XmlNode> child(String child) {
        return children(child).findFirst();
    }

    /** The first element at the end of this path of names. */
    Optional<XmlNode> path(String... names) {
        Optional<XmlNode> node = Optional.of(this);
        for (String step : names) {
            node = node.flatMap(found -> found.child(step));
        }
        return node;
    }

    /** This element and everything inside it, in document order. */
    Stream<XmlNode> all() {
        return Stream.concat(Stream.of(this), children.stream().flatMap(XmlNode::all));
    }

    Stream<XmlNode> all(String element) {
        return all().filter(node -> node.name.equals(element));
    }
}
