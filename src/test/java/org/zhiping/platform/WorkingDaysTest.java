package org.zhiping.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.zhiping.TestDatabase;

class WorkingDaysTest {

    private final JdbcClient jdbc = JdbcClient.create(TestDatabase.fresh());
    private final WorkingDays days = new WorkingDays(jdbc);

    @Test
    void weekendsAreSkipped() {
        assertThat(days.plus(LocalDate.of(2026, 11, 20), 1)).isEqualTo("2026-11-23");
        assertThat(days.plus(LocalDate.of(2026, 11, 21), 0)).isEqualTo("2026-11-21");
        assertThat(days.plus(LocalDate.of(2026, 11, 23), 5)).isEqualTo("2026-11-30");
        assertThat(days.minus(LocalDate.of(2026, 11, 30), 5)).isEqualTo("2026-11-23");
        assertThat(days.minus(LocalDate.of(2026, 11, 22), 1)).isEqualTo("2026-11-20");
    }

    @Test
    void aHolidayIsSkippedAndAMakeUpDayCounts() {
        jdbc.sql("insert into calendar_day (day, working, note) values ('2026-10-01', false, '国庆节'), ('2026-10-10', true, '调休')").update();
        assertThat(days.plus(LocalDate.of(2026, 9, 30), 1)).isEqualTo("2026-10-02");
        assertThat(days.plus(LocalDate.of(2026, 10, 9), 1)).isEqualTo("2026-10-10");
        assertThat(days.minus(LocalDate.of(2026, 10, 2), 1)).isEqualTo("2026-09-30");
        assertThat(days.isWorkingDay(LocalDate.of(2026, 10, 10))).isTrue();
    }

    @Test
    void negativeDaysAreAnError() {
        assertThatThrownBy(() -> days.plus(LocalDate.of(2026, 1, 1), -1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> days.minus(LocalDate.of(2026, 1, 1), -1)).isInstanceOf(IllegalArgumentException.class);
    }
}
