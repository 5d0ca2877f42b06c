package org.zhiping.portal;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.zhiping.identity.CurrentUser;
import org.zhiping.intake.Intake;
import org.zhiping.page.ApplicationForms;
import org.zhiping.page.FileAnswers;

/** One's own application form on paper. */
@RestController
@Tag(name = "申报")
class FormPaperApi {

    private final Intake intake;
    private final ApplicationForms forms;
    private final CurrentUser user;

    FormPaperApi(Intake intake, ApplicationForms forms, CurrentUser user) {
        this.intake = intake;
        this.forms = forms;
        this.user = user;
    }

    @GetMapping(value = "/api/v1/applications/{caseNumber}/form.pdf",
            produces = {MediaType.APPLICATION_PDF_VALUE, MediaType.APPLICATION_PROBLEM_JSON_VALUE})
    @Operation(summary = "下载申报表（PDF）", description = "提交之前标有“草稿”。")
    ResponseEntity<byte[]> paper(@PathVariable String caseNumber) {
        return FileAnswers.download(caseNumber + ".pdf", MediaType.APPLICATION_PDF_VALUE, forms.print(intake.open(user.id(), caseNumber), true));
    }
}
