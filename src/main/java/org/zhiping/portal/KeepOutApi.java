package org.zhiping.portal;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
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
import org.zhiping.casework.RecusalRequests.State;
import org.zhiping.casework.RecusalRequests.Wish;
import org.zhiping.casework.RelationKind;
import org.zhiping.identity.CurrentUser;
import org.zhiping.intake.Intake;

/** Asking that somebody keeps out of one's case 申请回避. */
@RestController
@RequestMapping("/api/v1/applications/{caseNumber}/recusal-requests")
@Tag(name = "申报")
class KeepOutApi {

    /**
     * @param employer where the person works or teaches, as far as the applicant knows; may be absent
     * @param kind     TEACHER, RELATIVE, SAME_EMPLOYER, TAUGHT_COURSE or OTHER
     */
    record Asking(String name, String employer, String kind, String why) {
    }

    /** @param answer why not, where it was declined */
    record Asked(String name, String employer, RelationKind kind, String why, Instant askedAt, State state, String answer, Instant settledAt) {

        static Asked of(Request request) {
            return new Asked(request.wish().name(), request.wish().employer(), request.wish().kind(), request.wish().why(), request.at(),
                    request.state(), request.answer(), request.settledAt());
        }
    }

    private final RecusalRequests requests;
    private final Intake intake;
    private final CurrentUser user;

    KeepOutApi(RecusalRequests requests, Intake intake, CurrentUser user) {
        this.requests = requests;
        this.intake = intake;
        this.user = user;
    }

    @GetMapping
    @Operation(summary = "本人提出的回避申请，新的在前", description = "state 为 OPEN（待办理）、RECORDED（已登记回避）、DECLINED（不予登记）或 CLOSED（申报已办结）。")
    List<Asked> asked(@PathVariable String caseNumber) {
        return requests.of(intake.open(user.id(), caseNumber).caseNumber()).stream().map(Asked::of).toList();
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "申请某人回避本人的申报", description = "办理期间最多有三项待办理；不影响申报继续办理。")
    List<Asked> ask(@PathVariable String caseNumber, @RequestBody Asking asking) {
        requests.ask(intake.open(user.id(), caseNumber).caseNumber(), user.id(), new Wish(asking.name(), asking.employer(),
                RelationKind.named(asking.kind()).orElse(null), asking.why()));
        return asked(caseNumber);
    }
}
