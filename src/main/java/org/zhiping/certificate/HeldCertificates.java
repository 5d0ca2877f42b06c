package org.zhiping.certificate;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.zhiping.document.Documents;
import org.zhiping.intake.Applications;
import org.zhiping.platform.HeldData;

/** Certificates as registered, and their papers. */
@Component
class HeldCertificates implements HeldData {

    private final Applications applications;
    private final Certificates certificates;
    private final Documents documents;

    HeldCertificates(Applications applications, Certificates certificates, Documents documents) {
        this.applications = applications;
        this.certificates = certificates;
        this.documents = documents;
    }

    @Override
    public String section() {
        return "certificates";
    }

    @Override
    public Object of(String account) {
        return held(account).map(HeldCertificates::said).toList();
    }

    @Override
    public List<HeldFile> files(String account) {
        return held(account).map(one -> new HeldFile(one.number() + ".pdf", () -> documents.open(one.document()))).toList();
    }

    private Stream<Certificate> held(String account) {
        return applications.ofApplicant(account).stream().flatMap(application -> certificates.ofCase(application.caseNumber()).stream());
    }

    private static Map<String, Object> said(Certificate certificate) {
        Map<String, Object> said = new LinkedHashMap<>();
        said.put("caseNumber", certificate.caseNumber());
        said.put("number", certificate.number());
        said.put("status", certificate.status());
        said.put("printed", certificate.printed());
        return said;
    }
}
