package org.zhiping;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.util.ReflectionTestUtils;
import org.zhiping.casework.Handover;
import org.zhiping.casework.OpenDeadlines;
import org.zhiping.identity.Absences;
import org.zhiping.identity.Accounts;
import org.zhiping.identity.Role;
import org.zhiping.intake.Round;
import org.zhiping.platform.WorkingDays;
import org.zhiping.platform.calendar.WorkingCalendar;
import org.zhiping.record.RecordChecks;

/** The process dies after any statement of an act over many rows: each row is done or not, what is left is done when asked again, and once. */
@ProductTest
@Import({CaseWalk.class, BrokenOffTest.Broken.class})
@TestPropertySource(properties = {"zhiping.digest.at=00:00", "zhiping.record-work=PT24H"})
class BrokenOffTest {

    @TestConfiguration
    static class Broken {

        @Bean
        static BreakingDatabase breakingDatabase() {
            return new BreakingDatabase();
        }
    }

    private static final int MANY = 4;

    @Autowired private ProcessEngine engine;
    @Autowired private CaseWalk walk;
    @Autowired private Accounts accounts;
    @Autowired private Absences absences;
    @Autowired private Handover handover;
    @Autowired private OpenDeadlines deadlines;
    @Autowired private WorkingCalendar calendar;
    @Autowired private WorkingDays workingDays;
    @Autowired private RecordChecks checks;
    @Autowired private JdbcClient jdbc;
    @Autowired private Clock clock;
    @Autowired private ApplicationContext beans;

    @BeforeEach
    void hire() {
        walk.hireStaff();
        hire("goes", Role.ACCEPTANCE_OFFICER);
        hire("stays", Role.ACCEPTANCE_OFFICER);
        hire("keeper", Role.ADMINISTRATOR);
    }

    private void hire(String id, Role... roles) {
        if (accounts.find(id).isEmpty()) {
            accounts.create(id, "工作人员 " + id, "", Set.of(roles), "Walk-the-case-1", "test");
        }
    }

    private List<String> cases(int number) {
        Round round = walk.openRound("all-media-operator", "2023", List.of("LEVEL_4"), List.of("A"));
        return IntStream.range(0, number).mapToObj(n -> walk.applyAtWork(round, "LEVEL_4", "A")).toList();
    }

    private Task task(String number) {
        return engine.getTaskService().createTaskQuery().processInstanceBusinessKey(number).taskDefinitionKey("review-materials").singleResult();
    }

    private int count(String question, Object... parameters) {
        return jdbc.sql(question).params(parameters).query(Integer.class).single();
    }

    private interface Check {
        void holds();
    }

    /** Dies after the first statement, starts again, dies after the second, and so on, until the act comes to its end. @return how often it died */
    private static int again(Runnable act, Check check) {
        int last = 1;
        while (BreakingDatabase.diesAfter(last, act)) {
            check.holds();
            last++;
        }
        check.holds();
        return last - 1;
    }

    @Test
    void aHandoverOfManyTasks() {
        List<String> numbers = cases(MANY);
        numbers.forEach(number -> walk.claim("goes", number, "review-materials"));
        int died = again(() -> handover.all("goes", "stays", true, "keeper"), () -> numbers.forEach(number -> {
            boolean moved = task(number).getAssignee().equals("stays");
            assertThat(moved || task(number).getAssignee().equals("goes")).isTrue();
            int times = moved ? 1 : 0;
            assertThat(count("select count(*) from handover_task where number = ?", number)).as("its line").isEqualTo(times);
            assertThat(count("select count(*) from case_record where case_number = ? and kind = 'task-assigned'", number)).as("its record").isEqualTo(times);
            assertThat(jdbc.sql("select assignee from worklist_task where number = ?").param(number).query(String.class).list())
                    .as("the worklist").containsExactly(task(number).getAssignee());
        }));
        assertThat(died).isGreaterThan(40);
        assertThat(numbers).allMatch(number -> task(number).getAssignee().equals("stays"));
        assertThat(accounts.find("goes").orElseThrow().enabled()).isFalse();
        assertThat(count("select count(*) from handover where person = 'goes' and closed")).isOne();
        assertThat(count("select count(*) from handover where person = 'goes' and not closed and not exists (select 1 from handover_task where handover_id = id)"))
                .as("acts in which nothing was done").isZero();
        accounts.enable("goes", true, "keeper");
    }

    @Test
    void aDeputyTakesOver() {
        String number = cases(1).get(0);
        walk.claim("goes", number, "review-materials");
        absences.enter("goes", LocalDate.now(clock), LocalDate.now(clock), "stays", "keeper");
        String id = task(number).getId();
        int died = again(() -> handover.takeOver(id, "stays"), () -> {
            int times = task(number).getAssignee().equals("stays") ? 1 : 0;
            assertThat(count("select count(*) from handover_task where number = ?", number)).isEqualTo(times);
            assertThat(count("select count(*) from handover h join handover_task on handover_id = h.id where number = ? and reason = 'absence'", number)).isEqualTo(times);
            assertThat(count("select count(*) from case_record where case_number = ? and actor = 'stays'", number)).isEqualTo(times);
        });
        assertThat(died).isGreaterThan(5);
        assertThat(task(number).getAssignee()).isEqualTo("stays");
        jdbc.sql("update absence set ended_at = now(), ended_by = 'keeper'").update();
    }

    @Test
    void deadlinesAreComputedAnew() {
        List<String> numbers = cases(MANY);
        Map<String, Instant> before = new TreeMap<>();
        numbers.forEach(number -> before.put(number, task(number).getDueDate().toInstant()));
        LocalDate closed = workingDays.plus(LocalDate.now(clock), 1);
        calendar.set(closed, false, "停电", "planner");
        int died = again(() -> deadlines.recompute("planner"), () -> numbers.forEach(number -> {
            Instant due = task(number).getDueDate().toInstant();
            boolean moved = !due.equals(before.get(number));
            assertThat(count("select count(*) from deadline_move where number = ?", number)).isEqualTo(moved ? 1 : 0);
            assertThat(remindedOn(number)).as("the timer goes with its task").isEqualTo(workingDays.minus(day(due), 1));
        }));
        assertThat(died).isGreaterThan(10);
        assertThat(numbers).allMatch(number -> day(task(number).getDueDate().toInstant()).equals(workingDays.plus(day(before.get(number)), 1)));
        assertThat(deadlines.wouldMove(null, 1).count()).isZero();
        calendar.remove(closed, "planner");
        deadlines.recompute("planner");
    }

    private LocalDate remindedOn(String number) {
        String instance = task(number).getProcessInstanceId();
        Job timer = engine.getManagementService().createJobQuery().timers().activityId("review-materials").processInstanceId(instance).singleResult();
        return day(timer.getDuedate().toInstant());
    }

    private LocalDate day(Instant moment) {
        return LocalDate.ofInstant(moment, clock.getZone());
    }

    @Test
    void digestsGoOut() throws ClassNotFoundException {
        LocalDate today = LocalDate.now(clock);
        boolean worked = workingDays.isWorkingDay(today);
        if (!worked) {
            calendar.set(today, true, "补班", "planner");
        }
        cases(1);
        List<String> readers = List.of("officer", "goes", "stays");
        readers.forEach(reader -> jdbc.sql("insert into staff_digest_choice (account, since) values (?, now() - interval '1 day')").param(reader).update());
        Object digests = beans.getBean(Class.forName("org.zhiping.mail.Digests"));
        int died = again(() -> ReflectionTestUtils.invokeMethod(digests, "scan"), () -> readers.forEach(reader -> {
            int made = count("select count(*) from staff_digest where account = ?", reader);
            assertThat(count("select count(*) from notice where account = ? and kind = 'staff-digest'", reader)).isEqualTo(made).isLessThanOrEqualTo(1);
        }));
        assertThat(died).isGreaterThan(10);
        assertThat(count("select count(*) from notice where kind = 'staff-digest'")).isEqualTo(readers.size());
        jdbc.sql("delete from staff_digest_choice").update();
    }

    @Test
    void recordsAreChecked() throws ClassNotFoundException {
        List<String> numbers = cases(2);
        jdbc.sql("delete from case_record_check").update();
        beans.getBean(org.springframework.transaction.support.TransactionTemplate.class).executeWithoutResult(status -> {
            jdbc.sql("set local session_replication_role = replica").update();
            jdbc.sql("delete from case_record where case_number = ? and position = 1").param(numbers.get(0)).update();
        });
        checks.ask("keeper");
        Object keeping = beans.getBean(Class.forName("org.zhiping.record.RecordKeeping"));
        int died = again(() -> ReflectionTestUtils.invokeMethod(keeping, "work"), () -> {
            RecordChecks.Check check = checks.latest(1).get(0);
            assertThat(checks.faults(check.id(), 10)).as("nothing of half a check").hasSize(check.endedAt() == null ? 0 : 1);
        });
        assertThat(died).isGreaterThan(4);
        assertThat(count("select count(*) from notice where kind = 'staff-records-broken' and account = 'keeper'")).isOne();
        assertThat(checks.latest(9)).singleElement().satisfies(check -> {
            assertThat(check.broken()).isOne();
            assertThat(check.cases()).isEqualTo(count("select count(*) from case_record_head"));
        });
    }
}
