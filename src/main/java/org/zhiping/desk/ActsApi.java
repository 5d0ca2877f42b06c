package org.zhiping.desk;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.zhiping.casework.VoidedActs;
import org.zhiping.identity.CurrentUser;
import org.zhiping.identity.Role;
import org.zhiping.platform.Refusal;

/** Who did what in a case, and what of it is void, for programs. */
@RestController
@RequestMapping("/api/desk/cases/{caseNumber}/acts")
@Tag(name = "desk", description = "业务台")
class ActsApi {

    /** @param successor account id of who scores instead, where the act was scoring */
    record Annulment(String reason, String successor) {
    }

    private final VoidedActs acts;
    private final CaseFiles files;
    private final CurrentUser user;

    ActsApi(VoidedActs acts, CaseFiles files, CurrentUser user) {
        this.acts = acts;
        this.files = files;
        this.user = user;
    }

    @GetMapping
    @Operation(summary = "案卷各环节的办理人，及已作废的环节 (team lead, supervisor)")
    List<VoidedActs.Act> of(@PathVariable String caseNumber) {
        user.require(Role.TEAM_LEAD, Role.SUPERVISOR);
        return acts.of(files.open(caseNumber).caseNumber());
    }

    @PostMapping("/{id}/void")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "作废应回避的人办理的环节，由他人重新办理 (team lead)")
    void annul(@PathVariable String caseNumber, @PathVariable long id, @RequestBody Annulment annulment) {
        user.require(Role.TEAM_LEAD);
        if (of(caseNumber).stream().noneMatch(act -> act.id() == id)) {
            throw Refusal.notFound("act-unknown");
        }
        acts.annul(id, annulment.reason(), annulment.successor(), user.id());
    }
}
