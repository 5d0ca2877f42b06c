package org.zhiping.standard;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.util.Map;

/** A pack of this repository with other facts, for tests. */
public final class TestFacts {

    private static final YAMLMapper YAML = YAMLMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

    private TestFacts() {
    }

    /**
     * @param settings lines of the pack that are to be different, such as {@code relatedMajorsOpen}
     * @param lines    facts, as YAML without the braces
     */
    public static StandardPack pack(String standard, String edition, Map<String, ?> settings, String... lines) {
        try {
            ObjectNode pack = YAML.valueToTree(TestStandards.packs().find(standard, edition));
            ArrayNode facts = pack.putArray("facts");
            for (String line : lines) {
                facts.add(YAML.readTree("{" + line + "}"));
            }
            settings.forEach((key, value) -> pack.set(key, YAML.valueToTree(value)));
            return YAML.treeToValue(pack, StandardPack.class);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
