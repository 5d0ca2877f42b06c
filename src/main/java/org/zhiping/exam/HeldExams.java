package org.zhiping.exam;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.zhiping.intake.Application;
import org.zhiping.intake.ApplicationStatus;
import org.zhiping.intake.Applications;
import org.zhiping.platform.HeldData;

/** Tickets, and the scores once they are told. Who scored, and what panel members gave and wrote one by one, is left out. */
@Component
class HeldExams implements HeldData {

    private static final Set<ApplicationStatus> DECIDED =
            Set.of(ApplicationStatus.APPROVED, ApplicationStatus.CERTIFIED, ApplicationStatus.FAILED);

    private final Applications applications;
    private final Sessions sessions;
    private final PartRecords records;

    HeldExams(Applications applications, Sessions sessions, PartRecords records) {
        this.applications = applications;
        this.sessions = sessions;
        this.records = records;
    }

    @Override
    public String section() {
        return "exams";
    }

    @Override
    public Object of(String account) {
        return applications.ofApplicant(account).stream().map(this::said).filter(said -> said.size() > 1).toList();
    }

    private Map<String, Object> said(Application application) {
        Map<String, Object> said = new LinkedHashMap<>();
        said.put("caseNumber", application.caseNumber());
        List<Ticket> tickets = sessions.tickets(application.caseNumber());
        if (!tickets.isEmpty()) {
            said.put("tickets", tickets);
        }
        if (DECIDED.contains(application.status())) {
            said.put("scores", records.of(application.caseNumber()).stream().map(HeldExams::score).toList());
        }
        return said;
    }

    private static Map<String, Object> score(PartRecord record) {
        Map<String, Object> score = new LinkedHashMap<>();
        score.put("part", record.part());
        score.put("attendance", record.attendance());
        score.put("score", record.scorers() == 0 ? "" : record.shown());
        score.put("at", record.recordedAt());
        return score;
    }
}
