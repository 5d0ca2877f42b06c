package org.zhiping.desk;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatusCode;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.zhiping.exam.Attendance;
import org.zhiping.exam.Seat;
import org.zhiping.exam.Sessions;
import org.zhiping.identity.CurrentUser;
import org.zhiping.identity.Role;
import org.zhiping.platform.Refusal;
import org.zhiping.platform.Texts;
import org.zhiping.platform.web.Page;
import org.zhiping.platform.web.PageForm;

/** The invigilator's record 考场记录: who came, who did not, who broke the rules. */
@Page
@RequestMapping("/desk/sessions/{number}/attendance")
class AttendancePages {

    private final Sessions sessions;
    private final SessionDetails views;
    private final SessionTasks tasks;
    private final CurrentUser user;
    private final Texts texts;

    AttendancePages(Sessions sessions, SessionDetails views, SessionTasks tasks, CurrentUser user, Texts texts) {
        this.sessions = sessions;
        this.views = views;
        this.tasks = tasks;
        this.user = user;
        this.texts = texts;
    }

    @GetMapping
    ModelAndView record(@PathVariable String number) {
        user.require(Role.INVIGILATOR);
        return page(number, PageForm.empty(), 200);
    }

    @PostMapping
    ModelAndView save(@PathVariable String number, @RequestParam Map<String, String> fields, RedirectAttributes next) {
        user.require(Role.INVIGILATOR);
        try {
            tasks.complete(number, TaskLines.ATTENDANCE, user.id(), Map.of("candidates", rows(number, fields)));
        } catch (Refusal refusal) {
            return page(number, PageForm.of(fields).with(texts, refusal), refusal.kind().status());
        }
        next.addFlashAttribute("done", "desk.attendance.saved");
        return new ModelAndView("redirect:/desk/sessions/" + number);
    }

    private List<Map<String, Object>> rows(String number, Map<String, String> fields) {
        List<Map<String, Object>> rows = new ArrayList<>();
        List<Refusal.Fault> faults = new ArrayList<>();
        sessions.find(number).seats().stream().filter(Seat::live).forEach(seat -> {
            String seen = fields.getOrDefault(seat.caseNumber(), "");
            String note = fields.getOrDefault("note-" + seat.caseNumber(), "");
            if (Attendance.of(seen).isEmpty()) {
                faults.add(new Refusal.Fault(seat.caseNumber(), "attendance-missing", seat.number()));
            }
            Map<String, Object> row = new LinkedHashMap<>(Map.of("caseNumber", seat.caseNumber(), "attendance", seen));
            if (!note.isBlank()) {
                row.put("note", note);
            }
            rows.add(row);
        });
        if (!faults.isEmpty()) {
            throw Refusal.invalid(faults);
        }
        return rows;
    }

    private ModelAndView page(String number, PageForm form, int status) {
        return new ModelAndView("desk/attendance", Map.of("view", views.of(sessions.find(number), user.id()), "form", form,
                "open", tasks.waiting(number, TaskLines.ATTENDANCE)), HttpStatusCode.valueOf(status));
    }
}
