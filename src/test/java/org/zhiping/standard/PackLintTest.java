package org.zhiping.standard;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.zhiping.platform.Language;
import org.zhiping.platform.TestTexts;

/** A pack that is sound is found so: those of the program, the one of the documentation, and with {@code -Dpack=<folder>} yours. */
class PackLintTest {

    static Stream<Path> packs() {
        String own = System.getProperty("pack");
        return own != null ? Stream.of(Path.of(own))
                : Stream.of(Path.of("standards/all-media-operator/2023"), Path.of("standards/independent-operator/undated"),
                        Path.of("docs/standards/tea-room-guide/2026"));
    }

    @ParameterizedTest
    @MethodSource("packs")
    void isSound(Path folder) throws Exception {
        PackLint.Result result = PackZips.lint().zip(PackZips.of(folder));

        assertThat(result.problems().all().stream().filter(problem -> !problem.warning()).map(problem -> problem.place() + " "
                + TestTexts.create().of(Language.ENGLISH, "refusal." + problem.code(), problem.args().toArray())).collect(Collectors.joining("\n"))).isEmpty();
        assertThat(result.usable()).isTrue();
    }
}
