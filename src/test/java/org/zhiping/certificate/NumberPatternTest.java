package org.zhiping.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How certificate numbers are written. */
class NumberPatternTest {

    @Test
    void nationalCodingHas22Positions() {
        String series = NumberPattern.national("S", "1234", "11", "000001").series(2026);
        assertThat(NumberPattern.number(series, "4", 17)).isEqualTo("S123411000001264000017").hasSize(22);
    }

    @Test
    void ownPatternIsFilledIn() {
        NumberPattern pattern = NumberPattern.own("IO-{year}-{level}-{serial:6}");
        assertThat(NumberPattern.number(pattern.series(2026), "JUNIOR", 1)).isEqualTo("IO-2026-JUNIOR-000001");
        assertThat(NumberPattern.number(NumberPattern.own("{serial:4}-{year:2}{level}").series(2027), "SENIOR", 42))
                .isEqualTo("0042-27SENIOR");
    }

    @Test
    void aYearBelongsToItsOwnSeries() {
        NumberPattern pattern = NumberPattern.own("IO-{year:2}-{level}-{serial:6}");
        assertThat(pattern.series(2026)).isNotEqualTo(pattern.series(2027));
    }

    @Test
    void aSerialNeverOutgrowsItsPlaces() {
        String series = NumberPattern.own("IO-{year}-{level}-{serial:4}").series(2026);
        assertThat(NumberPattern.number(series, "JUNIOR", 9999)).endsWith("-9999");
        assertThatThrownBy(() -> NumberPattern.number(series, "JUNIOR", 10000)).isInstanceOf(IllegalStateException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "IO-000001", "IO-{year}-{level}", "IO-{year}-{serial:6}", "IO-{level}-{serial:6}",
            "IO-{year}-{year:2}-{level}-{serial:6}", "IO-{year}-{level}-{serial:6}-{serial:6}", "IO-{year}-{level}-{serial}",
            "IO-{year}-{level}-{serial:3}", "IO-{year}-{level}-{serial:10}", "io-{year}-{level}-{serial:6}",
            "职-{year}-{level}-{serial:6}", "IO-{year}-{level}-{serial:6} ", "-{year}-{level}-{serial:6}", "{year}-{level}-{serial:6}-",
            "IO-{year}-{level}-{serial:6}-{name}", "IO-${year}-{level}-{serial:6}", "S123411000001{year:2}{level}{serial:6}"})
    void otherPatternsAreRefused(String pattern) {
        assertThatThrownBy(() -> NumberPattern.own(pattern)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void thePackAsksForTheSamePattern() throws IOException {
        JsonNode pack = new YAMLMapper().readTree(Path.of("standards/independent-operator/undated/standard.yaml").toFile());
        assertThat(pack.get("parameters")).filteredOn(spec -> spec.get("id").asText().equals(Numbering.OWN))
                .extracting(spec -> spec.get("pattern").asText()).containsExactly(NumberPattern.GRAMMAR);
    }

    @Test
    void aMissingPatternIsRefused() {
        assertThatThrownBy(() -> NumberPattern.own(null)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void codingPartsHaveTheirPlaces() {
        assertThatThrownBy(() -> NumberPattern.national("s", "1234", "11", "000001")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> NumberPattern.national("S", "123", "11", "000001")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> NumberPattern.national("S", "1234", "1", "000001")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> NumberPattern.national("S", "1234", "11", "00001")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> NumberPattern.national("S", "１２３４", "11", null)).isInstanceOf(IllegalArgumentException.class);
    }
}
