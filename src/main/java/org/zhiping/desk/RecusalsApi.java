package org.zhiping.desk;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.zhiping.casework.Recusals;
import org.zhiping.casework.Relation;
import org.zhiping.casework.RelationKind;
import org.zhiping.identity.CurrentUser;
import org.zhiping.identity.Role;
import org.zhiping.platform.MaskedName;

/** Recusals and relations of staff 回避. */
@RestController
@RequestMapping("/api/desk/recusals")
@Tag(name = "desk", description = "业务台")
class RecusalsApi {

    /** @param account null for oneself; @param kind null keeps out of the one case */
    record Declaration(String account, RelationKind kind, String caseNumber, String idType, String idNumber, String personName,
                       LocalDate from, LocalDate until, String reason) {
    }

    record Lifting(String reason) {
    }

    /** Who must keep out of whose case; the applicant's name is masked. */
    record Line(long id, String account, RelationKind kind, String caseNumber, String personName, LocalDate from, LocalDate until,
                String reason, String declaredBy, Instant declaredAt, String liftedBecause) {

        static Line of(Relation relation) {
            return new Line(relation.id(), relation.account(), relation.kind(), relation.caseNumber(),
                    relation.personName() == null ? null : MaskedName.of(relation.personName()), relation.from(), relation.until(),
                    relation.reason(), relation.declaredBy(), relation.declaredAt(),
                    relation.lifted() == null ? null : relation.lifted().because());
        }
    }

    private final Recusals recusals;
    private final CurrentUser user;

    RecusalsApi(Recusals recusals, CurrentUser user) {
        this.recusals = recusals;
        this.user = user;
    }

    @PostMapping
    @Operation(summary = "申报回避或利害关系：为本人，或由组长为组员 (recusal from one case, or a relation to a person)")
    Recusals.Outcome declare(@RequestBody Declaration wanted) {
        user.require(DeskRoles.CASE_WORK);
        return recusals.declare(new Recusals.Declaration(wanted.account() == null ? user.id() : wanted.account(),
                wanted.kind() == null ? RelationKind.RECUSAL : wanted.kind(), wanted.caseNumber(), wanted.idType(), wanted.idNumber(),
                wanted.personName(), wanted.from(), wanted.until(), wanted.reason()), user.id());
    }

    @GetMapping
    @Operation(summary = "本人的回避与利害关系")
    List<Line> mine() {
        user.require(DeskRoles.CASE_WORK);
        return recusals.of(user.id()).stream().map(Line::of).toList();
    }

    @GetMapping("/led")
    @Operation(summary = "组员的回避与利害关系 (team lead)")
    List<Line> led() {
        user.require(Role.TEAM_LEAD);
        return recusals.ledBy(user.id()).stream().map(Line::of).toList();
    }

    @PostMapping("/{id}/lift")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "撤销误登记的回避或利害关系 (team lead)")
    void lift(@PathVariable long id, @RequestBody Lifting lifting) {
        user.require(Role.TEAM_LEAD);
        recusals.lift(id, lifting.reason(), user.id());
    }
}
