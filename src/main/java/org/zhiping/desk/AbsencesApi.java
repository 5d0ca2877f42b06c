package org.zhiping.desk;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.zhiping.casework.ComingDuties;
import org.zhiping.casework.Handover;
import org.zhiping.identity.Absence;
import org.zhiping.identity.Absences;
import org.zhiping.identity.CurrentUser;
import org.zhiping.identity.Role;
import org.zhiping.platform.Refusal;
import org.zhiping.platform.Texts;

/** Absences, and what others do with the tasks of people who are away or leave, for programs. */
@RestController
@RequestMapping("/api/desk")
@Tag(name = "desk", description = "业务台")
class AbsencesApi {

    record Wish(String account, LocalDate from, LocalDate until, String deputy) {
    }

    /**
     * @param refused code of the reason for which it stays, or null
     * @param reason  the same in words, or null
     */
    record Line(String task, String step, String number, String refused, String reason) {
    }

    private final Absences absences;
    private final Handover handover;
    private final CurrentUser user;
    private final Texts texts;

    AbsencesApi(Absences absences, Handover handover, CurrentUser user, Texts texts) {
        this.absences = absences;
        this.handover = handover;
        this.user = user;
        this.texts = texts;
    }

    @GetMapping("/absences")
    @Operation(summary = "本人、本组及本人代理的请假")
    List<Absence> all() {
        user.require(DeskRoles.ABSENCES);
        return absences.seenBy(user.id());
    }

    @PostMapping("/absences")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "登记请假与代理人")
    Absence enter(@RequestBody Wish wish) {
        user.require(DeskRoles.ABSENCES);
        if (wish.from() == null || wish.until() == null) {
            throw Refusal.invalid(wish.from() == null ? "from" : "until", "absence-day");
        }
        return absences.enter(wish.account(), wish.from(), wish.until(), wish.deputy(), user.id());
    }

    @DeleteMapping("/absences/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "结束或取消请假")
    void end(@PathVariable long id) {
        user.require(DeskRoles.ABSENCES);
        absences.end(id, user.id());
    }

    @PostMapping("/tasks/{id}/take-over")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "代理人接手任务")
    void takeOver(@PathVariable String id) {
        user.require(DeskRoles.CASE_WORK);
        handover.takeOver(id, user.id());
    }

    @GetMapping("/handover/{person}")
    @Operation(summary = "交接预览")
    List<Line> preview(@PathVariable String person, @RequestParam(required = false) String to) {
        user.require(Role.ADMINISTRATOR, Role.TEAM_LEAD);
        return handover.preview(person, to, user.id()).stream().map(this::line).toList();
    }

    @GetMapping("/handover/{person}/duties")
    @Operation(summary = "尚未成为任务、但须有人接办的事项")
    List<ComingDuties.Duty> duties(@PathVariable String person) {
        user.require(Role.ADMINISTRATOR, Role.TEAM_LEAD);
        return handover.duties(person, user.id());
    }

    @PostMapping("/handover/{person}")
    @Operation(summary = "交接全部待办任务，返回未能移交的任务")
    List<Line> handOver(@PathVariable String person, @RequestParam(required = false) String to, @RequestParam(defaultValue = "false") boolean close) {
        user.require(Role.ADMINISTRATOR, Role.TEAM_LEAD);
        return handover.all(person, to, close, user.id()).stream().map(this::line).toList();
    }

    private Line line(Handover.Line line) {
        Refusal against = line.against();
        return new Line(line.task().id(), line.task().key(), line.task().businessKey(), against == null ? null : against.getMessage(),
                against == null ? null : texts.of(against));
    }
}
