package org.zhiping.intake;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.zhiping.platform.HeldData;

/** What was pinned of somebody's applications. */
@Component
class HeldStandings implements HeldData {

    private final Applications applications;
    private final PinnedStandings pinned;

    HeldStandings(Applications applications, PinnedStandings pinned) {
        this.applications = applications;
        this.pinned = pinned;
    }

    @Override
    public String section() {
        return "standings";
    }

    @Override
    public Object of(String account) {
        Map<String, List<PinnedStanding>> byCase = new LinkedHashMap<>();
        applications.ofApplicant(account).forEach(application -> byCase.put(application.caseNumber(), pinned.of(application.caseNumber())));
        byCase.values().removeIf(List::isEmpty);
        return byCase;
    }
}
