package org.zhiping.desk;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatusCode;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.zhiping.exam.Candidate;
import org.zhiping.exam.ExamSession;
import org.zhiping.exam.ScoreSheet;
import org.zhiping.exam.ScoreSheets;
import org.zhiping.exam.Seat;
import org.zhiping.exam.SessionState;
import org.zhiping.exam.Sessions;
import org.zhiping.exam.SheetEntry;
import org.zhiping.identity.CurrentUser;
import org.zhiping.identity.Role;
import org.zhiping.platform.Refusal;
import org.zhiping.platform.Texts;
import org.zhiping.platform.web.Page;
import org.zhiping.platform.web.PageForm;

/** The sheet on which a scorer enters their own scores, saved as a draft until they confirm it. */
@Page
@RequestMapping("/desk/sessions/{number}/scores")
class ScorePages {

    /** A candidate to be scored; the total's field is the case number, that of a rubric line {@code <case>.<line>}. */
    public record Row(Seat seat, String name) {
    }

    private final Sessions sessions;
    private final ScoreSheets sheets;
    private final SessionTasks tasks;
    private final TaskLines lines;
    private final CurrentUser user;
    private final Texts texts;

    ScorePages(Sessions sessions, ScoreSheets sheets, SessionTasks tasks, TaskLines lines, CurrentUser user, Texts texts) {
        this.sessions = sessions;
        this.sheets = sheets;
        this.tasks = tasks;
        this.lines = lines;
        this.user = user;
        this.texts = texts;
    }

    @GetMapping
    ModelAndView sheet(@PathVariable String number) {
        user.require(Role.EVALUATOR);
        var sheet = sheets.of(number, user.id());
        return page(number, sheet, PageForm.of(entered(sheet, sessions.scale(number).decimals())), 200);
    }

    private static Map<String, String> entered(ScoreSheet sheet, int decimals) {
        Map<String, String> values = new LinkedHashMap<>();
        sheet.scores().forEach((caseNumber, points) -> values.put(caseNumber, points.shown(decimals)));
        sheet.marks().forEach((caseNumber, marks) -> marks.lines()
                .forEach((line, points) -> values.put(caseNumber + "." + line, points.shown(decimals))));
        return values;
    }

    /** Saves, and with {@code act=confirm} also completes the scorer's task. */
    @PostMapping
    ModelAndView save(@PathVariable String number, @RequestParam Map<String, String> fields,
                      @RequestParam(defaultValue = "save") String act, RedirectAttributes next) {
        user.require(Role.EVALUATOR);
        var sheet = sheets.of(number, user.id());
        List<SheetEntry> entries = rows(sessions.find(number)).stream().map(row -> entry(row.seat().caseNumber(), fields))
                .filter(entry -> entry.total() != null || !entry.lines().isEmpty()).toList();
        try {
            sheets.enter(number, user.id(), entries);
            if (act.equals("confirm")) {
                tasks.complete(number, TaskLines.SCORES, user.id(), Map.of("confirmed", true));
            }
        } catch (Refusal refusal) {
            return page(number, sheet, PageForm.of(fields).with(texts, refusal), refusal.kind().status());
        }
        next.addFlashAttribute("done", act.equals("confirm") ? "desk.scores.confirmed" : "desk.scores.saved");
        return new ModelAndView("redirect:/desk/sessions/" + number + "/scores");
    }

    private static SheetEntry entry(String caseNumber, Map<String, String> fields) {
        String lines = caseNumber + ".";
        return new SheetEntry(caseNumber, fields.get(caseNumber), fields.keySet().stream().filter(field -> field.startsWith(lines))
                .collect(Collectors.toMap(field -> field.substring(lines.length()), fields::get)));
    }

    private List<Row> rows(ExamSession session) {
        Map<String, String> names = sessions.candidates(session.number()).stream()
                .collect(Collectors.toMap(Candidate::caseNumber, Candidate::maskedName));
        return session.present().stream().map(seat -> new Row(seat, names.getOrDefault(seat.caseNumber(), ""))).toList();
    }

    private ModelAndView page(String number, ScoreSheet sheet, PageForm form, int status) {
        var session = sessions.find(number);
        return new ModelAndView("desk/scores", Map.of("session", session, "subject", lines.said(session), "sheet", sheet,
                "rows", rows(session), "form", form, "marking", sessions.marking(number),
                "open", session.state() == SessionState.ATTENDED && !sheet.confirmed()), HttpStatusCode.valueOf(status));
    }
}
