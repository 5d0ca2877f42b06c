package org.zhiping.intake;

import java.util.List;
import java.util.Map;

/** The timeline of every case. */
public interface Milestones {

    /** Adds a line and publishes {@link MilestoneReached} in the running transaction. */
    void reach(String caseNumber, Milestone milestone, Map<String, String> args);

    /** Oldest first. */
    List<MilestoneReached> of(String caseNumber);
}
