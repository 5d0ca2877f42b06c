package org.zhiping.result;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.zhiping.intake.Application;
import org.zhiping.intake.ApplicationStatus;
import org.zhiping.intake.Applications;
import org.zhiping.platform.HeldData;

/** Results once they are decided; what was said inside the institution before is left out. */
@Component
class HeldResults implements HeldData {

    private static final Set<ApplicationStatus> DECIDED =
            Set.of(ApplicationStatus.APPROVED, ApplicationStatus.CERTIFIED, ApplicationStatus.FAILED);

    private final Applications applications;
    private final Results results;

    HeldResults(Applications applications, Results results) {
        this.applications = applications;
        this.results = results;
    }

    @Override
    public String section() {
        return "results";
    }

    @Override
    public Object of(String account) {
        return applications.ofApplicant(account).stream().filter(application -> DECIDED.contains(application.status()))
                .flatMap(application -> results.of(application.caseNumber()).map(result -> said(application, result)).stream()).toList();
    }

    private Map<String, Object> said(Application application, Result result) {
        Map<String, Object> said = new LinkedHashMap<>();
        said.put("caseNumber", application.caseNumber());
        said.put("outcome", result.outcome());
        said.put("publicUntil", result.publicUntil());
        List<PartOutcome> parts = results.parts(application.caseNumber());
        said.put("parts", parts);
        return said;
    }
}
