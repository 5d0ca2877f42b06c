package org.zhiping.platform;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import org.springframework.stereotype.Component;

/** How long there is until a deadline, in working days and in the reader's words. */
@Component
public class Countdown {

    private final WorkingDays workingDays;
    private final Texts texts;
    private final Clock clock;

    public Countdown(WorkingDays workingDays, Texts texts, Clock clock) {
        this.workingDays = workingDays;
        this.texts = texts;
        this.clock = clock;
    }

    /** 还剩 N 个工作日, 今天到期, 逾期 N 个工作日; said to be provisional while the holidays of its year are not known. */
    public String words(Instant due) {
        LocalDate today = LocalDate.now(clock);
        LocalDate last = LocalDate.ofInstant(due, clock.getZone());
        String words = passed(due) ? over(workingDays.between(last, today)) : left(last, today);
        return workingDays.known(last) ? words : texts.of("page.left.provisional", words);
    }

    private String left(LocalDate last, LocalDate today) {
        int days = workingDays.between(today, last);
        return last.equals(today) ? texts.of("page.left.today") : days == 0 ? texts.of("page.left.short") : texts.of("page.left.days", days);
    }

    private String over(int days) {
        return days == 0 ? texts.of("page.left.just-over") : texts.of("page.left.over", days);
    }

    /** The class of the tag that says it: {@code bad} when it has passed, {@code warn} today and the working day before, else none. */
    public String tone(Instant due) {
        LocalDate last = LocalDate.ofInstant(due, clock.getZone());
        return passed(due) ? "bad" : workingDays.between(LocalDate.now(clock), last) <= 1 ? "warn" : "";
    }

    private boolean passed(Instant due) {
        return due.isBefore(clock.instant());
    }
}
