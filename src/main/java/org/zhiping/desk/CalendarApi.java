package org.zhiping.desk;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.zhiping.casework.OpenDeadlines;
import org.zhiping.identity.CurrentUser;
import org.zhiping.platform.Refusal;
import org.zhiping.platform.calendar.CalendarYear;
import org.zhiping.platform.calendar.SpecialDay;
import org.zhiping.platform.calendar.WorkingCalendar;

/** The working-day calendar for programs. */
@RestController
@RequestMapping("/api/desk/calendar")
@Tag(name = "desk", description = "业务台")
class CalendarApi {

    /** @param working has to be said: a day is not off because nobody spoke of it */
    record Wish(Boolean working, String note) {
    }

    private static final int MOST = 5000;

    private final WorkingCalendar calendar;
    private final OpenDeadlines deadlines;
    private final CurrentUser user;

    CalendarApi(WorkingCalendar calendar, OpenDeadlines deadlines, CurrentUser user) {
        this.calendar = calendar;
        this.deadlines = deadlines;
        this.user = user;
    }

    @GetMapping
    @Operation(summary = "已录入的年份")
    List<CalendarYear> years() {
        user.require(DeskRoles.CALENDAR);
        return calendar.years();
    }

    @GetMapping("/{year}")
    @Operation(summary = "一年的节假日与调休上班日")
    List<SpecialDay> days(@PathVariable int year) {
        user.require(DeskRoles.CALENDAR);
        return calendar.days(year);
    }

    @PutMapping(path = "/{year}", consumes = "text/csv", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "以 CSV 录入整年")
    WorkingCalendar.Imported importYear(@PathVariable int year, @RequestParam(required = false) String source,
                                        @RequestBody(required = false) String csv) {
        user.require(DeskRoles.CALENDAR_KEEPERS);
        return calendar.importYear(year, source, csv == null ? "" : csv, user.id());
    }

    @PutMapping("/days/{day}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "设定某一日")
    void set(@PathVariable LocalDate day, @RequestBody Wish wish) {
        user.require(DeskRoles.CALENDAR_KEEPERS);
        if (wish.working() == null) {
            throw Refusal.invalid("working", "calendar-kind");
        }
        calendar.set(day, wish.working(), wish.note(), user.id());
    }

    @DeleteMapping("/days/{day}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "取消某一日的特别安排")
    void remove(@PathVariable LocalDate day) {
        user.require(DeskRoles.CALENDAR_KEEPERS);
        calendar.remove(day, user.id());
    }

    @GetMapping("/deadlines")
    @Operation(summary = "按现行日历会变动的未办期限")
    OpenDeadlines.Moving wouldMove(@RequestParam(required = false) Instant afterBefore, @RequestParam(defaultValue = "") String afterId,
                                   @RequestParam(defaultValue = "500") int most) {
        user.require(DeskRoles.CALENDAR);
        return deadlines.wouldMove(afterBefore == null ? null : new OpenDeadlines.Place(afterBefore, afterId), Math.max(1, Math.min(most, MOST)));
    }

    @PostMapping("/deadlines")
    @Operation(summary = "按现行日历重新计算未办期限")
    Map<String, Integer> recompute() {
        user.require(DeskRoles.CALENDAR_KEEPERS);
        return Map.of("moved", deadlines.recompute(user.id()));
    }
}
