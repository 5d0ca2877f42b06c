package org.zhiping.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.zhiping.TestDatabase;
import org.zhiping.exam.Attendance;
import org.zhiping.exam.PartRecord;
import org.zhiping.exam.PartRecords;
import org.zhiping.intake.Application;
import org.zhiping.intake.ApplicationStatus;
import org.zhiping.intake.Applications;
import org.zhiping.intake.Milestones;
import org.zhiping.intake.Round;
import org.zhiping.intake.RoundPlan;
import org.zhiping.intake.RoundStatus;
import org.zhiping.intake.Rounds;
import org.zhiping.platform.Refusal;
import org.zhiping.platform.TestWorkingDays;
import org.zhiping.result.Decision.Assessment;
import org.zhiping.standard.Rulebook;
import org.zhiping.standard.Scale;

class ResultsTest {

    private static final String CASE = "ZP202600000001";
    private static final Assessment ALL_YES = new Assessment(true, true, true);

    private final Map<String, Object> parameters = new HashMap<>(Map.of("publicityWorkingDays", BigDecimal.valueOf(5)));
    private final Application application = mock(Application.class);
    private final PartRecords records = mock(PartRecords.class);
    private final ResultTable table;
    private final ResultOffice results;
    private final ResultSteps steps;

    ResultsTest() {
        DataSource source = TestDatabase.fresh();
        JdbcClient jdbc = JdbcClient.create(source);
        jdbc.sql("insert into calendar_day (day, working) values ('2026-11-26', false), ('2026-11-28', true)").update();
        Clock clock = Clock.fixed(Instant.parse("2026-11-23T08:30:15.5Z"), ZoneId.of("Asia/Shanghai"));
        when(application.level()).thenReturn("LEVEL_2");
        when(application.roundNumber()).thenReturn("R20260001");
        when(application.status()).thenReturn(ApplicationStatus.ASSESSED);
        Applications applications = mock(Applications.class);
        when(applications.find(CASE)).thenReturn(application);
        when(applications.lock(CASE)).thenReturn(application);
        Rounds rounds = mock(Rounds.class);
        when(rounds.find(anyString())).thenReturn(new Round("R20260001", new RoundPlan("s", "e", List.of(), List.of(), Instant.EPOCH,
                Instant.EPOCH, LocalDate.EPOCH, Map.of()), RoundStatus.OPEN));
        Rulebook rulebook = mock(Rulebook.class);
        when(rulebook.parts(any(), any(), any())).thenReturn(List.of("THEORY", "SKILL", "REVIEW"));
        when(rulebook.scale(any(), any(), any())).thenReturn(new Scale(new BigDecimal("100"), new BigDecimal("60"), 2));
        when(rulebook.parameterFacts(any(), any(), any())).thenAnswer(call -> parameters);
        Milestones milestones = mock(Milestones.class);
        table = new ResultTable(jdbc);
        results = new ResultOffice(table, applications, milestones, clock);
        steps = new ResultSteps(table, records, applications, rounds, rulebook,
                new Publicity(rounds, rulebook, TestWorkingDays.on(jdbc), clock), milestones, clock);
    }

    @Test
    void noDecisionWhileAPartIsOpen() {
        steps.recordPart(CASE, "THEORY", "passed");
        steps.recordPart(CASE, "SKILL", "failed");
        when(records.of(CASE)).thenReturn(List.of(scored("THEORY", 10000, 1), scored("SKILL", 17999, 3)));
        assertThat(facts(steps.planFacts(CASE))).containsEntry("after", "SKILL").containsEntry("level", "LEVEL_2");
        Map<String, Object> facts = facts(steps.passFailFacts(CASE));
        assertThat(facts).containsEntry("partsOpen", 1).containsEntry("partsNotPassed", 1);
        assertThat((BigDecimal) facts.get("lowestScore")).isLessThan(new BigDecimal("60")).isGreaterThan(new BigDecimal("59.99"));
    }

    @Test
    void publicityLastsWorkingDaysAcrossAHolidayAndAMakeUpDay() {
        steps.propose(CASE, "passed");
        results.approve(CASE, ALL_YES, "approver");
        verify(application).approve();
        assertThat(steps.publish(CASE)).isEqualTo("2026-12-01T00:00:00+08:00");
        assertThat(results.of(CASE).orElseThrow().state()).isEqualTo(ResultState.PUBLIC);
    }

    @Test
    void noDaysOfPublicityEndAtOnce() {
        parameters.put("publicityWorkingDays", BigDecimal.ZERO);
        steps.propose(CASE, "passed");
        results.approve(CASE, ALL_YES, "approver");
        assertThat(steps.publish(CASE)).isEqualTo("2026-11-23T16:30:15+08:00");
    }

    @Test
    void aFailedCaseIsClosedAfterApproval() {
        steps.propose(CASE, "failed");
        results.approve(CASE, ALL_YES, "approver");
        verify(application, never()).approve();
        steps.fail(CASE);
        verify(application).fail();
        assertThat(results.of(CASE).orElseThrow().state()).isEqualTo(ResultState.FAILED);
    }

    @Test
    void whatWasSentBackAndAnsweredStaysOnRecord() {
        steps.propose(CASE, "passed");
        results.sendBack(CASE, new Assessment(true, true, false), "操作成绩与原始记录不符", "approver");
        steps.sendBack(CASE);
        results.answer(CASE, "已核对，录入无误", "verifier");
        steps.propose(CASE, "passed");
        results.approve(CASE, ALL_YES, "approver");
        assertThat(results.of(CASE).orElseThrow().decisions()).extracting(Decision::approved).containsExactly(false, true);
    }

    @Test
    void aCaseThatHasEndedHasNothingToDecide() {
        steps.propose(CASE, "passed");
        when(application.status()).thenReturn(ApplicationStatus.WITHDRAWN);
        assertThatThrownBy(() -> results.approve(CASE, ALL_YES, "approver")).isInstanceOf(Refusal.class).hasMessage("result-state");
        assertThat(results.of(CASE).orElseThrow().state()).isEqualTo(ResultState.PROPOSED);
    }

    private static PartRecord scored(String part, long hundredths, int scorers) {
        return new PartRecord(CASE, part, Attendance.PRESENT, hundredths * 10_000, scorers, 2, Instant.EPOCH);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> facts(Object handedOver) {
        return (Map<String, Object>) ((TypedValue) handedOver).getValue();
    }
}
