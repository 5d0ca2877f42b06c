package org.zhiping.record;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.zhiping.intake.Application;
import org.zhiping.intake.Applications;
import org.zhiping.platform.HeldData;

/** What was done in a person's cases, as the portal tells it: without names of staff. */
@Component
class HeldRecords implements HeldData {

    private final Applications applications;
    private final RecordViews views;

    HeldRecords(Applications applications, RecordViews views) {
        this.applications = applications;
        this.views = views;
    }

    @Override
    public String section() {
        return "case-records";
    }

    @Override
    public Object of(String account) {
        return applications.ofApplicant(account).stream().filter(application -> application.submittedAt() != null).map(this::said).toList();
    }

    private Map<String, Object> said(Application application) {
        Map<String, Object> said = new LinkedHashMap<>();
        said.put("caseNumber", application.caseNumber());
        said.put("acts", views.forApplicant(application).lines().stream().map(HeldRecords::said).toList());
        return said;
    }

    private static Map<String, Object> said(RecordLine line) {
        Map<String, Object> said = new LinkedHashMap<>();
        said.put("at", line.at());
        said.put("what", line.subject().isEmpty() ? line.title() : line.title() + " · " + line.subject());
        said.put("by", line.who());
        List<RecordLine.Detail> more = Stream.concat(line.details().stream(), line.basis().stream()).toList();
        more.forEach(detail -> said.put(detail.label(), detail.value()));
        return said;
    }
}
