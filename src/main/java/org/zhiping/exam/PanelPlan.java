package org.zhiping.exam;

import java.time.Instant;
import java.util.List;

/** Who sits on a panel, when, how long and where. Members and chair are account ids. */
public record PanelPlan(List<String> members, String chair, Instant heldAt, int minutes, String place) {

    public PanelPlan {
        members = List.copyOf(members);
    }
}
