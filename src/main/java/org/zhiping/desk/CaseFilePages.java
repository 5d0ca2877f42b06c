package org.zhiping.desk;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.zhiping.document.Documents;
import org.zhiping.document.Previews;
import org.zhiping.identity.CurrentUser;
import org.zhiping.intake.Application;
import org.zhiping.intake.ApplicationStatus;
import org.zhiping.intake.Applications;
import org.zhiping.page.ApplicationForms;
import org.zhiping.page.FileAnswers;
import org.zhiping.page.MaterialLines;
import org.zhiping.page.ShownFile;
import org.zhiping.platform.CaseAct;
import org.zhiping.platform.web.Page;
import org.zhiping.record.CaseRecords;
import org.zhiping.record.RecordViews;

/** Case files 案卷: the list, one case, its materials. Each person sees what their roles need. */
@Page
@RequestMapping("/desk/cases")
class CaseFilePages {

    private static final int PAGE = 50;

    /** One line of the list. */
    public record Line(Application application, String subject) {
    }

    private final Applications applications;
    private final CaseFiles files;
    private final MaterialLines materials;
    private final Documents documents;
    private final Previews previews;
    private final TaskLines lines;
    private final ApplicationForms forms;
    private final RecordViews records;
    private final CaseRecords acts;
    private final CurrentUser user;

    CaseFilePages(Applications applications, CaseFiles files, MaterialLines materials, Documents documents, Previews previews, TaskLines lines,
                  ApplicationForms forms, RecordViews records, CaseRecords acts, CurrentUser user) {
        this.acts = acts;
        this.records = records;
        this.applications = applications;
        this.files = files;
        this.materials = materials;
        this.documents = documents;
        this.previews = previews;
        this.lines = lines;
        this.forms = forms;
        this.user = user;
    }

    @GetMapping
    String list(@RequestParam(required = false) ApplicationStatus status, @RequestParam(defaultValue = "0") int page, Model model) {
        user.require(DeskRoles.CASE_LIST);
        int from = Math.max(page, 0);
        List<Line> found = applications.page(status, PAGE + 1, (long) from * PAGE).stream()
                .map(one -> new Line(one, lines.said(one))).toList();
        model.addAllAttributes(Map.of("cases", found.stream().limit(PAGE).toList(), "more", found.size() > PAGE, "page", from,
                "status", status == null ? "" : status.name(),
                "statuses", Arrays.stream(ApplicationStatus.values()).filter(one -> one != ApplicationStatus.DRAFT).toList()));
        return "desk/cases";
    }

    /** @param show the material to look at, and {@code page} of it; the first one that can be opened where none is chosen */
    @GetMapping("/{caseNumber}")
    ModelAndView file(@PathVariable String caseNumber, @RequestParam(required = false) UUID show, @RequestParam(defaultValue = "1") int page) {
        Application application = files.open(caseNumber);
        ModelAndView file = new ModelAndView("desk/case", "file", files.of(application, user.id()));
        file.addObject("record", records.forStaff(application));
        if (user.hasAny(DeskRoles.MATERIALS)) {
            materials.file(application, show).or(() -> materials.first(application))
                    .ifPresent(chosen -> file.addObject("shown", ShownFile.of(chosen, page, previews)));
        }
        return file;
    }

    @GetMapping("/{caseNumber}/materials/{document}/preview")
    ResponseEntity<byte[]> preview(@PathVariable String caseNumber, @PathVariable UUID document, @RequestParam(defaultValue = "1") int page) {
        requireMaterial(caseNumber, document);
        return FileAnswers.preview(previews.page(document, page));
    }

    @GetMapping("/{caseNumber}/materials/{document}")
    ResponseEntity<Resource> material(@PathVariable String caseNumber, @PathVariable UUID document) {
        requireMaterial(caseNumber, document);
        return FileAnswers.inline(documents, document);
    }

    private void requireMaterial(String caseNumber, UUID document) {
        var application = files.open(caseNumber);
        user.require(DeskRoles.MATERIALS);
        materials.requireAttached(application, document);
    }

    /** For those who may see the person; the identity number is masked. */
    @GetMapping("/{caseNumber}/form.pdf")
    ResponseEntity<byte[]> form(@PathVariable String caseNumber) {
        var application = files.open(caseNumber);
        user.require(DeskRoles.PERSON);
        byte[] printed = forms.print(application, false);
        acts.add(CaseAct.of(caseNumber, "document-printed", user.id(), "", Map.of("format", "pdf")));
        return FileAnswers.download(caseNumber + ".pdf", "application/pdf", printed);
    }
}
