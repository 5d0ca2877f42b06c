package org.zhiping.standard;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A pack that is sound is found so. */
class PackLintTest {

    @ParameterizedTest
    @ValueSource(strings = {"standards/all-media-operator/2023", "standards/independent-operator/undated"})
    void theShippedPacksAreSound(String folder) throws Exception {
        PackLint.Result result = PackZips.lint().zip(PackZips.of(Path.of(folder)));

        assertThat(result.problems().all()).filteredOn(problem -> !problem.warning()).isEmpty();
    }
}
