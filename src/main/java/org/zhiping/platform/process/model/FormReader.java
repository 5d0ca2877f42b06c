package org.zhiping.platform.process.model;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Reads a form strictly: what says one thing twice would be read differently by browser and server. */
final class FormReader {

    private static final ObjectMapper STRICT = new ObjectMapper()
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private FormReader() {
    }

    /** In UTF-8, as the engine reads it. */
    static JsonNode read(byte[] bytes) throws UnreadableModel {
        try {
            JsonNode root = STRICT.readTree(new String(bytes, StandardCharsets.UTF_8));
            if (root == null || !root.isObject()) {
                throw new UnreadableModel("not-json", 0, new IOException("no JSON object"));
            }
            return root;
        } catch (JsonProcessingException e) {
            throw new UnreadableModel("not-json", e.getLocation() == null ? 0 : e.getLocation().getLineNr(), e);
        }
    }
}
