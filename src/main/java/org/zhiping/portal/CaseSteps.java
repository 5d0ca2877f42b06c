package org.zhiping.portal;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.zhiping.intake.ApplicationStatus;
import org.zhiping.intake.Milestone;

/** The way of an application from filling in to the certificate, and how far it has come. */
final class CaseSteps {

    private static final List<String> NAMES = List.of("fill", "review", "assess", "approve", "publicity", "certificate");

    private CaseSteps() {
    }

    static List<CaseView.Step> of(ApplicationStatus status, Set<Milestone> reached) {
        int now = now(status, reached);
        boolean stopped = status.ended() && status != ApplicationStatus.CERTIFIED;
        List<CaseView.Step> steps = new ArrayList<>();
        for (int i = 0; i < NAMES.size(); i++) {
            steps.add(new CaseView.Step(NAMES.get(i), i < now ? "done" : i > now ? "" : stopped ? "stopped" : "now"));
        }
        return steps;
    }

    private static int now(ApplicationStatus status, Set<Milestone> reached) {
        return switch (status) {
            case DRAFT -> 0;
            case SUBMITTED, RETURNED -> 1;
            case LAPSED -> reached.contains(Milestone.SUBMITTED) ? 1 : 0;
            case ACCEPTED -> 2;
            case ASSESSED, FAILED -> 3;
            case APPROVED -> 4;
            case CERTIFIED -> NAMES.size();
            case WITHDRAWN, CANCELLED -> reached.contains(Milestone.PUBLICITY_STARTED) ? 4 : reached.contains(Milestone.RESULT_PROPOSED) ? 3
                    : reached.contains(Milestone.ACCEPTED) ? 2 : reached.contains(Milestone.SUBMITTED) ? 1 : 0;
        };
    }
}
