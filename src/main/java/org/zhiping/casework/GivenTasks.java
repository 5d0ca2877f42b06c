package org.zhiping.casework;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.zhiping.identity.Accounts;
import org.zhiping.notice.StaffNotices;
import org.zhiping.platform.process.TaskMoved;

/** Tells whoever gets tasks from somebody else, and whoever they are taken from, once an hour for each giver, so that a handover of hundreds is one notice. */
@Component
class GivenTasks {

    private final Accounts accounts;
    private final StaffNotices notices;
    private final Clock clock;

    GivenTasks(Accounts accounts, StaffNotices notices, Clock clock) {
        this.accounts = accounts;
        this.notices = notices;
        this.clock = clock;
    }

    @EventListener
    void on(TaskMoved moved) {
        if (moved.kind() == TaskMoved.Kind.ASSIGNED && moved.assignee() != null && moved.by() != null) {
            tell(moved.assignee(), "task-given", moved.by());
            tell(moved.before(), "task-passed-on", moved.by());
        }
    }

    /** @param person null where nobody had the task before */
    private void tell(String person, String kind, String giver) {
        if (person != null) {
            notices.tellOfAct(giver, List.of(person), kind, kind + ":" + giver + ":" + clock.instant().truncatedTo(ChronoUnit.HOURS), "",
                    Map.of("giver", accounts.nameOf(giver)));
        }
    }
}
