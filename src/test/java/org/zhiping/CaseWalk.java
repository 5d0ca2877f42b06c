package org.zhiping;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.springframework.boot.test.context.TestComponent;
import org.zhiping.document.TestDocuments;
import org.zhiping.exam.ScoreSheets;
import org.zhiping.exam.Sessions;
import org.zhiping.identity.Accounts;
import org.zhiping.identity.Role;
import org.zhiping.intake.Application;
import org.zhiping.intake.Applications;
import org.zhiping.intake.Claims;
import org.zhiping.intake.Intake;
import org.zhiping.intake.Requirement;
import org.zhiping.intake.Round;
import org.zhiping.intake.RoundPlan;
import org.zhiping.intake.Rounds;
import org.zhiping.platform.process.Tasks;

/** Plays everybody's part in a case: applicants through the intake, staff through their tasks and so through the gate. */
@TestComponent
class CaseWalk {

    private static final Map<String, String> S0_PARAMETERS = Map.ofEntries(
            Map.entry("educationOrExperience.JUNIOR", "reviewer-decides"), Map.entry("courseHours.JUNIOR", "24"),
            Map.entry("studentEducationProof", "no"), Map.entry("referenceDateRule", "fixed"), Map.entry("scaleMax", "100"),
            Map.entry("passMark", "60"), Map.entry("scoreDecimals", "2"), Map.entry("publicityWorkingDays", "5"),
            Map.entry("returnLimit", "3"), Map.entry("theoryMinutes", "60"), Map.entry("candidatesPerInvigilator", "20"),
            Map.entry("invigilatorsPerRoom", "1"), Map.entry("panelSize", "3"), Map.entry("panelOdd", "yes"),
            Map.entry("capabilityMinutes", "20"), Map.entry("certificate.pattern", "DLYY-{year}-{level}-{serial:6}"));
    private static final Map<String, String> S2_PARAMETERS = Map.of("referenceDateRule", "fixed", "oneYearReading", "cumulative",
            "scoreDecimals", "2", "publicityWorkingDays", "5", "returnLimit", "3", "certificate.bodyKind", "S",
            "certificate.bodyCode", "0000", "certificate.province", "11", "certificate.site", "000001");
    private static final Map<String, Role> STAFF = Map.ofEntries(
            Map.entry("officer", Role.ACCEPTANCE_OFFICER), Map.entry("evaluator1", Role.EVALUATOR),
            Map.entry("evaluator2", Role.EVALUATOR), Map.entry("evaluator3", Role.EVALUATOR),
            Map.entry("member1", Role.PANEL_MEMBER), Map.entry("member2", Role.PANEL_MEMBER),
            Map.entry("member3", Role.PANEL_MEMBER), Map.entry("member4", Role.PANEL_MEMBER), Map.entry("invigilator1", Role.INVIGILATOR),
            Map.entry("invigilator2", Role.INVIGILATOR), Map.entry("planner", Role.EXAM_OFFICER),
            Map.entry("verifier", Role.SCORE_VERIFIER), Map.entry("approver", Role.APPROVER), Map.entry("manager1", Role.MANAGER));

    private final ProcessEngine engine;
    private final Accounts accounts;
    private final Rounds rounds;
    private final Intake intake;
    private final Applications applications;
    private final Tasks tasks;
    private final Sessions sessions;
    private final ScoreSheets sheets;
    private final Clock clock;
    private final Set<String> fired = new HashSet<>();
    private int applicants;

    CaseWalk(ProcessEngine engine, Accounts accounts, Rounds rounds, Intake intake, Applications applications,
             Tasks tasks, Sessions sessions, ScoreSheets sheets, Clock clock) {
        this.engine = engine;
        this.accounts = accounts;
        this.rounds = rounds;
        this.intake = intake;
        this.applications = applications;
        this.tasks = tasks;
        this.sessions = sessions;
        this.sheets = sheets;
        this.clock = clock;
    }

    void hireStaff() {
        STAFF.forEach((id, role) -> {
            if (accounts.find(id).isEmpty()) {
                accounts.create(id, "工作人员 " + id, "", Set.of(role), "Walk-the-case-1", "test");
            }
        });
    }

    /** Whether these walks hired this account, and not another test. */
    static boolean hired(String account) {
        return STAFF.containsKey(account);
    }

    Round openRound(String standard, String edition, List<String> levels, List<String> directions) {
        return openRound(standard, edition, levels, directions, Map.of());
    }

    Round openRound(String standard, String edition, List<String> levels, List<String> directions, Map<String, String> own) {
        return openRound(standard, edition, levels, directions, own, Duration.ofDays(30));
    }

    /**
     * @param own    parameters that differ from what these walks use otherwise
     * @param window how long applications are taken
     */
    Round openRound(String standard, String edition, List<String> levels, List<String> directions, Map<String, String> own,
                    Duration window) {
        Map<String, String> parameters = new HashMap<>(standard.equals("all-media-operator") ? S2_PARAMETERS : S0_PARAMETERS);
        parameters.putAll(own);
        Instant now = clock.instant();
        Round round = rounds.plan(new RoundPlan(standard, edition, levels, directions, now.minusSeconds(60),
                now.plus(window), LocalDate.now(clock), parameters));
        rounds.open(round.number());
        return round;
    }

    /** A person with eight years of work in the occupation applies for 四级. @return the case number */
    String applyAtWork(Round round, String level, String direction) {
        return apply(round, level, direction, new Claims(
                new Claims.Person("RESIDENT_ID", ResidentIds.of(applicants), null, null, "13800000000", "WORKER", "某传媒公司"),
                List.of(new Claims.Job("某传媒公司", "全媒体运营师", LocalDate.now(clock).minusYears(8).toString(), null)),
                null, null, null, null, null));
    }

    /** Twelve years of work, and for six years the certificate of the level below. @return the case number */
    String applyWithExperience(Round round, String level, String direction, String levelBelow) {
        LocalDate today = LocalDate.now(clock);
        return apply(round, level, direction, new Claims(
                new Claims.Person("RESIDENT_ID", ResidentIds.of(applicants), null, null, "13800000000", "WORKER", "某传媒公司"),
                List.of(new Claims.Job("某传媒公司", "全媒体运营师", today.minusYears(12).toString(), null)),
                List.of(new Claims.Certificate("全媒体运营师", levelBelow, today.minusYears(6).toString(), "Z0001")),
                null, null, null, null));
    }

    /** A student applies for 初级; whether the education suffices is the reviewer's to decide. */
    String applyAsStudent(Round round) {
        return applyAsStudent(round, "JUNIOR");
    }

    String applyAsStudent(Round round, String level) {
        return apply(round, level, null, new Claims(
                new Claims.Person("RESIDENT_ID", ResidentIds.of(applicants), null, null, "13900000000", "STUDENT", null),
                null, null, null, List.of(new Claims.Education("某某学院", "COLLEGE_OR_UNIVERSITY", null, "电子商务", "enrolled", null, null, null)),
                List.of(new Claims.Course(null, null, "yes", "32", LocalDate.now(clock).minusMonths(2).toString())), null));
    }

    String apply(Round round, String level, String direction, Claims claims) {
        String person = "applicant" + ++applicants;
        accounts.register(person, "申请人", "Walk-the-case-1");
        Application draft = intake.start(person, round.number(), level, direction);
        intake.save(person, draft.caseNumber(), claims, null);
        for (Requirement requirement : intake.requirements(person, draft.caseNumber())) {
            if (requirement.missing()) {
                String code = requirement.anyOf().isEmpty() ? requirement.material() : requirement.anyOf().get(0);
                TestDocuments.Upload upload = TestDocuments.upload(code);
                intake.attach(person, draft.caseNumber(), code, upload.name(), upload.stream());
            }
        }
        intake.submit(person, draft.caseNumber());
        runJobs();
        return draft.caseNumber();
    }

    void supplement(String caseNumber) {
        intake.supplement(applicantOf(caseNumber), caseNumber);
        runJobs();
    }

    void withdraw(String caseNumber) {
        intake.withdraw(applicantOf(caseNumber), caseNumber, null);
        runJobs();
    }

    /** Until every draft and open case of the round has ended. */
    void cancel(Round round, String reason) {
        rounds.cancel(round.number(), reason);
        while (rounds.use(round.number()).drafts() + rounds.use(round.number()).open() > 0) {
            Thread.onSpinWait();
        }
        runJobs();
    }

    private String applicantOf(String caseNumber) {
        return applications.find(caseNumber).applicant();
    }

    void review(String caseNumber, String outcome, String reason) {
        review("officer", caseNumber, outcome, reason);
    }

    void review(String officer, String caseNumber, String outcome, String reason) {
        finish(officer, caseNumber, "review-materials", shown -> {
            Map<String, Object> values = new HashMap<>();
            values.put("materials", rows(shown, "materials", Map.of("authenticity", "confirmed", "completeness", "complete")));
            values.put("facts", rows(shown, "facts", Map.of()));
            values.put("questions", rows(shown, "questions", Map.of("answer", "yes", "reason", "已核实")));
            values.put("reviewOutcome", outcome);
            if (reason != null) {
                values.put("reason", reason);
            }
            return values;
        });
    }

    /** Returned for two materials, one without a stamp, and for the first day of the first job. */
    void giveBack(String caseNumber) {
        finish("officer", caseNumber, "review-materials", shown -> {
            Map<String, Object> values = new HashMap<>();
            values.put("materials", rows(shown, "materials", Map.of("authenticity", "confirmed", "completeness", "complete")));
            values.put("facts", rows(shown, "facts", Map.of()));
            mark(values, "materials", "material", "WORK_YEARS_PROOF", Map.of("completeness", "incomplete", "gaps", List.of("stamp-missing"), "reason", "第二页看不到日期"));
            mark(values, "materials", "material", "PHOTO", Map.of("completeness", "incomplete", "gaps", List.of("photo-unsuitable")));
            mark(values, "facts", "fact", "job1.from", Map.of("ask", true, "note", "入职日期与社保记录不符"));
            values.put("reviewOutcome", "returned");
            return values;
        });
    }

    @SuppressWarnings("unchecked")
    private static void mark(Map<String, Object> values, String list, String key, String id, Map<String, Object> marks) {
        ((List<Map<String, Object>>) values.get(list)).stream().filter(row -> row.get(key).equals(id)).forEach(row -> row.putAll(marks));
    }

    void giveOpinion(String caseNumber) {
        finish("evaluator1", caseNumber, "give-evaluator-opinion", shown -> Map.of("recommendation", "accepted", "opinion", "同意受理"));
    }

    String openSession(Round round, String level, String direction, String part) {
        String session = sessions.open(round.number(), level, direction == null ? "" : direction, part, "planner");
        runJobs();
        return session;
    }

    void plan(String session, List<String> scorers, List<String> candidates) {
        finish("planner", session, "plan-session", shown -> Map.of(
                "startsAt", clock.instant().plus(Duration.ofDays(1)).toString(), "minutes", 120, "room", "101 考场", "capacity", 30,
                "invigilators", List.of("invigilator1", "invigilator2"), "scorers", scorers, "candidates", candidates));
    }

    void recordAttendance(String session, Map<String, String> byCase) {
        finish("invigilator1", session, "record-attendance", shown -> Map.of("candidates",
                listOf(shown, "candidates").stream().map(row -> {
                    Map<String, Object> marked = new HashMap<>(row);
                    marked.put("attendance", byCase.getOrDefault(String.valueOf(row.get("caseNumber")), "present"));
                    return marked;
                }).toList()));
    }

    void enterScores(String session, String scorer, Map<String, ?> scores) {
        if (!scores.isEmpty()) {
            sheets.enter(session, scorer, scores);
        }
        finish(scorer, session, "enter-scores", shown -> Map.of("confirmed", true));
    }

    void verify(String session, String outcome, String reason) {
        finish("verifier", session, "verify-scores", shown -> reason == null ? Map.of("verificationOutcome", outcome)
                : Map.of("verificationOutcome", outcome, "reason", reason));
    }

    void approve(String caseNumber, String outcome, String reason) {
        Map<String, Object> values = new HashMap<>(Map.of("completeness", "yes", "conformity", "yes", "correctness", "yes",
                "approvalOutcome", outcome));
        if (reason != null) {
            values.put("reason", reason);
        }
        finish("approver", caseNumber, "approve-result", shown -> values);
    }

    void finish(String person, String businessKey, String taskKey, UnaryOperator<Map<String, Object>> form) {
        as(person, () -> {
            Task task = task(businessKey, taskKey, person);
            if (task.getAssignee() == null) {
                tasks.claim(task.getId(), person);
            }
            tasks.complete(task.getId(), person, form.apply(tasks.form(task.getId(), person).shown()));
        });
        runJobs();
    }

    /** What the person's form of that task shows. */
    Map<String, Object> form(String person, String businessKey, String taskKey) {
        return tasks.form(task(businessKey, taskKey, person).getId(), person).shown();
    }

    /** The rows of a list as the form shows them, each with these values filled in. */
    List<Map<String, Object>> filled(Map<String, Object> shown, String list, Map<String, Object> filledIn) {
        return rows(shown, list, filledIn);
    }

    /** Takes a task without completing it. */
    void claim(String person, String businessKey, String taskKey) {
        as(person, () -> tasks.claim(task(businessKey, taskKey, person).getId(), person));
    }

    Task task(String businessKey, String taskKey, String person) {
        List<Task> open = engine.getTaskService().createTaskQuery().processInstanceBusinessKey(businessKey)
                .taskDefinitionKey(taskKey).list();
        assertThat(open).as("open tasks %s of %s", taskKey, businessKey).isNotEmpty();
        return open.stream().filter(task -> person.equals(task.getAssignee())).findFirst().orElse(open.get(0));
    }

    void as(String person, Runnable act) {
        List<String> roles = accounts.find(person).orElseThrow().roles().stream().map(Role::id).toList();
        engine.getIdentityService().setAuthentication(person, roles);
        try {
            act.run();
        } finally {
            engine.getIdentityService().clearAuthentication();
        }
    }

    /** Runs every job that is due, and what follows from it, until only timers in the future are left. */
    void runJobs() {
        List<Job> due = new ArrayList<>();
        do {
            due.forEach(job -> engine.getManagementService().executeJob(job.getId()));
            due.clear();
            due.addAll(engine.getManagementService().createJobQuery().messages().withRetriesLeft().list());
        } while (!due.isEmpty());
    }

    /** Lets the time of a timer come: of an event by that name, or of one task of that step. */
    void fireTimer(String businessKey, String activity) {
        Job timer = engine.getRuntimeService().createProcessInstanceQuery().processInstanceBusinessKey(businessKey).list().stream()
                .flatMap(instance -> engine.getManagementService().createJobQuery().timers().activityId(activity)
                        .processInstanceId(instance.getId()).list().stream()).findFirst().orElse(null);
        assertThat(timer).as("timer %s of %s", activity, businessKey).isNotNull();
        engine.getManagementService().executeJob(timer.getId());
        fired.add(activity);
        runJobs();
    }

    /** Names of the steps and events whose timers have fired. */
    Set<String> fired() {
        return fired;
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> listOf(Map<String, Object> shown, String key) {
        return (List<Map<String, Object>>) shown.getOrDefault(key, List.of());
    }

    private static List<Map<String, Object>> rows(Map<String, Object> shown, String key, Map<String, Object> filledIn) {
        return listOf(shown, key).stream().map(row -> {
            Map<String, Object> filled = new HashMap<>(row);
            filled.putAll(filledIn);
            return filled;
        }).toList();
    }
}
