package org.zhiping.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.zhiping.TestDatabase;

/** Read on Friday 20 November 2026 at ten; the Monday after it is a holiday. */
class CountdownTest {

    private final JdbcClient jdbc = JdbcClient.create(TestDatabase.fresh());

    @AfterEach
    void inNoLanguage() {
        LocaleContextHolder.resetLocaleContext();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-25T15:59:59Z, 还剩 2 个工作日, 2 working days left, ''",
        "2026-11-24T15:59:59Z, 还剩 1 个工作日, 1 working day left, warn",
        "2026-11-22T15:59:59Z, 不足 1 个工作日, Less than 1 working day left, warn",
        "2026-11-20T15:59:59Z, 今天到期, Due today, warn",
        "2026-11-20T01:00:00Z, 逾期不足 1 个工作日, Less than 1 working day overdue, bad",
        "2026-11-18T15:59:59Z, 逾期 2 个工作日, 2 working days overdue, bad",
        "2027-01-04T15:59:59Z, 还剩 30 个工作日（节假日安排未录入，暂计）, 30 working days left (provisional: holidays not entered yet), ''"})
    void itSaysWhatIsLeft(Instant due, String chinese, String english, String tone) {
        jdbc.sql("insert into calendar_day (day, working, note) values ('2026-11-23', false, '假日')").update();
        jdbc.sql("insert into calendar_year (year, source, set_at) values (2026, '通知', now())").update();
        Countdown countdown = new Countdown(new WorkingDays(jdbc), TestTexts.create(), Clock.fixed(Instant.parse("2026-11-20T02:00:00Z"), ZoneId.of("Asia/Shanghai")));
        LocaleContextHolder.setLocale(Locale.SIMPLIFIED_CHINESE);
        assertThat(countdown.words(due)).isEqualTo(chinese);
        LocaleContextHolder.setLocale(Locale.ENGLISH);
        assertThat(countdown.words(due)).isEqualTo(english);
        assertThat(countdown.tone(due)).isEqualTo(tone);
    }
}
