package org.zhiping.casework;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import org.zhiping.intake.Applications;
import org.zhiping.platform.WorkingDays;
import org.zhiping.platform.process.Decisions;
import org.zhiping.platform.process.ProcessBean;

/** When a step must be done, in working days from {@code deadlines.dmn}. */
@ProcessBean("deadlines")
public class DeadlineSteps {

    private final Applications applications;
    private final Decisions decisions;
    private final WorkingDays workingDays;
    private final Clock clock;

    DeadlineSteps(Applications applications, Decisions decisions, WorkingDays workingDays, Clock clock) {
        this.applications = applications;
        this.decisions = decisions;
        this.workingDays = workingDays;
        this.clock = clock;
    }

    /**
     * The last second of the last working day for this step, ISO 8601 with offset. A supplement is due when the
     * applicant was told it is.
     *
     * @param number case or session number
     */
    public String due(String step, String number) {
        if (step.equals("supplement-materials")) {
            return DateTimeFormatter.ISO_INSTANT.format(applications.find(number).supplementUntil());
        }
        Object days = decisions.single("deadlines", Map.of("step", step)).get("workingDays");
        LocalDate last = workingDays.plus(LocalDate.now(clock), Integer.parseInt(days.toString()));
        return ZonedDateTime.of(last, LocalTime.of(23, 59, 59), clock.getZone()).format(DateTimeFormatter.ISO_OFFSET_DATE_TIME);
    }
}
