package org.zhiping.portal;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.zhiping.intake.Application;
import org.zhiping.intake.Claims;
import org.zhiping.intake.MilestoneReached;

/**
 * One's own application, for programs.
 *
 * @param version          send it back with changed facts, so that nobody's changes are lost
 * @param supplementUntil  last moment to hand a returned application in again; absent unless returned
 * @param certificateNumber absent until there is one
 */
record ApplicationView(String caseNumber, String round, String standard, String edition, String level, String direction,
                       String name, String status, int version, Instant submittedAt, Instant supplementUntil,
                       String certificateNumber, Claims facts, List<Line> timeline) {

    /** @param about such as the reason of a return or the number of a session */
    record Line(String milestone, Instant at, Map<String, String> about) {

        static Line of(MilestoneReached reached) {
            return new Line(reached.milestone().name(), reached.at(), reached.args());
        }
    }

    static ApplicationView of(Application application, String certificateNumber, List<MilestoneReached> timeline) {
        return new ApplicationView(application.caseNumber(), application.roundNumber(), application.standard(),
                application.edition(), application.level(), application.direction(), application.applicantName(),
                application.status().name(), application.version(), application.submittedAt(), application.supplementUntil(),
                certificateNumber, application.claims(), timeline.stream().map(Line::of).toList());
    }
}
