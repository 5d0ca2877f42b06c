package org.zhiping.intake;

import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.zhiping.TestDatabase;
import org.zhiping.document.TestDocuments;
import org.zhiping.identity.Account;
import org.zhiping.identity.Accounts;
import org.zhiping.identity.CurrentUser;
import org.zhiping.identity.Role;
import org.zhiping.platform.Institution;
import org.zhiping.platform.TestTexts;
import org.zhiping.platform.TestVault;
import org.zhiping.platform.TestWorkingDays;
import org.zhiping.platform.process.Deadlines;
import org.zhiping.platform.process.Decisions;
import org.zhiping.platform.process.FileDecisions;
import org.zhiping.standard.Rulebook;
import org.zhiping.standard.TestStandards;

import static org.zhiping.standard.TestStandards.*;

/** The intake feature with the real rules on a real database; events are caught, time is set by the test. */
public class IntakeOffice {

    public static final String WHO = "zhang.wei";
    public static final Map<String, String> S2_PARAMETERS = Map.of("referenceDateRule", "fixed", "oneYearReading", "cumulative",
            "publicityWorkingDays", "0", "returnLimit", "2", "certificate.bodyKind", "S", "certificate.bodyCode", "0000",
            "certificate.province", "11", "certificate.site", "000001");
    public static final LocalDate TODAY = LocalDate.parse("2026-11-22");

    public Instant now = Instant.parse("2026-11-22T02:00:00Z");
    public final Clock clock = new Clock() {
        @Override
        public ZoneId getZone() {
            return ZoneId.of("Asia/Shanghai");
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Instant instant() {
            return now;
        }
    };
    public final List<Object> events = new ArrayList<>();
    public final DataSource source = TestDatabase.fresh();
    public final JdbcClient jdbc = JdbcClient.create(source);
    public final Decisions decisions = new FileDecisions();
    public final Applications applications;
    public final Milestones milestones;
    public final CaseFacts facts;
    public final ApplicationSteps steps;
    public final PinnedStandings pinned;
    public final HandIns handIns;
    public final Supplements supplements;
    public final Accounts accounts = mock(Accounts.class);
    final JdbcRounds roundRows;
    private final Standings standings;
    final Rounds rounds;
    final Intake intake;
    final DraftDeadlines drafts;
    final CancelledRounds cancelled;
    final CurrentUser user = mock(CurrentUser.class);

    private final TransactionTemplate transactions = new TransactionTemplate(new DataSourceTransactionManager(source));

    public IntakeOffice() {
        when(accounts.nameOf(anyString())).thenCallRealMethod();
        when(accounts.find(anyString())).thenAnswer(call -> Optional.of(
                new Account(call.getArgument(0), "张伟", "", Set.of(Role.APPLICANT), true)));
        Rulebook rulebook = TestStandards.rulebook(decisions);
        TextMaps texts = new TextMaps(new ObjectMapper());
        roundRows = new JdbcRounds(jdbc, texts, clock);
        JdbcApplications applicationRows = new JdbcApplications(jdbc, new ApplicationRows(new ObjectMapper(), TestVault.create()), clock);
        QuestionTexts questions = new QuestionTexts(TestTexts.create());
        standings = new Standings(packs(), rulebook, roundRows, new Explanations(TestTexts.create()), questions, clock);
        Files files = new Files(jdbc, TestDocuments.on(jdbc, clock), clock);
        Requirements requirements = new Requirements(packs(), rulebook, standings, files);
        applications = applicationRows;
        milestones = new JdbcMilestones(jdbc, texts, clock, events::add);
        Places places = new Places(jdbc, new Institution("示范中心", "Sample", "010-12345678"));
        rounds = new CheckedRounds(roundRows, new RoundCheck(packs(), rulebook, clock), new RoundActs(jdbc, texts, user, clock), places, clock);
        cancelled = new CancelledRounds(applicationRows, roundRows, milestones, events::add, new DataSourceTransactionManager(source));
        pinned = new JdbcPinnedStandings(jdbc, TestVault.create(), standings, new ClaimWords(TestTexts.create(), packs()), packs(), rulebook,
                TestStandards.factTexts(), clock);
        facts = new ReviewedFacts(new ClaimWords(TestTexts.create(), packs()), standings, requirements, packs(), questions, clock);
        steps = new ApplicationSteps(applications, standings, milestones, clock);
        handIns = new JdbcHandIns(jdbc, new ApplicationRows(new ObjectMapper(), TestVault.create()), files, clock);
        Supplementing supplementing = new Supplementing(new JdbcSupplements(jdbc, new ApplicationRows(new ObjectMapper(), TestVault.create()),
                TestVault.create(), clock), requirements, files, new ClaimWords(TestTexts.create(), packs()), questions, packs(), TestTexts.create());
        supplements = supplementing;
        HeldLevels held = new HeldLevels(packs(), applicationRows);
        intake = new ApplicantIntake(new Drafts(accounts, roundRows, rulebook, applicationRows, clock), applicationRows, standings,
                new DraftChecks(standings, held, clock), requirements, files, TestDocuments.on(jdbc, clock),
                new Submission(roundRows, packs(), held, standings, requirements, places, clock), supplementing, pinned, handIns, milestones,
                events::add, clock);
        drafts = new DraftDeadlines(applicationRows, roundRows, milestones, new Deadlines(decisions, TestWorkingDays.on(jdbc), clock),
                TestWorkingDays.on(jdbc), new DataSourceTransactionManager(source), clock);
    }

    public Rounds rounds() {
        return rounds;
    }

    public Intake intake() {
        return intake;
    }

    /** In one transaction, as Spring would. */
    public <T> T act(Supplier<T> act) {
        return transactions.execute(status -> act.get());
    }

    public void act(Runnable act) {
        transactions.executeWithoutResult(status -> act.run());
    }

    Round open(Map<String, String> changed) {
        Map<String, String> parameters = new HashMap<>(S2_PARAMETERS);
        parameters.putAll(changed);
        return open(new RoundPlan(S2, S2_EDITION, List.of("LEVEL_4", "LEVEL_3"), List.of("A", "E"), now, now.plus(Duration.ofDays(30)), TODAY,
                parameters));
    }

    public Round open(RoundPlan plan) {
        String number = act(() -> rounds.plan(plan)).number();
        act(() -> rounds.open(number));
        return rounds.find(number);
    }

    /** A draft with all that a level-4 application needs but files. */
    String draft(Claims claims) {
        String caseNumber = act(() -> intake.start(WHO, open(Map.of()).number(), "LEVEL_4", "A")).caseNumber();
        act(() -> intake.save(WHO, caseNumber, claims, null));
        return caseNumber;
    }

    /** Five years on the day, and every file. */
    public String submitted() {
        String caseNumber = draft(worker("2021-11-22", ""));
        attachAll(caseNumber);
        act(() -> intake.submit(WHO, caseNumber));
        return caseNumber;
    }

    void attachAll(String caseNumber) {
        intake.requirements(WHO, caseNumber).stream().filter(Requirement::missing)
                .forEach(line -> attach(caseNumber, line.material()));
    }

    public AttachedFile attach(String caseNumber, String material) {
        TestDocuments.Upload upload = TestDocuments.upload(material);
        return act(() -> intake.attach(WHO, caseNumber, material, upload.name(), upload.stream()));
    }

    /** What the eligibility decision of the case is given. */
    public Map<String, Object> confirmedFacts(String caseNumber) {
        Application application = applications.find(caseNumber);
        return standings.of(application, application.confirmation()).facts();
    }

    public void supplement(String caseNumber) {
        act(() -> intake.supplement(WHO, caseNumber));
    }

    public static Claims.Person person() {
        return new Claims.Person("RESIDENT_ID", "11010519491231002x", "", "", "13800000000", "WORKER", "北京某传媒有限公司");
    }

    public static Claims worker(String from, String to) {
        return new Claims(person(), List.of(new Claims.Job("北京某传媒有限公司", "全媒体运营师", from, to)), null, null, null, null, "");
    }
}
