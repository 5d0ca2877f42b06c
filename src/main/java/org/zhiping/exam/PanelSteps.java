package org.zhiping.exam;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.springframework.transaction.annotation.Transactional;
import org.zhiping.intake.Applications;
import org.zhiping.platform.process.Facts;
import org.zhiping.platform.process.ProcessBean;

/** What the process {@code panel-review} does with the panel of a case. */
@ProcessBean("panels")
@Transactional
public class PanelSteps {

    private final PanelTable table;
    private final JdbcPartRecords records;
    private final Applications applications;
    private final Scales scales;
    private final Clock clock;

    PanelSteps(PanelTable table, JdbcPartRecords records, Applications applications, Scales scales, Clock clock) {
        this.table = table;
        this.records = records;
        this.applications = applications;
        this.scales = scales;
        this.clock = clock;
    }

    public void open(String caseNumber, String part) {
        table.open(caseNumber, part, clock.instant());
    }

    /** Those who still have to score. */
    public List<String> members(String caseNumber, String part) {
        return read(caseNumber, part).awaited();
    }

    public String chair(String caseNumber, String part) {
        return read(caseNumber, part).plan().chair();
    }

    public Object facts(String caseNumber, String part) {
        Panel panel = read(caseNumber, part);
        return Facts.of(Map.of("appointed", panel.plan().members().size(), "submitted", panel.submitted()));
    }

    public void conclude(String caseNumber, String part) {
        Panel panel = table.lock(caseNumber, part)
                .orElseThrow(() -> new IllegalStateException("No panel at work on " + part + " of " + caseNumber));
        panel.conclude();
        table.save(panel);
        records.addFromPanel(new PartRecord(caseNumber, part, Attendance.PRESENT, panel.scoreSum(), panel.submitted(),
                scales.of(applications.find(caseNumber)).decimals(), clock.instant()), panel.id());
    }

    private Panel read(String caseNumber, String part) {
        return table.find(caseNumber, part)
                .orElseThrow(() -> new IllegalStateException("No panel for " + part + " of " + caseNumber));
    }
}
