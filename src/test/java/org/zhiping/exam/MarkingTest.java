package org.zhiping.exam;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.zhiping.platform.Refusal;
import org.zhiping.standard.Rubric;
import org.zhiping.standard.Scale;

/** Lines of a rubric: notes without weights, the total with them, exactly. */
class MarkingTest {

    private static final Scale HUNDRED = new Scale(new BigDecimal("100"), new BigDecimal("60"), 2);

    @ParameterizedTest
    @CsvSource({"1:50 2:50, 60 59.99, 59995000, 59.99", "1:50 2:50, 60 60, 60000000, 60.00", "1:30 2:70, 100 42.86, 60002000, 60.00",
            "1:33.33 2:66.67, 0.01 0.02, 16667, 0.01", "1:99.99 2:0.01, 60 59.99, 59999999, 59.99", "1:33.33 2:66.67, 100 100, 100000000, 100.00"})
    void aWeightedTotalIsExactAndCutOffWhenShown(String weights, String scores, long millionths, String shown) {
        Marks marks = marking(weights).read("total", "", null, Map.of("1", scores.split(" ")[0], "2", scores.split(" ")[1]));
        assertThat(marks.total().millionths()).isEqualTo(millionths);
        assertThat(marks.total().shown(2)).isEqualTo(shown);
    }

    @Test
    void threeWeightedTotalsJustUnderTheMarkStayUnderIt() {
        Marking marking = marking("1:50 2:50");
        long sum = IntStream.range(0, 3).mapToLong(n -> marking.read("total", "", "", Map.of("1", "60", "2", n == 0 ? 59.99 : 60)).total().millionths()).sum();
        PartRecord record = new PartRecord("c1", "SKILL", Attendance.PRESENT, sum, 3, 2, java.time.Instant.EPOCH);
        assertThat(record.scoreSum()).isEqualByComparingTo("179.995").isLessThan(new BigDecimal("180"));
        assertThat(record.shown()).isEqualTo("59.99");
    }

    @Test
    void withWeightsTheTotalIsComputedOnceEveryLineIsGiven() {
        Marking marking = marking("1:30 2:70");
        assertThat(marking.read("total", "", "", Map.of("1", 80)).total()).isNull();
        codes(() -> marking.read("total", "", 80, Map.of("1", 80, "2", 80)), "total score-is-computed");
        codes(() -> marking.readWhole("total", "lines.", null, Map.of("2", " ")), "lines.1 score-line-missing", "lines.2 score-line-missing");
    }

    @Test
    void withoutWeightsTheTotalIsTheScorersOwnAndLinesAreNotes() {
        Marking marking = marking("");
        Marks marks = marking.readWhole("total", "", "61.5", Map.of("1", "10", "2", ""));
        assertThat(marks.total()).isEqualTo(new Points(61_500_000));
        assertThat(marks.lines()).containsOnlyKeys("1");
        assertThat(marks.shown(2)).isEqualTo("61.50 (1: 10.00)");
        codes(() -> marking.readWhole("total", "", null, Map.of("1", 90, "2", 90)), "total score-not-a-number");
    }

    @Test
    void everyWrongFieldIsNamed() {
        codes(() -> marking("1:30 2:70").read("total", "c1.", null, Map.of("1", "100.01", "2", 60.005, "9", 1)),
                "c1.1 score-out-of-range", "c1.2 score-decimals", "c1.9 score-line-unknown");
        codes(() -> new Marking(HUNDRED, Rubric.NONE).read("total", "", 60, Map.of("1", 60)), "1 score-line-unknown");
    }

    private static Marking marking(String weights) {
        return new Marking(HUNDRED, rubric(weights));
    }

    /** Two lines, 1 and 2, weighing what {@code 1:30 2:70} says. */
    static Rubric rubric(String weights) {
        List<Rubric.Line> lines = IntStream.rangeClosed(1, 2).mapToObj(n -> new Rubric.Line(String.valueOf(n), "", "职业功能" + n, null, "3.1",
                weights.isEmpty() ? null : new BigDecimal(weights.split(" ")[n - 1].split(":")[1]))).toList();
        return new Rubric(lines);
    }

    private static void codes(ThrowingCallable act, String... faults) {
        assertThatThrownBy(act).isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.faults())
                .extracting(fault -> fault.field() + " " + fault.code()).containsExactlyInAnyOrder(faults));
    }
}
