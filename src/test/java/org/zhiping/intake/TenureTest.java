package org.zhiping.intake;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.zhiping.intake.Tenure.Span;

import static org.assertj.core.api.Assertions.assertThat;

class TenureTest {

    private static final LocalDate TODAY = day("2026-11-22");

    @Test
    void fiveYearsAreFullOnTheDayItself() {
        assertThat(work("2021-11-22", null).fullYears(TODAY)).isEqualTo(5);
        assertThat(work("2021-11-22", "2026-11-22").fullYears(TODAY)).isEqualTo(5);
    }

    @Test
    void oneDayShortIsNotFiveYearsAndTheDayIsTold() {
        Tenure work = work("2021-11-23", null);
        assertThat(work.fullYears(TODAY)).isEqualTo(4);
        assertThat(work.reaches(5, TODAY, false)).contains(day("2026-11-23"));
    }

    @Test
    void theLastDayAtWorkCounts() {
        assertThat(work("2018-01-01", "2022-12-31").fullYears(TODAY)).isEqualTo(5);
        assertThat(work("2018-01-01", "2022-12-30").fullYears(TODAY)).isEqualTo(4);
    }

    @Test
    void overlapsCountOnce() {
        assertThat(work("2018-01-01", "2020-12-31", "2019-01-01", "2021-12-31").fullYears(TODAY)).isEqualTo(4);
        assertThat(work("2018-01-01", "2021-12-31", "2019-01-01", "2019-12-31").fullYears(TODAY)).isEqualTo(4);
    }

    @Test
    void gapsAreLeftOut() {
        assertThat(work("2017-01-01", "2018-12-31", "2021-01-01", "2023-12-31").fullYears(TODAY)).isEqualTo(5);
        assertThat(work("2017-01-01", "2018-12-31", "2021-01-01", "2023-12-30").fullYears(TODAY)).isEqualTo(4);
    }

    @Test
    void jobsThatFollowEachOtherAreOneSpan() {
        Tenure work = work("2019-03-05", "2020-07-16", "2020-07-17", "2024-03-04");
        assertThat(work.spans()).hasSize(1);
        assertThat(work.fullYears(TODAY)).isEqualTo(5);
    }

    @Test
    void aYearFrom29FebruaryIsFullOn28February() {
        Tenure work = work("2020-02-29", null);
        assertThat(work.fullYears(day("2021-02-27"))).isZero();
        assertThat(work.fullYears(day("2021-02-28"))).isEqualTo(1);
        assertThat(work.fullYears(day("2024-02-28"))).isEqualTo(3);
        assertThat(work.fullYears(day("2024-02-29"))).isEqualTo(4);
    }

    @Test
    void aShortMonthIsNoFullOne() {
        assertThat(work("2020-03-31", null).fullYears(day("2021-03-30"))).isZero();
        assertThat(work("2020-03-31", null).fullYears(day("2021-03-31"))).isEqualTo(1);
    }

    @Test
    void onlyWorkSinceADayCounts() {
        Tenure work = work("2015-01-01", "2019-12-31", "2022-06-01", null);
        assertThat(work.since(day("2019-01-01")).fullYears(TODAY)).isEqualTo(5);
        assertThat(work.since(day("2023-11-23")).fullYears(TODAY)).isEqualTo(2);
    }

    @Test
    void theLongestSpanHasNoGap() {
        Tenure work = work("2024-01-01", "2024-09-30", "2025-01-01", "2025-06-30");
        assertThat(work.fullYears(TODAY)).isEqualTo(1);
        assertThat(work.longestFullYears(TODAY)).isZero();
    }

    @Test
    void whoNoLongerWorksReachesNothing() {
        assertThat(work("2024-01-01", "2025-01-01").reaches(5, TODAY, false)).isEmpty();
        assertThat(new Tenure(List.of()).reaches(1, TODAY, false)).isEmpty();
    }

    private static Tenure work(String... days) {
        return Tenure.of(Stream.iterate(0, i -> i < days.length, i -> i + 2)
                .map(i -> Span.of(day(days[i]), days[i + 1] == null ? null : day(days[i + 1]))).toList());
    }

    private static LocalDate day(String iso) {
        return LocalDate.parse(iso);
    }
}
