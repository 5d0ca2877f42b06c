package org.zhiping.portal;

import java.util.List;
import org.zhiping.exam.Ticket;
import org.zhiping.intake.Application;
import org.zhiping.intake.ApplicationStatus;
import org.zhiping.page.PartLines;
import org.zhiping.page.Timelines;
import org.zhiping.review.ReturnedItem;

/**
 * All that the status page of one application shows.
 *
 * @param due         until when the applicant has to act; empty when nothing is due
 * @param reason      of the last return
 * @param items       what the return named
 * @param result      passed or failed once it is approved, in words; else empty
 * @param certificate its number, or null
 */
public record CaseView(Application application, String said, List<Step> steps, String due, String reason, List<ReturnedItem> items,
                       List<Seating> tickets, List<PartLines.Line> parts, String result, String certificate,
                       List<Timelines.Line> timeline) {

    /** @param state done, now, stopped or empty */
    public record Step(String name, String state) {
    }

    public record Seating(Ticket ticket, String partName) {
    }

    public boolean returned() {
        return application.status() == ApplicationStatus.RETURNED;
    }

    public boolean mayWithdraw() {
        return !application.status().ended() && application.status() != ApplicationStatus.DRAFT;
    }
}
