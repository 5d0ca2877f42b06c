package org.zhiping.intake;

import java.time.LocalDate;
import java.time.Period;
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

    @Test
    void jobsThatEndAndBeginOnTheSameDayCountThatDayOnce() {
        assertThat(work("2016-11-22", "2021-11-22", "2021-11-22", null).fullYears(TODAY)).isEqualTo(10);
        assertThat(work("2016-11-23", "2021-11-22", "2021-11-22", null).fullYears(TODAY)).isEqualTo(9);
        assertThat(work("2021-11-22", "2024-01-01", "2024-01-01", "2026-11-21").spans()).hasSize(1);
    }

    @Test
    void aJobOfOneDayIsADay() {
        assertThat(work("2026-11-22", "2026-11-22").fullYears(day("2026-11-23"))).isZero();
        assertThat(work("2026-11-20", "2026-11-20").spans()).containsExactly(new Span(day("2026-11-20"), day("2026-11-21")));
    }

    @Test
    void neighboursOf29February() {
        assertThat(work("2020-02-28", null).fullYears(day("2021-02-27"))).isZero();
        assertThat(work("2020-02-28", null).fullYears(day("2021-02-28"))).isEqualTo(1);
        assertThat(work("2020-03-01", null).fullYears(day("2021-02-28"))).isZero();
        assertThat(work("2020-03-01", null).fullYears(day("2021-03-01"))).isEqualTo(1);
        assertThat(work("2019-03-01", "2020-02-28").fullYears(TODAY)).isZero();
        assertThat(work("2019-03-01", "2020-02-29").fullYears(TODAY)).isEqualTo(1);
        assertThat(work("2020-02-29", null).reaches(5, day("2024-12-31"), false)).contains(day("2025-02-28"));
    }

    @Test
    void whatLiesAheadDoesNotCountYet() {
        assertThat(work("2027-01-01", null).fullYears(TODAY)).isZero();
        assertThat(work("2026-11-22", null).fullYears(TODAY)).isZero();
        assertThat(work("2020-11-22", "2030-11-22").fullYears(TODAY)).isEqualTo(6);
        assertThat(work("2027-01-01", null).reaches(1, TODAY, false)).contains(day("2028-01-01"));
    }

    @Test
    void aSpanThatEndsBeforeItBeginsIsNone() {
        assertThat(work("2022-01-02", "2022-01-01").spans()).hasSize(0);
        assertThat(work("2022-01-02", "2020-01-01", "2021-11-22", null).fullYears(TODAY)).isEqualTo(5);
    }

    @Test
    void aLifeFrom1900IsCounted() {
        assertThat(work("1900-02-28", null).fullYears(TODAY)).isEqualTo(126);
        assertThat(work("1900-03-01", "1950-02-28").fullYears(TODAY)).isEqualTo(50);
    }

    @Test
    void workBeforeADayEndsThere() {
        Tenure work = work("2015-01-01", "2019-12-31", "2022-06-01", null);
        assertThat(work.until(day("2015-01-01")).spans()).isEmpty();
        assertThat(work.until(day("2020-01-01")).fullYears(TODAY)).isEqualTo(5);
        assertThat(work.until(day("2019-12-31")).fullYears(TODAY)).isEqualTo(4);
        assertThat(work.until(day("2023-06-01")).fullYears(TODAY)).isEqualTo(6);
        assertThat(work.until(day("2023-06-01")).reaches(9, TODAY, false)).isEmpty();
    }

    @Test
    void whatIsMissingIsToldInYearsMonthsAndDays() {
        assertThat(work("2023-02-22", null).missing(5, TODAY, false)).hasToString("P1Y3M");
        assertThat(work("2021-11-23", null).missing(5, TODAY, false)).hasToString("P1D");
        assertThat(work("2021-11-22", null).missing(5, TODAY, false)).isEqualTo(Period.ZERO);
        assertThat(Tenure.NONE.missing(5, TODAY, false)).isEqualTo(Period.ofYears(5));
        assertThat(work("2017-01-01", "2018-12-31", "2021-01-01", "2023-10-31").missing(5, TODAY, false)).hasToString("P2M");
        assertThat(work("2017-01-01", "2018-12-31", "2021-01-01", "2023-12-31").missing(5, TODAY, false)).isEqualTo(Period.ZERO);
        assertThat(work("2017-01-01", "2018-12-31", "2021-01-01", "2023-12-30").missing(5, TODAY, false)).hasToString("P1D");
        assertThat(work("2024-01-01", "2024-09-30", "2025-01-01", "2025-06-30").missing(1, TODAY, true)).hasToString("P3M");
    }

    @Test
    void theDayThatIsToldIsTheFirstOnWhichTheYearsAreFull() {
        for (String from : List.of("2020-02-29", "2022-01-31", "2024-12-31", "2026-11-21")) {
            Tenure apart = work("2015-03-30", "2015-05-01", from, null);
            for (int years = 1; years <= 10; years++) {
                LocalDate day = apart.reaches(years, day("2026-11-22"), false).orElseThrow();
                assertThat(apart.fullYears(day)).isGreaterThanOrEqualTo(years);
                assertThat(day.equals(day("2026-11-23")) || apart.fullYears(day.minusDays(1)) < years).isTrue();
            }
        }
    }

    private static Tenure work(String... days) {
        return Tenure.of(Stream.iterate(0, i -> i < days.length, i -> i + 2)
                .map(i -> Span.of(day(days[i]), days[i + 1] == null ? null : day(days[i + 1]))).toList());
    }

    private static LocalDate day(String iso) {
        return LocalDate.parse(iso);
    }
}
