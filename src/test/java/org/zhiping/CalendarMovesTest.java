package org.zhiping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.web.context.WebApplicationContext;
import org.zhiping.casework.OpenDeadlines;
import org.zhiping.intake.Applications;
import org.zhiping.intake.Round;
import org.zhiping.page.PageReader;
import org.zhiping.platform.WorkingDays;
import org.zhiping.platform.calendar.WorkingCalendar;

/** The calendar changes while cases are open: what would move is told, and moves on request with its timers. */
@ProductTest
class CalendarMovesTest {

    @Autowired private ProcessEngine engine;
    @Autowired private CaseWalk walk;
    @Autowired private WorkingCalendar calendar;
    @Autowired private OpenDeadlines deadlines;
    @Autowired private WorkingDays workingDays;
    @Autowired private Applications applications;
    @Autowired private JdbcClient jdbc;
    @Autowired private Clock clock;
    @Autowired private WebApplicationContext product;
    private PageReader reader;

    @BeforeEach
    void hire() {
        walk.hireStaff();
        reader = new PageReader(product);
    }

    private LocalDate day(Instant moment) {
        return LocalDate.ofInstant(moment, clock.getZone());
    }

    private List<OpenDeadlines.Move> moving() {
        return deadlines.wouldMove(null, 1000).moves();
    }

    private Instant due(String caseNumber, String step) {
        return walk.task(caseNumber, step, "officer").getDueDate().toInstant();
    }

    @Test
    void aHolidayMovesOpenDeadlinesAndTheirTimersOnRequest() throws Exception {
        Round round = walk.openRound("all-media-operator", "2023", List.of("LEVEL_4"), List.of("A"));
        String open = walk.applyAtWork(round, "LEVEL_4", "A");
        String returned = walk.applyAtWork(round, "LEVEL_4", "A");
        walk.review(returned, "returned", "身份证复印件不清晰");
        String unseated = walk.applyAtWork(round, "LEVEL_4", "A");
        walk.review(unseated, "accepted", null);
        assertThat(moving()).extracting(OpenDeadlines.Move::number).doesNotContain(open, returned, unseated);

        Instant before = due(open, "review-materials");
        Instant promised = applications.find(returned).supplementUntil();
        LocalDate closed = workingDays.plus(LocalDate.now(clock), 1);
        calendar.set(closed, false, "停电", "planner");
        assertThat(moving()).extracting(OpenDeadlines.Move::number).contains(open, returned, unseated);
        assertThat(due(open, "review-materials")).isEqualTo(before);

        assertThat(reader.as("planner", get("/desk/calendar/deadlines")).getContentAsString()).contains(open, returned);
        assertThat(reader.as("manager1", post("/desk/calendar/deadlines").with(csrf())).getStatus()).isEqualTo(403);
        assertThat(reader.as("planner", post("/desk/calendar/deadlines").with(csrf())).getStatus()).isEqualTo(302);
        Instant after = due(open, "review-materials");
        assertThat(day(after)).isEqualTo(workingDays.plus(day(before), 1));
        assertThat(day(applications.find(returned).supplementUntil())).isEqualTo(workingDays.plus(day(promised), 1));
        assertThat(timer(returned, "supplement-deadline").getDuedate().toInstant()).isEqualTo(applications.find(returned).supplementUntil());
        assertThat(day(timer(open, "review-materials").getDuedate().toInstant())).isEqualTo(workingDays.minus(day(after), 1));
        assertThat(moving()).extracting(OpenDeadlines.Move::number).doesNotContain(open, returned, unseated);
        assertThat(jdbc.sql("select step from deadline_move where number = :open").param("open", open).query(String.class).list())
                .containsExactly("review-materials");
        assertThat(calendar.changes(1).get(0).act()).isEqualTo("deadlines-moved");
        assertThat(recorded(open)).containsOnlyOnce("deadline-moved planner");
        assertThat(recorded(returned)).containsOnlyOnce("deadline-moved planner", "supplement-extended ");
        assertThat(recorded(unseated)).containsOnlyOnce("deadline-moved planner");
        assertThat(jdbc.sql("select subject from notice join notice_text on notice_id = id and locale = 'zh-CN' where kind = 'supplement-extended' and number = :number")
                .param("number", returned).query(String.class).single()).isEqualTo("补正期限已延长");
        assertThat(jdbc.sql("select body from notice join notice_text on notice_id = id and locale = 'en' where kind = 'supplement-extended' and number = :number")
                .param("number", returned).query(String.class).single()).contains(String.valueOf(day(applications.find(returned).supplementUntil()).getDayOfMonth()));

        calendar.remove(closed, "planner");
        assertThat(moving()).extracting(OpenDeadlines.Move::number).contains(open).doesNotContain(returned);
        theSecondFiringFollows(open);
    }

    private List<String> recorded(String caseNumber) {
        return jdbc.sql("select kind || ' ' || coalesce(actor, '') from case_record where case_number = :number order by position")
                .param("number", caseNumber).query(String.class).list();
    }

    /** Steps that wait for an exam or a panel reckon from its day, looked at by the thousand as when they were reached. */
    @Test
    void whatWaitsForAnExamOrAPanelDoesNotMoveByItselfAndMovesWithItsHolidays() {
        Round round = walk.openRound("independent-operator", "undated", List.of("JUNIOR"), List.of());
        String examined = walk.applyAsStudent(round);
        String ticketed = walk.applyAsStudent(round);
        walk.review(examined, "accepted", null);
        walk.review(ticketed, "accepted", null);
        String held = walk.openSession(round, "JUNIOR", null, "THEORY");
        walk.plan(held, List.of("evaluator1"), List.of(examined));
        String coming = walk.openSession(round, "JUNIOR", null, "THEORY");
        walk.plan(coming, List.of("evaluator1"), List.of(ticketed));
        assertThat(moving()).extracting(OpenDeadlines.Move::number).doesNotContain(examined, ticketed, held, coming);
        walk.recordAttendance(held, Map.of());
        assertThat(moving()).extracting(OpenDeadlines.Move::number).doesNotContain(held);
        walk.enterScores(held, "evaluator1", Map.of(examined, 80));
        walk.verify(held, "verified", null);
        walk.finish("planner", examined, "appoint-panel", shown -> Map.of("members", List.of("member1", "member2", "member3"), "chair", "member1",
                "heldAt", clock.instant().plusSeconds(40 * 86_400).toString(), "minutes", 30, "place", "评审室"));
        assertThat(moving()).extracting(OpenDeadlines.Move::number).doesNotContain(examined);

        LocalDate closed = workingDays.plus(day(clock.instant().plusSeconds(40 * 86_400)), 1);
        calendar.set(closed, false, "装修", "planner");
        List<OpenDeadlines.Move> all = moving();
        assertThat(all.stream().filter(move -> move.number().equals(examined))).hasSize(3).extracting(OpenDeadlines.Move::step).containsOnly("score-candidate");
        List<OpenDeadlines.Move> pages = new ArrayList<>();
        OpenDeadlines.Moving page = deadlines.wouldMove(null, 2);
        pages.addAll(page.moves());
        while (page.next() != null) {
            assertThat(page.moves()).hasSize(2);
            assertThat(page.count()).isEqualTo(all.size());
            page = deadlines.wouldMove(page.next(), 2);
            pages.addAll(page.moves());
        }
        assertThat(pages).as("page by page the same").isEqualTo(all);
        assertThat(deadlines.recompute("planner")).isEqualTo(all.size());
        calendar.remove(closed, "planner");
        deadlines.recompute("planner");
    }

    /** A timer that has reminded already waits for the escalation, and moves to its new moment. */
    private void theSecondFiringFollows(String open) {
        Instant old = due(open, "review-materials");
        engine.getManagementService().setJobDuedate(timer(open, "review-materials").getId(), Date.from(old.plusSeconds(60)));
        deadlines.recompute("planner");
        assertThat(due(open, "review-materials")).isBefore(old);
        assertThat(day(timer(open, "review-materials").getDuedate().toInstant())).isEqualTo(workingDays.plus(day(due(open, "review-materials")), 2));
    }

    private Job timer(String caseNumber, String activity) {
        String instance = engine.getRuntimeService().createProcessInstanceQuery().processInstanceBusinessKey(caseNumber).list().get(0).getId();
        return engine.getManagementService().createJobQuery().timers().activityId(activity).processInstanceId(instance).singleResult();
    }

    @Test
    void theYearIsSeenChangedAndImportedAtTheDesk() throws Exception {
        String page = reader.as("planner", get("/desk/calendar?year=2026")).getContentAsString();
        assertThat(page).contains("国务院办公厅关于2026年部分节假日安排的通知", "2026-10-10", "调休上班");
        assertThat(reader.as("manager1", get("/desk/calendar?year=2026")).getContentAsString()).doesNotContain("/desk/calendar/import");
        assertThat(reader.as("officer", get("/desk/calendar")).getStatus()).isEqualTo(403);
        assertThat(reader.as("manager1", post("/desk/calendar/days").with(csrf()).param("year", "2026")).getStatus()).isEqualTo(403);

        String refused = reader.as("planner", post("/desk/calendar/days").with(csrf()).param("year", "2026").param("day", "2026-03-04")
                .param("kind", "work").param("note", "春耕")).getContentAsString();
        assertThat(refused).contains("本来就是工作日", "value=\"春耕\"", "href=\"#day\"");
        assertThat(reader.as("planner", post("/desk/calendar/days").with(csrf()).param("year", "2028").param("day", "2028-03-04")
                .param("kind", "work").param("note", "春耕")).getRedirectedUrl()).isEqualTo("/desk/calendar/deadlines");
        assertThat(workingDays.isWorkingDay(LocalDate.of(2028, 3, 4))).isTrue();
        assertThat(reader.as("planner", post("/desk/calendar/days/2028-03-04/remove").with(csrf())).getStatus()).isEqualTo(302);

        String read = reader.as("planner", multipart("/desk/calendar/import").with(csrf()).param("year", "2028").param("source", "某通知")
                .param("days", "各省、自治区：\n　　一、元旦：1月1日（周六）至3日（周一）放假，共3天。\n　　二、春节：1月25日（周二）至31日放假调休，共7天。1月29日（周六）上班。")).getContentAsString();
        assertThat(read).contains("尚未录入", "2028-01-03,休,元旦", "2028-01-29,班,春节");
        assertThat(read.indexOf("尚未录入")).as("said at the top of the page, with the way to the days").isLessThan(read.indexOf("id=\"months\""));
        assertThat(read).contains("href=\"#import\"").containsPattern("<textarea id=\"days\"[^>]* rows=\"1\\d\"");
        assertThat(calendar.days(2028)).isEmpty();
        String unreadable = reader.as("planner", multipart("/desk/calendar/import").with(csrf()).param("year", "二零二八").param("source", "某通知")
                .param("days", "2028-01-01,休,元旦")).getContentAsString();
        assertThat(unreadable).contains("年份须在", "value=\"某通知\"", "2028-01-01,休,元旦");
        MockMultipartFile bad = new MockMultipartFile("file", "2028.csv", "text/csv", "2028-01-01,休,元旦\n2028-99-01,休".getBytes());
        String again = reader.as("planner", multipart("/desk/calendar/import").file(bad).with(csrf()).param("year", "2028")
                .param("source", "某通知").param("days", "")).getContentAsString();
        assertThat(again).contains("第 2 行", "2028-99-01,休", "value=\"某通知\"");
        MockMultipartFile good = new MockMultipartFile("file", "2028.csv", "text/csv", "2028-01-01,休,元旦\n".getBytes("GBK"));
        assertThat(reader.as("planner", multipart("/desk/calendar/import").file(good).with(csrf()).param("year", "2028")
                .param("source", "某通知").param("days", "")).getStatus()).isEqualTo(302);
        assertThat(new String(reader.as("planner", get("/desk/calendar/2028.csv")).getContentAsByteArray(), "UTF-8")).contains("2028-01-01,休,元旦");
        assertThat(workingDays.known(LocalDate.of(2028, 5, 1))).isTrue();
    }
}
