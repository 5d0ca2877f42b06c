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
import org.zhiping.casework.RecusalRequests;
import org.zhiping.casework.RecusalRequests.Request;
import org.zhiping.casework.Recusals;
import org.zhiping.casework.RelationKind;
import org.zhiping.identity.CurrentUser;
import org.zhiping.identity.Role;

/** What applicants ask for: that somebody keeps out of their case 申请回避. */
@RestController
@RequestMapping("/api/desk/recusal-requests")
@Tag(name = "desk", description = "业务台")
class RecusalRequestsApi {

    /** @param kind null for the one that the applicant named */
    record Recording(String account, RelationKind kind, String reason) {
    }

    /** @param answer why not, in words for the applicant */
    record Declining(String answer) {
    }

    private final RecusalRequests requests;
    private final CurrentUser user;

    RecusalRequestsApi(RecusalRequests requests, CurrentUser user) {
        this.requests = requests;
        this.user = user;
    }

    @GetMapping
    @Operation(summary = "待办理的回避申请，旧的在前 (team lead)")
    List<Request> open() {
        user.require(Role.TEAM_LEAD);
        return requests.open(user.id());
    }

    @GetMapping("/{id}")
    @Operation(summary = "一项回避申请 (team lead)")
    Request find(@PathVariable long id) {
        user.require(Role.TEAM_LEAD);
        return requests.find(id, user.id());
    }

    @PostMapping("/{id}/record")
    @Operation(summary = "登记回避：申请人所指的人从此回避 (team lead)")
    Recusals.Outcome record(@PathVariable long id, @RequestBody Recording recording) {
        user.require(Role.TEAM_LEAD);
        return requests.record(id, recording.account(), recording.kind() == null ? requests.find(id, user.id()).wish().kind() : recording.kind(),
                recording.reason(), user.id());
    }

    @PostMapping("/{id}/decline")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "不予登记，说明理由 (team lead)")
    void decline(@PathVariable long id, @RequestBody Declining declining) {
        user.require(Role.TEAM_LEAD);
        requests.decline(id, declining.answer(), user.id());
    }
}
