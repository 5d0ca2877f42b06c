package org.zhiping.casework;

import java.util.List;
import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.zhiping.exam.Panel;
import org.zhiping.exam.PanelRecalled;
import org.zhiping.exam.Panels;
import org.zhiping.exam.ScorerReplaced;
import org.zhiping.exam.SessionStaffReplaced;
import org.zhiping.notice.StaffNotices;

/** Tells members of a recalled panel, and scorers who come or go, what has become of their task. */
@Component
class ScoringNotices {

    private final Panels panels;
    private final StaffNotices notices;

    ScoringNotices(Panels panels, StaffNotices notices) {
        this.panels = panels;
        this.notices = notices;
    }

    @EventListener
    void on(ScorerReplaced event) {
        notices.tell(List.of(event.leaving(), event.successor()), "scorer-replaced",
                "scorer-replaced:" + event.sessionNumber() + ":" + event.leaving(), event.sessionNumber(), Map.of());
    }

    @EventListener
    void on(SessionStaffReplaced event) {
        notices.tell(List.of(event.leaving(), event.successor()), "scorer-replaced",
                "session-staff-replaced:" + event.sessionNumber() + ":" + event.leaving() + ":" + event.successor(), event.sessionNumber(), Map.of());
    }

    @EventListener
    void on(PanelRecalled event) {
        Panel panel = panels.find(event.caseNumber(), event.part()).orElseThrow();
        notices.tell(panel.plan().members(), "panel-recalled", "panel-recalled:" + event.caseNumber() + ":" + event.part() + ":"
                + panels.recallReasons(panel).size(), event.caseNumber(), Map.of("part", event.part()));
    }
}
