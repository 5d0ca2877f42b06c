package org.zhiping.portal;

import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import org.zhiping.certificate.Certificates;
import org.zhiping.exam.TicketPapers;
import org.zhiping.identity.CurrentUser;
import org.zhiping.intake.ApplicationStatus;
import org.zhiping.intake.Intake;
import org.zhiping.intake.SubjectNames;
import org.zhiping.page.ApplicationForms;
import org.zhiping.page.FileAnswers;
import org.zhiping.platform.Refusal;
import org.zhiping.platform.web.Page;
import org.zhiping.record.RecordViews;

/** Where an application stands, in plain words, its admission tickets, and the certificate at its end. */
@Page
@RequestMapping("/portal/applications/{caseNumber}")
class CasePages {

    private final Intake intake;
    private final CurrentUser user;
    private final CaseViews views;
    private final TicketPapers tickets;
    private final ApplicationForms forms;
    private final Certificates certificates;
    private final RecordViews records;
    private final SubjectNames names;

    CasePages(Intake intake, CurrentUser user, CaseViews views, TicketPapers tickets, ApplicationForms forms,
              Certificates certificates, RecordViews records, SubjectNames names) {
        this.records = records;
        this.names = names;
        this.intake = intake;
        this.user = user;
        this.views = views;
        this.tickets = tickets;
        this.forms = forms;
        this.certificates = certificates;
    }

    @GetMapping
    ModelAndView status(@PathVariable String caseNumber) {
        var application = intake.open(user.id(), caseNumber);
        return application.status() == ApplicationStatus.DRAFT
                ? new ModelAndView("redirect:/portal/applications/" + caseNumber + "/form")
                : new ModelAndView("portal/case", "view", views.of(application));
    }

    @GetMapping("/tickets/{number}")
    ResponseEntity<byte[]> ticket(@PathVariable String caseNumber, @PathVariable String number) {
        byte[] pdf = tickets.of(intake.open(user.id(), caseNumber).caseNumber(), number);
        return FileAnswers.download(number + ".pdf", "application/pdf", pdf);
    }

    @GetMapping("/record")
    ModelAndView record(@PathVariable String caseNumber) {
        var application = intake.open(user.id(), caseNumber);
        return new ModelAndView("portal/case-record", Map.of("view", records.forApplicant(application), "subject", names.of(application)));
    }

    @GetMapping("/form.pdf")
    ResponseEntity<byte[]> form(@PathVariable String caseNumber) {
        byte[] pdf = forms.print(intake.open(user.id(), caseNumber), true);
        return FileAnswers.download(caseNumber + ".pdf", "application/pdf", pdf);
    }

    @GetMapping("/certificate")
    ResponseEntity<byte[]> certificate(@PathVariable String caseNumber) {
        var application = intake.open(user.id(), caseNumber);
        var certificate = certificates.ofCase(application.caseNumber())
                .orElseThrow(() -> Refusal.notFound("no-certificate-yet"));
        return FileAnswers.download(certificate.number() + ".pdf", "application/pdf", certificates.pdf(certificate.number()));
    }
}
