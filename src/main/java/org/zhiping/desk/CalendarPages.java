package org.zhiping.desk;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.zhiping.casework.OpenDeadlines;
import org.zhiping.identity.CurrentUser;
import org.zhiping.page.FileAnswers;
import org.zhiping.platform.Refusal;
import org.zhiping.platform.Texts;
import org.zhiping.platform.calendar.CalendarWatch;
import org.zhiping.platform.calendar.WorkingCalendar;
import org.zhiping.platform.process.StepNames;
import org.zhiping.platform.web.Page;
import org.zhiping.platform.web.PageForm;

/** The working-day calendar: years with their holidays and make-up days, and the open deadlines that a change would move. */
@Page
@RequestMapping("/desk/calendar")
class CalendarPages {

    private static final int CHANGES_SHOWN = 20;
    private static final int MOVES_SHOWN = 100;

    /** A deadline that would move, in words. */
    public record Line(String number, String step, OpenDeadlines.Move move) {
    }

    private final WorkingCalendar calendar;
    private final CalendarWatch watch;
    private final OpenDeadlines deadlines;
    private final StepNames steps;
    private final CurrentUser user;
    private final Texts texts;
    private final Clock clock;

    CalendarPages(WorkingCalendar calendar, CalendarWatch watch, OpenDeadlines deadlines, StepNames steps, CurrentUser user, Texts texts, Clock clock) {
        this.calendar = calendar;
        this.watch = watch;
        this.deadlines = deadlines;
        this.steps = steps;
        this.user = user;
        this.texts = texts;
        this.clock = clock;
    }

    @GetMapping
    ModelAndView year(@RequestParam(required = false) Integer year) {
        user.require(DeskRoles.CALENDAR);
        int shown = year == null ? LocalDate.now(clock).getYear() : year;
        return page(shown, PageForm.of(Map.of("year", String.valueOf(shown))), 200);
    }

    @PostMapping("/days")
    ModelAndView set(@RequestParam int year, @RequestParam Map<String, String> fields, RedirectAttributes next) {
        user.require(DeskRoles.CALENDAR_KEEPERS);
        PageForm form = PageForm.of(fields);
        try {
            calendar.set(form.day("day", "calendar-day"), working(form), form.value("note"), user.id());
        } catch (Refusal refusal) {
            return page(year, form.with(texts, refusal), refusal.kind().status());
        }
        return changed("calendar.day-set", next);
    }

    @PostMapping("/days/{day}/remove")
    ModelAndView remove(@PathVariable LocalDate day, RedirectAttributes next) {
        user.require(DeskRoles.CALENDAR_KEEPERS);
        calendar.remove(day, user.id());
        return changed("calendar.day-removed", next);
    }

    /** The text of a notice comes back as a table of days, to be looked over and entered. */
    @PostMapping("/import")
    ModelAndView importYear(@RequestParam Map<String, String> fields, @RequestParam(required = false) MultipartFile file, RedirectAttributes next)
            throws IOException {
        user.require(DeskRoles.CALENDAR_KEEPERS);
        Map<String, String> typed = new HashMap<>(fields);
        if (file != null && !file.isEmpty()) {
            typed.put("days", text(file.getBytes()));
        }
        PageForm form = PageForm.of(typed);
        int year = form.value("year").strip().matches("2[01]\\d{2}") ? Integer.parseInt(form.value("year").strip()) : 0;
        try {
            Optional<String> read = calendar.fromNotice(year, form.value("days"));
            if (read.isPresent()) {
                typed.put("days", read.get());
                return page(year, PageForm.of(typed), 200).addObject("read", true);
            }
            calendar.importYear(year, form.value("source"), form.value("days"), user.id());
        } catch (Refusal refusal) {
            return page(year == 0 ? LocalDate.now(clock).getYear() : year, form.with(texts, refusal), refusal.kind().status());
        }
        return changed("calendar.imported", next);
    }

    /** As spreadsheet programs save it: in UTF-8, or in the old Chinese encoding. */
    private static String text(byte[] file) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(file)).toString();
        } catch (CharacterCodingException other) {
            return new String(file, Charset.forName("GB18030"));
        }
    }

    @GetMapping("/{year}.csv")
    ResponseEntity<byte[]> export(@PathVariable int year) {
        user.require(DeskRoles.CALENDAR);
        return FileAnswers.download("calendar-" + year + ".csv", "text/csv;charset=UTF-8", calendar.csv(year).getBytes(StandardCharsets.UTF_8));
    }

    @GetMapping("/deadlines")
    ModelAndView moves(@RequestParam(required = false) Instant afterBefore, @RequestParam(defaultValue = "") String afterId) {
        user.require(DeskRoles.CALENDAR);
        boolean first = afterBefore == null;
        OpenDeadlines.Moving moving = deadlines.wouldMove(first ? null : new OpenDeadlines.Place(afterBefore, afterId), MOVES_SHOWN);
        Map<String, Object> model = new HashMap<>(Map.of("count", moving.count(), "keeper", keeper(), "first", first,
                "lines", moving.moves().stream().map(move -> new Line(move.number(), steps.of(move.step(), null), move)).toList()));
        if (moving.next() != null) {
            model.put("next", moving.next());
        }
        return new ModelAndView("desk/calendar-deadlines", model);
    }

    @PostMapping("/deadlines")
    ModelAndView recompute(RedirectAttributes next) {
        user.require(DeskRoles.CALENDAR_KEEPERS);
        deadlines.recompute(user.id());
        return changed("calendar.recomputed", next);
    }

    /** What was done is told beside what it would do to open deadlines. */
    private static ModelAndView changed(String message, RedirectAttributes next) {
        next.addFlashAttribute("done", message);
        return new ModelAndView("redirect:/desk/calendar/deadlines");
    }

    private ModelAndView page(int year, PageForm form, int status) {
        Map<String, Object> model = new HashMap<>(Map.of("view", YearView.of(year, calendar.days(year)), "years", calendar.years(),
                "days", calendar.days(year), "changes", calendar.changes(CHANGES_SHOWN), "form", form, "keeper", keeper()));
        calendar.year(year).ifPresent(known -> model.put("known", known));
        watch.warning().ifPresent(warning -> model.put("warning", warning));
        return new ModelAndView("desk/calendar", model, HttpStatusCode.valueOf(status));
    }

    private boolean keeper() {
        return user.hasAny(DeskRoles.CALENDAR_KEEPERS);
    }

    private static boolean working(PageForm form) {
        return switch (form.value("kind")) {
            case "work" -> true;
            case "off" -> false;
            default -> throw Refusal.invalid("kind", "calendar-kind");
        };
    }
}
