package org.zhiping.certificate;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.springframework.transaction.annotation.Transactional;
import org.zhiping.document.Documents;
import org.zhiping.intake.Application;
import org.zhiping.intake.Applications;
import org.zhiping.intake.Milestone;
import org.zhiping.intake.Milestones;
import org.zhiping.intake.Portraits;
import org.zhiping.platform.process.ProcessBean;

/** What a process model may ask of certificates. */
@ProcessBean("certificates")
public class CertificateSteps {

    private final Applications applications;
    private final Drafts drafts;
    private final Registry registry;
    private final Portraits portraits;
    private final CertificatePdf pdf;
    private final Documents documents;
    private final Milestones milestones;
    private final Clock clock;

    CertificateSteps(Applications applications, Drafts drafts, Registry registry, Portraits portraits, CertificatePdf pdf,
                     Documents documents, Milestones milestones, Clock clock) {
        this.applications = applications;
        this.drafts = drafts;
        this.registry = registry;
        this.portraits = portraits;
        this.pdf = pdf;
        this.documents = documents;
        this.milestones = milestones;
        this.clock = clock;
    }

    /** Numbers, prints and registers the certificate of a case; a case that has one is left as it is. */
    @Transactional
    public void issue(String caseNumber) {
        Application application = applications.lock(caseNumber);
        if (registry.ofCase(caseNumber).isPresent()) {
            return;
        }
        Draft draft = drafts.of(application, LocalDate.now(clock));
        pdf.check(draft.printed());
        Certificate certificate = register(application, draft);
        application.certify();
        applications.save(application);
        milestones.reach(caseNumber, Milestone.CERTIFICATE_ISSUED, Map.of("number", certificate.number()));
    }

    private Certificate register(Application application, Draft draft) {
        LocalDate today = draft.printed().issuedOn();
        Registry.Serial serial = registry.next(draft.numbering().pattern().series(today.getYear()));
        Printed printed = draft.printed().numbered(draft.numbering().number(serial));
        UUID document = documents.keep(printed.number() + ".pdf", "application/pdf", pdf.render(printed, portraits.of(application)));
        Certificate certificate = new Certificate(printed.number(), application.caseNumber(), application.standard(),
                application.edition(), application.level(), application.direction(), printed, document,
                CertificateStatus.VALID, today);
        registry.add(certificate, serial, clock.instant());
        return certificate;
    }
}
