package org.zhiping.casework;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.zhiping.casework.RecusalRequests.Request;
import org.zhiping.intake.Application;
import org.zhiping.intake.Applications;
import org.zhiping.platform.HeldData;

/** Whom a person has asked to keep out of their cases, and what they were answered: without who settled it. */
@Component
class HeldRecusalRequests implements HeldData {

    private final Applications applications;
    private final RecusalRequests requests;

    HeldRecusalRequests(Applications applications, RecusalRequests requests) {
        this.applications = applications;
        this.requests = requests;
    }

    @Override
    public String section() {
        return "recusal-requests";
    }

    @Override
    public Object of(String account) {
        return applications.ofApplicant(account).stream().map(Application::caseNumber).flatMap(caseNumber -> requests.of(caseNumber).stream())
                .map(HeldRecusalRequests::said).toList();
    }

    private static Map<String, Object> said(Request request) {
        Map<String, Object> said = new LinkedHashMap<>();
        said.put("caseNumber", request.caseNumber());
        said.put("at", request.at());
        said.put("name", request.wish().name());
        said.put("employer", request.wish().employer());
        said.put("kind", request.wish().kind());
        said.put("reason", request.wish().why());
        said.put("status", request.state());
        said.put("answer", request.answer());
        return said;
    }
}
