package org.zhiping.casework;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.zhiping.casework.Reminders.Kind;
import org.zhiping.identity.Role;
import org.zhiping.notice.StaffNotices;
import org.zhiping.platform.calendar.CalendarWatch;

/** Tells administrators and exam officers, once for each year that is missing, that the calendar runs out. */
@Component
class CalendarNews {

    private final CalendarWatch watch;
    private final Reminders reminders;
    private final Staff staff;
    private final StaffNotices notices;
    private final TransactionTemplate transaction;

    CalendarNews(CalendarWatch watch, Reminders reminders, Staff staff, StaffNotices notices, PlatformTransactionManager transactions) {
        this.watch = watch;
        this.reminders = reminders;
        this.staff = staff;
        this.notices = notices;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Scheduled(cron = "${zhiping.calendar-scan:45 * * * * *}")
    void scan() {
        watch.warning().ifPresent(warning -> transaction.executeWithoutResult(status -> {
            Set<String> people = new TreeSet<>(staff.with(Role.ADMINISTRATOR));
            people.addAll(staff.with(Role.EXAM_OFFICER));
            if (!people.isEmpty() && reminders.first("calendar " + warning.missingYear(), Kind.REMINDER)) {
                notices.tell(people, "calendar-ends", "calendar-ends:" + warning.missingYear(), "",
                        Map.of("year", String.valueOf(warning.missingYear()), "until", warning.until().toString()));
            }
        }));
    }
}
