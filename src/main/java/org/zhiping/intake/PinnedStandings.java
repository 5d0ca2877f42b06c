package org.zhiping.intake;

import java.util.List;

/** What is kept of each moment at which something was decided on the facts of an application. */
public interface PinnedStandings {

    /** As claimed when it is handed in, as confirmed when it is accepted. */
    void pin(Application application, PinnedStanding.Occasion occasion);

    /** Oldest first. */
    List<PinnedStanding> of(String caseNumber);
}
