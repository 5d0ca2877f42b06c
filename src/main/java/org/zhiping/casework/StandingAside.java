package org.zhiping.casework;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import org.zhiping.exam.Panel;
import org.zhiping.exam.PanelState;
import org.zhiping.exam.Panels;
import org.zhiping.identity.Role;
import org.zhiping.notice.StaffNotices;
import org.zhiping.platform.BusinessKey;
import org.zhiping.platform.process.Tasks;

/** Takes open work of cases from somebody who must keep out of them. */
@Component
class StandingAside {

    private static final Set<PanelState> AT_WORK = Set.of(PanelState.APPOINTED, PanelState.SCORED);

    private final CaseDuties duties;
    private final Tasks tasks;
    private final Panels panels;
    private final Staff staff;
    private final StaffNotices notices;

    StandingAside(CaseDuties duties, @Lazy Tasks tasks, @Lazy Panels panels, @Lazy Staff staff, StaffNotices notices) {
        this.duties = duties;
        this.tasks = tasks;
        this.panels = panels;
        this.staff = staff;
        this.notices = notices;
    }

    Recusals.Outcome from(Collection<String> cases, String person, String reason, String by) {
        tasks.holdOff(person);
        int recalled = recall(cases, person, reason, by);
        int givenBack = 0;
        List<String> toReplace = new ArrayList<>();
        for (Tasks.Item task : cases.isEmpty() ? List.<Tasks.Item>of() : tasks.mine(person)) {
            if (concerns(task, cases) && !duties.of(person, task.key(), duties.casesOf(task.businessKey())).isEmpty()) {
                if (tasks.takeBack(task.id(), by)) {
                    givenBack++;
                } else if (BusinessKey.isSession(task.businessKey())) {
                    toReplace.add(task.businessKey());
                    notices.tell(staff.with(Role.EXAM_OFFICER), "scorer-recused", "scorer-recused:" + task.id(), task.businessKey(), Map.of());
                }
            }
        }
        return new Recusals.Outcome(givenBack, recalled, toReplace);
    }

    /** Whoever stays on the panel keeps the score; the exam officer appoints somebody else. */
    private int recall(Collection<String> cases, String person, String reason, String by) {
        List<Panel> left = panels.ofMember(person).stream().filter(panel -> cases.contains(panel.caseNumber()))
                .filter(panel -> AT_WORK.contains(panel.state()))
                .filter(panel -> !duties.of(person, "score-candidate", List.of(panel.caseNumber())).isEmpty()).toList();
        left.forEach(panel -> panels.recall(panel.caseNumber(), reason, by));
        return left.size();
    }

    private boolean concerns(Tasks.Item task, Collection<String> cases) {
        return duties.casesOf(task.businessKey()).stream().anyMatch(cases::contains);
    }
}
