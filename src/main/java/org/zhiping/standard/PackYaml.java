package org.zhiping.standard;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.StringReader;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.DocumentStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * The YAML files of one pack, read as one document that still knows on which line of which file each value stands. What
 * a pack has no use for is refused: anchors and aliases, tags, several documents, deep nesting.
 */
final class PackYaml {

    private static final ObjectMapper MAPPER = YAMLMapper.builder()
            .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();
    /** Passes over words that it does not know. */
    private static final ObjectMapper LENIENT = MAPPER.copy().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    private static final int DEEPEST = 20;
    private static final int MOST_CHARACTERS = 2_000_000;
    private static final Pattern INTEGER = Pattern.compile("-?(0|[1-9]\\d{0,17})");
    private static final Pattern DECIMAL = Pattern.compile("-?\\d{1,18}\\.\\d{1,18}");

    private record Place(String file, int line) {
    }

    private final ObjectNode content = JsonNodeFactory.instance.objectNode();
    private final Map<String, Place> places = new HashMap<>();
    private final Map<String, String> home = new HashMap<>();
    private final Set<String> reported = new HashSet<>();
    private final PackProblems problems;

    /** @param files text by name, of the YAML files alone */
    PackYaml(Map<String, String> files, PackProblems problems) {
        this.problems = problems;
        files.forEach(this::read);
    }

    ObjectNode content() {
        return content;
    }

    private void read(String file, String text) {
        if (text.length() > MOST_CHARACTERS) {
            problems.error(file, 0, "yaml-too-long");
            return;
        }
        try {
            if (!plain(file, text)) {
                return;
            }
            Node root = new Yaml(limits()).compose(new StringReader(text));
            if (root instanceof MappingNode mapping) {
                merge(file, mapping);
            } else {
                problems.error(file, 1, "yaml-no-mapping");
            }
        } catch (MarkedYAMLException unreadable) {
            Mark mark = unreadable.getProblemMark() == null ? unreadable.getContextMark() : unreadable.getProblemMark();
            problems.error(file, mark == null ? 0 : mark.getLine() + 1, "yaml-unreadable", String.valueOf(unreadable.getProblem()));
        } catch (YAMLException unreadable) {
            problems.error(file, 0, "yaml-unreadable", String.valueOf(unreadable.getMessage()));
        }
    }

    private static LoaderOptions limits() {
        LoaderOptions limits = new LoaderOptions();
        limits.setNestingDepthLimit(DEEPEST);
        limits.setCodePointLimit(MOST_CHARACTERS);
        limits.setMaxAliasesForCollections(0);
        return limits;
    }

    /** Looks at the events alone, so that nothing is built before it is known to be harmless. */
    private boolean plain(String file, String text) {
        boolean plain = true;
        int documents = 0;
        for (Event event : new Yaml(limits()).parse(new StringReader(text))) {
            int line = event.getStartMark() == null ? 0 : event.getStartMark().getLine() + 1;
            if (event instanceof AliasEvent || event instanceof NodeEvent node && node.getAnchor() != null) {
                problems.error(file, line, "yaml-anchor");
                plain = false;
            } else if (event instanceof DocumentStartEvent && ++documents > 1) {
                problems.error(file, line, "yaml-documents");
                plain = false;
            }
        }
        return plain;
    }

    private void merge(String file, MappingNode root) {
        for (NodeTuple entry : root.getValue()) {
            int line = line(entry.getKeyNode());
            String key = key(file, entry.getKeyNode());
            if (key == null) {
                continue;
            }
            String other = home.putIfAbsent(key, file);
            if (other != null) {
                problems.error(file, line, other.equals(file) ? "key-twice" : "key-in-two-files", key, other);
                continue;
            }
            places.put("/" + key, new Place(file, line));
            content.set(key, value(file, "/" + key, entry.getValueNode()));
        }
    }

    private String key(String file, Node node) {
        if (node instanceof ScalarNode scalar) {
            return scalar.getValue();
        }
        problems.error(file, line(node), "yaml-key");
        return null;
    }

    private JsonNode value(String file, String path, Node node) {
        places.putIfAbsent(path, new Place(file, line(node)));
        if (node instanceof MappingNode mapping) {
            ObjectNode object = JsonNodeFactory.instance.objectNode();
            for (NodeTuple entry : mapping.getValue()) {
                String key = key(file, entry.getKeyNode());
                if (key != null && object.has(key)) {
                    problems.error(file, line(entry.getKeyNode()), "key-twice", key, file);
                } else if (key != null) {
                    String at = path + "/" + key;
                    places.put(at, new Place(file, line(entry.getKeyNode())));
                    object.set(key, value(file, at, entry.getValueNode()));
                }
            }
            return object;
        }
        if (node instanceof SequenceNode sequence) {
            ArrayNode array = JsonNodeFactory.instance.arrayNode();
            for (Node item : sequence.getValue()) {
                array.add(value(file, path + "/" + array.size(), item));
            }
            return array;
        }
        return scalar((ScalarNode) node);
    }

    /** Plain words become what they look like, as in JSON; what is quoted stays text, and so does a date. */
    private static JsonNode scalar(ScalarNode node) {
        String text = node.getValue();
        JsonNodeFactory json = JsonNodeFactory.instance;
        if (node.getScalarStyle() != DumperOptions.ScalarStyle.PLAIN) {
            return json.textNode(text);
        }
        return switch (text) {
            case "", "~", "null" -> json.nullNode();
            case "true" -> json.booleanNode(true);
            case "false" -> json.booleanNode(false);
            default -> INTEGER.matcher(text).matches() ? json.numberNode(Long.parseLong(text))
                    : DECIMAL.matcher(text).matches() ? json.numberNode(new BigDecimal(text)) : json.textNode(text);
        };
    }

    private static int line(Node node) {
        return node.getStartMark().getLine() + 1;
    }

    /**
     * The pack, or nothing and a problem when the words do not make one.
     *
     * @param told true when it has been said already what is wrong
     */
    Optional<StandardPack> pack(boolean told) {
        try {
            return Optional.of((told ? LENIENT : MAPPER).convertValue(content, StandardPack.class));
        } catch (IllegalArgumentException unreadable) {
            String path = unreadable.getCause() instanceof JsonMappingException mapping
                    ? "/" + mapping.getPath().stream().map(step -> step.getFieldName() == null ? String.valueOf(step.getIndex()) : step.getFieldName())
                            .collect(Collectors.joining("/")) : "";
            if (!told) {
                at(PackFault.at(path, "unreadable-value", path.substring(path.lastIndexOf('/') + 1)));
            }
            return Optional.empty();
        }
    }

    /** Reports a fault at the line of the value that it is about, or of the nearest one around it; the first fault of a value is enough. */
    void at(PackFault fault) {
        if (!fault.path().isEmpty() && places.containsKey(fault.path()) && !reported.add(fault.path())) {
            return;
        }
        Place place = place(fault.path());
        problems.error(place.file(), place.line(), fault.code(), fault.args().toArray());
    }

    void warn(PackFault fault) {
        Place place = place(fault.path());
        problems.warning(place.file(), place.line(), fault.code(), fault.args().toArray());
    }

    private Place place(String path) {
        String up = path;
        while (!up.isEmpty()) {
            Place place = places.get(up);
            if (place != null) {
                return place;
            }
            up = up.substring(0, up.lastIndexOf('/'));
        }
        return new Place(PackFiles.MAIN, 1);
    }
}
