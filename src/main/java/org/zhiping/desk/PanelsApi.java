package org.zhiping.desk;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.zhiping.exam.Panels;
import org.zhiping.identity.CurrentUser;
import org.zhiping.identity.Role;

/** Panels for programs; they are appointed, score and confirm over the engine's own REST API. */
@RestController
@RequestMapping("/api/desk/cases/{caseNumber}/panel")
@Tag(name = "desk", description = "业务台")
class PanelsApi {

    record Recall(String reason) {
    }

    private final Panels panels;
    private final CurrentUser user;

    PanelsApi(Panels panels, CurrentUser user) {
        this.panels = panels;
        this.user = user;
    }

    @Operation(summary = "Recall the panel at work (exam officer): it is appointed again, and whoever stays keeps the score")
    @PostMapping("/recall")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void recall(@PathVariable String caseNumber, @RequestBody Recall recall) {
        user.require(Role.EXAM_OFFICER);
        panels.recall(caseNumber, recall.reason(), user.id());
    }
}
