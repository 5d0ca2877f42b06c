package org.zhiping.desk;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import org.zhiping.intake.Application;
import org.zhiping.intake.SubjectNames;
import org.zhiping.page.FileAnswers;
import org.zhiping.platform.web.Page;
import org.zhiping.record.RecordPapers;
import org.zhiping.record.RecordViews;

/** The record of a case 案卷记录, to read and to take away. Each person sees what their roles need. */
@Page
@RequestMapping("/desk/cases/{caseNumber}")
class RecordPages {

    private final CaseFiles files;
    private final RecordViews views;
    private final RecordPapers papers;
    private final SubjectNames names;
    private final ObjectMapper json;

    RecordPages(CaseFiles files, RecordViews views, RecordPapers papers, SubjectNames names, ObjectMapper json) {
        this.files = files;
        this.views = views;
        this.papers = papers;
        this.names = names;
        this.json = json;
    }

    @GetMapping("/record")
    ModelAndView show(@PathVariable String caseNumber) {
        Application application = files.open(caseNumber);
        return new ModelAndView("desk/case-record", Map.of("view", views.forStaff(application), "subject", names.of(application)));
    }

    @GetMapping("/record.pdf")
    ResponseEntity<byte[]> pdf(@PathVariable String caseNumber) {
        return FileAnswers.download(caseNumber + "-record.pdf", "application/pdf", papers.pdf(files.open(caseNumber)));
    }

    @GetMapping("/record.json")
    ResponseEntity<byte[]> json(@PathVariable String caseNumber) throws JsonProcessingException {
        return FileAnswers.download(caseNumber + "-record.json", "application/json",
                json.writerWithDefaultPrettyPrinter().writeValueAsBytes(papers.export(files.open(caseNumber))));
    }
}
