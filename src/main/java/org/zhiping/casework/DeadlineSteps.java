package org.zhiping.casework;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import org.zhiping.intake.Applications;
import org.zhiping.platform.process.Deadlines;
import org.zhiping.platform.process.ProcessBean;

/** When a step must be done, as the models ask it. */
@ProcessBean("deadlines")
public class DeadlineSteps {

    private final Applications applications;
    private final Deadlines deadlines;

    DeadlineSteps(Applications applications, Deadlines deadlines) {
        this.applications = applications;
        this.deadlines = deadlines;
    }

    /**
     * The last second of the last working day for this step, ISO 8601 in UTC. A supplement is due when the applicant
     * was told it is.
     *
     * @param number case or session number
     */
    public String due(String step, String number) {
        Instant due = step.equals("supplement-materials") ? applications.find(number).supplementUntil()
                : deadlines.fromToday(step);
        return DateTimeFormatter.ISO_INSTANT.format(due);
    }
}
