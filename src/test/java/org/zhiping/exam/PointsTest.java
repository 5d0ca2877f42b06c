package org.zhiping.exam;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.zhiping.platform.Refusal;
import org.zhiping.standard.Scale;

class PointsTest {

    private static final Scale HUNDRED = new Scale(new BigDecimal("100"), new BigDecimal("60"), 2);

    @ParameterizedTest
    @CsvSource({"60.00, 60000000", "59.99, 59990000", "0, 0", "100, 100000000", "60.000, 60000000", " 88.5 , 88500000"})
    void takesEveryScoreOnTheScaleExactly(String written, long millionths) {
        assertThat(Points.parse("score", written, HUNDRED)).isEqualTo(new Points(millionths));
    }

    @ParameterizedTest
    @CsvSource({"60.005, score-decimals", "59.995, score-decimals", "59.999999999999999999, score-decimals",
            "100.01, score-out-of-range", "-1, score-out-of-range",
            "-0.01, score-out-of-range", "六十, score-not-a-number", "'', score-not-a-number", "NaN, score-not-a-number",
            "1e1, score-not-a-number", "６０, score-not-a-number", "60.0.0, score-not-a-number", "'60,5', score-not-a-number"})
    void refusesWhatTheScaleDoesNotKnow(String written, String code) {
        assertThatThrownBy(() -> Points.parse("score", written, HUNDRED)).isInstanceOf(Refusal.class).hasMessage(code);
    }

    @ParameterizedTest
    @CsvSource({"60.5, score-decimals", "60, "})
    void aScaleMayHaveNoDecimals(String written, String code) {
        Scale whole = new Scale(new BigDecimal("100"), new BigDecimal("60"), 0);
        if (code == null) {
            assertThat(Points.parse("score", written, whole).shown(0)).isEqualTo("60");
        } else {
            assertThatThrownBy(() -> Points.parse("score", written, whole)).hasMessage(code);
        }
    }

    static Stream<Arguments> jsonNumbers() {
        return Stream.of(Arguments.of(60, 60_000_000L), Arguments.of(59.99, 59_990_000L), Arguments.of(0.1 + 0.2, null),
                Arguments.of(Double.POSITIVE_INFINITY, null), Arguments.of(1e300, null), Arguments.of(new BigDecimal("1e2"), 100_000_000L));
    }

    @ParameterizedTest
    @MethodSource("jsonNumbers")
    void numbersAreTakenAsWritten(Number number, Long millionths) {
        if (millionths == null) {
            assertThatThrownBy(() -> Points.parse("score", number, HUNDRED)).isInstanceOf(Refusal.class);
        } else {
            assertThat(Points.parse("score", number, HUNDRED).millionths()).isEqualTo(millionths);
        }
    }
}
