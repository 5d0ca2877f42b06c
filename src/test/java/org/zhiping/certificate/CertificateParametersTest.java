package org.zhiping.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every pack of a standard asks the institution for what its certificates need. */
class CertificateParametersTest {

    static List<Path> packs() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("standards"))) {
            return files.filter(file -> file.endsWith("standard.yaml")).toList();
        }
    }

    @ParameterizedTest
    @MethodSource("packs")
    void aCertificateHasANameAndANumber(Path pack) {
        Map<String, JsonNode> parameters = parameters(pack);
        assertThat(parameters).containsKeys("certificate.heading", "certificate.scores");
        assertThat(parameters.get("certificate.heading").get("defaultValue").asText()).isNotBlank();
        if (parameters.containsKey(Numbering.OWN)) {
            assertThat(parameters.get(Numbering.OWN).get("pattern").asText()).isEqualTo(NumberPattern.GRAMMAR);
        } else {
            assertThat(parameters).containsKeys("certificate.bodyKind", "certificate.bodyCode", "certificate.province", "certificate.site");
        }
    }

    private static Map<String, JsonNode> parameters(Path pack) {
        try {
            Map<String, JsonNode> parameters = new TreeMap<>();
            new YAMLMapper().readTree(pack.toFile()).get("parameters").forEach(spec -> parameters.put(spec.get("id").asText(), spec));
            return parameters;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
