package org.zhiping.standard;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;
import org.zhiping.platform.Refusal;

/**
 * Reads every pack from the class path at start. All YAML files of one edition's folder make one pack; a pack that does
 * not hold together stops the start with every fault named.
 */
@Component
class YamlPacks implements Packs {

    private static final ObjectMapper YAML = YAMLMapper.builder()
            .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private final List<StandardPack> packs;

    YamlPacks() throws IOException {
        this("classpath*:standards/*/*/*.yaml");
    }

    YamlPacks(String pattern) throws IOException {
        Map<String, ObjectNode> folders = new TreeMap<>();
        for (Resource file : new PathMatchingResourcePatternResolver().getResources(pattern)) {
            String url = file.getURL().toString();
            String folder = url.substring(url.lastIndexOf("standards/"), url.lastIndexOf('/'));
            merge(folder, folders.computeIfAbsent(folder, key -> YAML.createObjectNode()), file);
        }
        List<StandardPack> read = new ArrayList<>();
        for (Map.Entry<String, ObjectNode> folder : folders.entrySet()) {
            read.add(pack(folder.getKey(), folder.getValue()));
        }
        packs = List.copyOf(read);
    }

    private static void merge(String folder, ObjectNode pack, Resource file) throws IOException {
        try (InputStream in = file.getInputStream()) {
            if (!(YAML.readTree(in) instanceof ObjectNode content)) {
                throw new BadPack(folder, file.getFilename() + " is no YAML mapping");
            }
            content.fields().forEachRemaining(entry -> {
                if (pack.has(entry.getKey())) {
                    throw new BadPack(folder, entry.getKey() + " stands in two files");
                }
                pack.set(entry.getKey(), entry.getValue());
            });
        } catch (JacksonException unreadable) {
            throw new BadPack(folder, file.getFilename() + ": " + unreadable.getMessage());
        }
    }

    private static StandardPack pack(String folder, ObjectNode content) {
        try {
            StandardPack pack = YAML.convertValue(content, StandardPack.class);
            List<String> faults = PackCheck.faults(folder, pack);
            if (!faults.isEmpty()) {
                throw new BadPack(folder, String.join("; ", faults));
            }
            return pack;
        } catch (IllegalArgumentException unreadable) {
            throw new BadPack(folder, unreadable.getMessage());
        }
    }

    @Override
    public StandardPack find(String standard, String edition) {
        return packs.stream()
                .filter(pack -> pack.standard().equals(standard) && pack.edition().equals(edition)).findFirst()
                .orElseThrow(() -> Refusal.notFound("standard-unknown", standard, edition));
    }

    @Override
    public List<StandardPack> all() {
        return packs;
    }
}
