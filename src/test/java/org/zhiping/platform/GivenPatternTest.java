package org.zhiping.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.regex.PatternSyntaxException;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GivenPatternTest {

    private static final Duration SOON = Duration.ofSeconds(5);

    @Test
    void anOrdinaryOneAnswersAsEver() {
        assertThat(GivenPattern.of("[0-9]{17}[0-9X]").isWhole("11010519491231002X")).isTrue();
        assertThat(GivenPattern.of("^[a-z]+$").isIn("ABC")).isFalse();
        assertThat(GivenPattern.of("b").isIn("abc")).isTrue();
        assertThat(GivenPattern.of("b").isWhole("abc")).isFalse();
        assertThat(GivenPattern.of("(?s).{2,500}").isWhole("字\n".repeat(250))).isTrue();
        assertThat(GivenPattern.of("(?<=a)(.)\\1$").isIn("x".repeat(9_990) + "abb")).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = ' ', value = {"(a+)+\\1?$ a 40", "(a*)*\\1b a 40", "a*a*a*a*a*b a 10000", "(?:a|b)*c a 10000", "(.*)(.*)(.*)\\3x a 10000"})
    void oneThatNeverEndsEnds(String expression, String of, int times) {
        GivenPattern pattern = GivenPattern.of(expression);
        Assertions.assertTimeoutPreemptively(SOON, () -> assertThatThrownBy(() -> pattern.isIn(of.repeat(times) + "!"))
                .isInstanceOf(GivenPattern.TooCostly.class));
    }

    @ParameterizedTest
    @ValueSource(strings = {"(", "((?:){1000000}){1000000}", "a{999999999}"})
    void someAreRefusedAtOnce(String expression) {
        assertThatThrownBy(() -> GivenPattern.of(expression)).isInstanceOf(PatternSyntaxException.class);
    }

    @Test
    void soIsOneWithoutABottom() {
        assertThatThrownBy(() -> GivenPattern.of("(".repeat(50_000) + ")".repeat(50_000))).isInstanceOf(PatternSyntaxException.class);
    }
}
