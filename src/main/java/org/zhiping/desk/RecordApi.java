package org.zhiping.desk;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.zhiping.record.RecordExport;
import org.zhiping.record.RecordPapers;

/** The record of a case for programs. */
@RestController
@RequestMapping("/api/desk/cases/{caseNumber}/record")
@Tag(name = "desk", description = "业务台")
class RecordApi {

    private final CaseFiles files;
    private final RecordPapers papers;

    RecordApi(CaseFiles files, RecordPapers papers) {
        this.files = files;
        this.papers = papers;
    }

    @Operation(summary = "The case record as the caller's roles may see it, with its chain of hashes (docs/case-record.md); that it was taken is recorded")
    @GetMapping
    RecordExport record(@PathVariable String caseNumber) {
        return papers.export(files.open(caseNumber));
    }
}
