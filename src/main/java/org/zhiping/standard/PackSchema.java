package org.zhiping.standard;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** The published JSON Schema of a pack's YAML: which words there are, which are needed, and what they hold. */
final class PackSchema {

    /** On the class path, and under {@code /schema/} on the web. */
    static final String FILE = "static/schema/standard.schema.json";

    private static final Set<String> TOLD = Set.of("type", "required", "additionalProperties", "enum", "pattern", "minLength",
            "maxLength", "minItems", "maxItems", "uniqueItems", "minimum", "maximum");
    private static final Schema SCHEMA = read();

    private PackSchema() {
    }

    private static Schema read() {
        try (InputStream in = PackSchema.class.getClassLoader().getResourceAsStream(FILE)) {
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12).getSchema(in, InputFormat.JSON);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static List<PackFault> faults(ObjectNode content) {
        return SCHEMA.validate(content).stream().map(PackSchema::fault).toList();
    }

    private static PackFault fault(Error error) {
        String path = error.getInstanceLocation().toString();
        String keyword = TOLD.contains(error.getKeyword()) ? error.getKeyword() : "other";
        String at = error.getProperty() != null && keyword.equals("additionalProperties") ? path + "/" + error.getProperty() : path;
        return new PackFault(at, "schema-" + keyword, Arrays.asList(subject(error, path), detail(error, keyword)));
    }

    /** The word that the fault is about. */
    private static Object subject(Error error, String path) {
        return error.getProperty() != null ? error.getProperty() : path.substring(path.lastIndexOf('/') + 1);
    }

    private static Object detail(Error error, String keyword) {
        return switch (keyword) {
            case "other" -> error.getMessage();
            case "required", "additionalProperties" -> path(error);
            case "pattern" -> error.getSchemaNode().asText();
            default -> String.valueOf(error.getSchemaNode()).replaceAll("[\\[\\]\"]", "").replace(",", ", ");
        };
    }

    private static String path(Error error) {
        String path = error.getInstanceLocation().toString();
        return path.isEmpty() ? "/" : path;
    }
}
