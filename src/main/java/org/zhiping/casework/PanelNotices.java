package org.zhiping.casework;

import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.zhiping.exam.Panel;
import org.zhiping.exam.PanelRecalled;
import org.zhiping.exam.Panels;
import org.zhiping.notice.StaffNotices;

/** Tells the members of a recalled panel that their task is gone for now. */
@Component
class PanelNotices {

    private final Panels panels;
    private final StaffNotices notices;

    PanelNotices(Panels panels, StaffNotices notices) {
        this.panels = panels;
        this.notices = notices;
    }

    @EventListener
    void on(PanelRecalled event) {
        Panel panel = panels.find(event.caseNumber(), event.part()).orElseThrow();
        notices.tell(panel.plan().members(), "panel-recalled", "panel-recalled:" + event.caseNumber() + ":" + event.part() + ":"
                + panels.recallReasons(panel).size(), event.caseNumber(), Map.of("part", event.part()));
    }
}
