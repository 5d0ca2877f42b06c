package org.zhiping.platform.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.zhiping.TestDatabase;
import org.zhiping.platform.CalendarChanged;
import org.zhiping.platform.Refusal;
import org.zhiping.platform.TestWorkingDays;
import org.zhiping.platform.WorkingDays;

/** The years that come with the product, and what people change in them. */
class WorkingCalendarTest {

    private final DataSource source = TestDatabase.fresh();
    private final JdbcClient jdbc = JdbcClient.create(source);
    private final Clock clock = at("2026-11-23T02:00:00Z");
    private final CalendarYears years = new JdbcCalendarYears(jdbc, clock);
    private final WorkingDays days = TestWorkingDays.on(jdbc);
    private final WorkingCalendar calendar = new WorkingCalendar(years, event -> days.on((CalendarChanged) event), clock);

    private static Clock at(String moment) {
        return Clock.fixed(Instant.parse(moment), ZoneId.of("Asia/Shanghai"));
    }

    private void start() {
        new ShippedYears(years, new DataSourceTransactionManager(source), clock).afterSingletonsInstantiated();
    }

    @ParameterizedTest
    @CsvSource({"2024, 28, 8", "2025, 28, 5", "2026, 33, 6"})
    void aShippedYearHasWhatItsNoticeSays(int year, int holidays, int makeUpDays) {
        start();
        List<SpecialDay> shipped = calendar.days(year);
        assertThat(shipped).filteredOn(day -> !day.working()).hasSize(holidays);
        assertThat(shipped).filteredOn(SpecialDay::working).hasSize(makeUpDays)
                .allMatch(day -> day.day().getDayOfWeek() == DayOfWeek.SATURDAY || day.day().getDayOfWeek() == DayOfWeek.SUNDAY);
        assertThat(calendar.year(year).orElseThrow().source()).contains("国务院办公厅关于" + year + "年部分节假日安排的通知");
        long plain = LocalDate.of(year, 1, 1).datesUntil(LocalDate.of(year + 1, 1, 1)).filter(day -> day.getDayOfWeek().getValue() < 6).count();
        long off = shipped.stream().filter(day -> !day.working() && day.day().getDayOfWeek().getValue() < 6).count();
        assertThat(days.between(LocalDate.of(year - 1, 12, 31), LocalDate.of(year, 12, 31))).isEqualTo((int) (plain - off) + makeUpDays);
    }

    /** Five working days of publicity from 30 September: seven holidays and the make-up Saturday lie inside. */
    @Test
    void aTermPassesOverNationalDayAndCountsTheMakeUpDay() {
        start();
        assertThat(days.plus(LocalDate.of(2026, 9, 30), 3)).isEqualTo("2026-10-10");
        assertThat(days.plus(LocalDate.of(2026, 9, 30), 5)).isEqualTo("2026-10-13");
        assertThat(days.between(LocalDate.of(2026, 9, 30), LocalDate.of(2026, 10, 10))).isEqualTo(3);
        assertThat(days.between(LocalDate.of(2026, 9, 30), LocalDate.of(2026, 10, 7))).isZero();
    }

    @Test
    void whatTheInstitutionChangedOutlivesAStart() {
        start();
        calendar.remove(LocalDate.of(2026, 1, 4), "exam-officer");
        calendar.set(LocalDate.of(2026, 1, 5), false, "校庆", "exam-officer");
        calendar.importYear(2027, "国务院办公厅关于2027年部分节假日安排的通知", "日期,安排,说明\n2027-01-01,休,元旦\n", "exam-officer");
        start();
        assertThat(days.isWorkingDay(LocalDate.of(2026, 1, 4))).isFalse();
        assertThat(days.isWorkingDay(LocalDate.of(2026, 1, 5))).isFalse();
        assertThat(days.known(LocalDate.of(2027, 5, 1))).isTrue();
        assertThat(calendar.changes(10)).extracting(CalendarChange::act).containsExactly("year-imported", "day-set", "day-removed",
                "year-shipped", "year-shipped", "year-shipped");
        assertThat(calendar.changes(1).get(0).by()).isEqualTo("exam-officer");
    }

    @Test
    void anImportIsTheWholeYearAndComesBackAsItWas() {
        start();
        WorkingCalendar.Imported imported = calendar.importYear(2026, "本机构安排", "2026/01/01,休,元旦\n2026-01-04，班，元旦\n2026-12-31,休,年终盘点\n", "exam-officer");
        assertThat(imported).isEqualTo(new WorkingCalendar.Imported(1, 0, 37));
        assertThat(calendar.csv(2026)).isEqualTo("\uFEFF日期,安排,说明\r\n2026-01-01,休,元旦\r\n2026-01-04,班,元旦\r\n2026-12-31,休,年终盘点\r\n");
        assertThat(calendar.importYear(2026, "本机构安排", calendar.csv(2026), "exam-officer")).isEqualTo(new WorkingCalendar.Imported(0, 0, 0));
    }

    /** Spreadsheet programs leave zeros out, put quotes around cells and keep empty rows. */
    @Test
    void aFileThatASpreadsheetProgramHasSavedIsReadAsWell() {
        calendar.importYear(2027, "通知", "日期,安排,说明\r\n2027/1/1,休,元旦\r\n\"2027/1/2\",\"休\",\"元旦\"\r\n2027年1月3日,休,元旦\r\n,,\r\n", "a");
        assertThat(calendar.days(2027)).extracting(SpecialDay::day).containsExactly(LocalDate.of(2027, 1, 1), LocalDate.of(2027, 1, 2), LocalDate.of(2027, 1, 3));
        assertThatThrownBy(() -> calendar.importYear(2027, "通知", "\"2027-02-30\",休,春节\n2027-02-05,班,春节", "a")).isInstanceOfSatisfying(Refusal.class,
                refusal -> assertThat(refusal.faults()).extracting(Refusal.Fault::code).containsExactly("calendar-line-day", "calendar-line-weekday"));
        assertThatThrownBy(() -> calendar.importYear(2027, "通知", "2027-01-01,休\n".repeat(1001), "a")).hasMessage("calendar-lines");
        assertThat(calendar.days(2027)).hasSize(3);
    }

    @Test
    void aFileThatCannotBeReadChangesNothingAndSaysEveryLine() {
        assertThatThrownBy(() -> calendar.importYear(2027, "通知", "日期,安排\n2027-13-01,休\n2026-01-01,休\n2027-01-01,也许\n2027-01-02,休\n2027-01-02,班\n", "a"))
                .isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.faults()).extracting(Refusal.Fault::code).containsExactly(
                        "calendar-line-day", "calendar-line-year", "calendar-line-kind", "calendar-line-twice"));
        assertThatThrownBy(() -> calendar.importYear(2027, "通知", "", "a")).isInstanceOf(Refusal.class).hasMessage("calendar-empty");
        assertThatThrownBy(() -> calendar.importYear(2027, " ", "2027-01-01,休", "a")).isInstanceOf(Refusal.class).hasMessage("calendar-source");
        assertThatThrownBy(() -> calendar.set(LocalDate.of(2026, 11, 24), true, "加班", "a")).hasMessage("calendar-works-anyway");
        assertThatThrownBy(() -> calendar.set(LocalDate.of(2026, 11, 24), false, " ", "a")).hasMessage("calendar-note");
        assertThatThrownBy(() -> calendar.remove(LocalDate.of(2026, 11, 24), "a")).hasMessage("calendar-day-plain");
        assertThatThrownBy(() -> calendar.days(99_999_999)).hasMessage("calendar-year");
        assertThat(calendar.days(2027)).isEmpty();
    }

    @Test
    void itWarnsBeforeItRunsOutAndWhenItHas() {
        assertThat(watch("2026-06-01T02:00:00Z").warning()).hasValueSatisfying(warning -> assertThat(warning.missingYear()).isEqualTo(2026));
        start();
        days.on(new CalendarChanged(2026));
        assertThat(watch("2026-10-01T02:00:00Z").warning()).isEmpty();
        assertThat(watch("2026-11-23T02:00:00Z").warning()).contains(new CalendarWatch.Warning(LocalDate.of(2026, 12, 31), 38));
        assertThat(watch("2027-02-01T02:00:00Z").warning()).contains(new CalendarWatch.Warning(LocalDate.of(2026, 12, 31), 0));
        assertThat(watch("2026-11-23T02:00:00Z").health().getDetails()).containsEntry("knownUntil", "2026-12-31").containsEntry("missingYear", 2027);
    }

    private CalendarWatch watch(String moment) {
        return new CalendarWatch(days, at(moment), 60);
    }
}
