package org.zhiping.exam;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyCollection;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.zhiping.TestDatabase;
import org.zhiping.identity.Account;
import org.zhiping.identity.Accounts;
import org.zhiping.identity.Role;
import org.zhiping.intake.Application;
import org.zhiping.intake.ApplicationStatus;
import org.zhiping.intake.Applications;
import org.zhiping.intake.Claims;
import org.zhiping.intake.Milestone;
import org.zhiping.intake.Milestones;
import org.zhiping.intake.Round;
import org.zhiping.intake.RoundPlan;
import org.zhiping.intake.RoundStatus;
import org.zhiping.intake.Rounds;
import org.zhiping.platform.Refusal;
import org.zhiping.standard.Packs;
import org.zhiping.standard.Rubric;
import org.zhiping.standard.Rulebook;
import org.zhiping.standard.Scale;

/** The exam feature on a real database; applicants, staff and the standard's rules are set by the test. */
class ExamHall {

    static final String ROUND = "R20260001";
    static final Instant NOW = Instant.parse("2026-11-22T01:00:00Z");
    static final Instant TOMORROW = NOW.plusSeconds(86400);

    final Clock clock = Clock.fixed(NOW, ZoneId.of("Asia/Shanghai"));
    final Map<String, Application> cases = new HashMap<>();
    final Map<String, Account> people = new HashMap<>();
    final Set<String> recused = new HashSet<>();
    final List<Object> events = new ArrayList<>();
    final List<String> milestones = new ArrayList<>();
    final Rulebook rulebook = mock(Rulebook.class);

    final Sessions sessions;
    final SessionSteps sessionSteps;
    final ScoreSheets sheets;
    final ScorerChange scorers;
    final ExamSteps exams;
    final Panels panels;
    final PanelSteps panelSteps;
    final PartRecords records;
    private final TransactionTemplate transaction;

    ExamHall() {
        DataSource source = TestDatabase.fresh();
        transaction = new TransactionTemplate(new DataSourceTransactionManager(source));
        JdbcClient jdbc = JdbcClient.create(source);
        Applications applications = applications();
        Accounts accounts = mock(Accounts.class);
        when(accounts.nameOf(anyString())).thenCallRealMethod();
        when(accounts.find(anyString())).thenAnswer(call -> Optional.ofNullable(people.get(call.<String>getArgument(0))));
        Rounds rounds = mock(Rounds.class);
        when(rounds.find(ROUND)).thenReturn(new Round(ROUND, new RoundPlan("all-media-operator", "2023", List.of("LEVEL_4"), List.of("A"),
                NOW.minusSeconds(60), NOW.minusSeconds(1), LocalDate.of(2026, 11, 22), Map.of()), RoundStatus.OPEN));
        rules();
        Milestones timeline = mock(Milestones.class);
        doAnswer(call -> milestones.add(call.getArgument(0) + " " + call.<Milestone>getArgument(1)))
                .when(timeline).reach(anyString(), any(), any());
        ApplicationEventPublisher publisher = events::add;

        SessionTable table = new SessionTable(jdbc);
        SeatTable seats = new SeatTable(jdbc);
        SheetTable sheetTable = new SheetTable(jdbc);
        PanelTable panelTable = new PanelTable(jdbc);
        JdbcPartRecords recordTable = new JdbcPartRecords(jdbc);
        Scales scales = new Scales(rounds, rulebook);
        Markings markings = new Markings(rounds, rulebook, scales);
        Staffing staffing = new Staffing(rulebook, rounds);
        Impartiality impartiality = new Impartiality(accounts, conflicts());
        sessions = new SessionOffice(table, seats, recordTable, applications,
                new SessionOffer(rounds, rulebook, mock(Packs.class)), impartiality, staffing, scales, markings, clock, publisher);
        sessionSteps = new SessionSteps(table, sheetTable, seats, recordTable, applications, timeline, staffing, scales, clock, publisher);
        sheets = new SheetOffice(table, sheetTable, markings, impartiality, clock);
        scorers = new ScorerChange(table, new ReplacedScorers(jdbc), impartiality, clock, publisher);
        exams = new ExamSteps(seats, table, panelTable, recordTable, applications, timeline, scales, clock, publisher);
        panels = new PanelOffice(panelTable, applications, timeline, impartiality, staffing, markings, clock, publisher);
        panelSteps = new PanelSteps(panelTable, recordTable, applications, scales, clock);
        records = recordTable;
    }

    private Conflicts conflicts() {
        return new Conflicts() {
            @Override
            public List<Conflict> of(String person, String task, Collection<String> caseNumbers) {
                return caseNumbers.stream().filter(caseNumber -> recused.contains(person + caseNumber))
                        .map(caseNumber -> new Conflict(caseNumber, "duty-recused", caseNumber, person)).toList();
            }

            @Override
            public void requireReader(String person, String caseNumber) {
            }

            @Override
            public List<Conflict> against(String person, String task, Collection<String> caseNumbers) {
                return of(person, task, caseNumbers);
            }

            @Override
            public void requireGiver(String person, Collection<String> tasks, Collection<String> caseNumbers) {
                if (!of(person, "", caseNumbers).isEmpty()) {
                    throw Refusal.forbidden("duty-giver", caseNumbers, "");
                }
            }
        };
    }

    private Applications applications() {
        Applications applications = mock(Applications.class);
        when(applications.find(anyString())).thenAnswer(call -> cases.get(call.<String>getArgument(0)));
        when(applications.find(anyCollection())).thenAnswer(call -> call.<Collection<String>>getArgument(0).stream().map(cases::get).toList());
        when(applications.lock(anyString())).thenAnswer(call -> cases.get(call.<String>getArgument(0)));
        when(applications.accepted(any(), any(), any(), any())).thenAnswer(call -> cases.values().stream()
                .filter(application -> application.status() == ApplicationStatus.ACCEPTED).toList());
        return applications;
    }

    /** The rules of S2, as far as these tests need them. */
    private void rules() {
        when(rulebook.parts(any(), any(), any())).thenReturn(List.of("THEORY", "SKILL", "REVIEW"));
        when(rulebook.conductedBy(any(), any(), any()))
                .thenAnswer(call -> call.getArgument(2).equals("REVIEW") ? "panel" : "session");
        when(rulebook.scale(any(), any(), any())).thenReturn(new Scale(new BigDecimal("100"), new BigDecimal("60"), 2));
        rubric(Rubric.NONE);
        when(rulebook.staffing(any(), any(), any())).thenAnswer(call -> staffing(call.getArgument(2)));
    }

    void rubric(Rubric rubric) {
        when(rulebook.rubric(any(), any(), any(), any(), any(), any())).thenReturn(rubric);
    }

    private static String staffing(Map<String, Object> facts) {
        int scorers = (int) facts.get("scorers");
        int members = (int) facts.get("members");
        return switch (facts.get("part").toString()) {
            case "THEORY" -> (int) facts.get("fewestInvigilatorsInARoom") < 2 ? "room-understaffed"
                    : (int) facts.get("minutes") < 90 ? "too-short" : "sufficient";
            case "SKILL" -> scorers < 3 || scorers * 5 < (int) facts.get("candidates") ? "too-few-scorers"
                    : scorers % 2 == 0 ? "even-scorers" : "sufficient";
            default -> members < 3 ? "too-few-members" : members % 2 == 0 ? "even-members" : "sufficient";
        };
    }

    void person(String id, Role role, String employer) {
        people.put(id, new Account(id, id + "老师", employer, Set.of(role), true));
    }

    void applicants(String... caseNumbers) {
        for (String caseNumber : caseNumbers) {
            Application application = mock(Application.class);
            when(application.caseNumber()).thenReturn(caseNumber);
            when(application.roundNumber()).thenReturn(ROUND);
            when(application.standard()).thenReturn("all-media-operator");
            when(application.edition()).thenReturn("2023");
            when(application.level()).thenReturn("LEVEL_4");
            when(application.direction()).thenReturn("A");
            when(application.applicant()).thenReturn("applicant-" + caseNumber);
            when(application.applicantName()).thenReturn("张三丰");
            when(application.employer()).thenReturn("甲公司");
            when(application.claims()).thenReturn(Claims.EMPTY);
            when(application.status()).thenReturn(ApplicationStatus.ACCEPTED);
            cases.put(caseNumber, application);
        }
    }

    void withdraw(String caseNumber) {
        when(cases.get(caseNumber).status()).thenReturn(ApplicationStatus.WITHDRAWN);
        run(() -> exams.release(caseNumber));
    }

    void run(Runnable act) {
        transaction.executeWithoutResult(status -> act.run());
    }

    <T> T ask(Supplier<T> act) {
        return transaction.execute(status -> act.get());
    }
}
