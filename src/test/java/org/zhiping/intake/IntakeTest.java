package org.zhiping.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.zhiping.intake.IntakeOffice.*;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.i18n.LocaleContextHolder;
import org.zhiping.document.TestDocuments;
import org.zhiping.platform.Refusal;
import org.zhiping.platform.Refusal.Fault;

/** What an applicant may do, on PostgreSQL with the real rules. */
class IntakeTest {

    private final IntakeOffice office = new IntakeOffice();
    private final Intake intake = office.intake;

    @BeforeEach
    void speakChinese() {
        LocaleContextHolder.setLocale(Locale.SIMPLIFIED_CHINESE);
    }

    @AfterEach
    void forgetLanguage() {
        LocaleContextHolder.resetLocaleContext();
    }

    @Test
    void fromDraftToSubmission() {
        String caseNumber = office.submitted();

        assertThat(caseNumber).matches("ZP2026\\d{8}");
        Application application = intake.open(WHO, caseNumber);
        assertThat(application.status()).isEqualTo(ApplicationStatus.SUBMITTED);
        assertThat(application.submittedAt()).isEqualTo(office.now);
        assertThat(application.applicantName()).isEqualTo("张伟");
        assertThat(office.milestones.of(caseNumber)).extracting(MilestoneReached::milestone).containsExactly(Milestone.SUBMITTED);
        assertThat(office.events).filteredOn(ApplicationSubmitted.class::isInstance)
                .containsExactly(new ApplicationSubmitted(caseNumber, "all-media-operator", "2023", "LEVEL_4", "A"));
    }

    @Test
    void nothingPersonalIsReadableInTheTable() {
        office.submitted();
        String row = office.jdbc.sql("select application::text from application").query(String.class).single();
        assertThat(row).doesNotContain("张伟", "19491231", "13800000000", "北京某传媒");
    }

    @Test
    void aDraftKeepsWhateverWasTyped() {
        String caseNumber = office.draft(Claims.EMPTY);
        Claims typed = new Claims(new Claims.Person("RESIDENT_ID", "1101", "19", "", "abc", "", ""),
                List.of(new Claims.Job("", "", "2020-13-45", "昨天")), null, null, null, List.of(new Claims.Course("", "", "", "很多", "")), "");
        office.act(() -> intake.save(WHO, caseNumber, typed, null));
        assertThat(intake.open(WHO, caseNumber).claims()).isEqualTo(typed);
        assertThat(intake.eligibility(WHO, caseNumber).unreadable()).extracting(Fault::field)
                .contains("jobs[0].from", "jobs[0].to", "courses[0].hours");
        refused("claim-required", () -> intake.submit(WHO, caseNumber));
        assertThat(intake.open(WHO, caseNumber).claims()).isEqualTo(typed);
    }

    @Test
    void twoEditorsDoNotOverwriteEachOther() {
        String caseNumber = office.draft(worker("2020-01-01", ""));
        int seen = intake.open(WHO, caseNumber).version();
        office.act(() -> intake.save(WHO, caseNumber, worker("2019-01-01", ""), seen));
        refused("application-changed-meanwhile", () -> intake.save(WHO, caseNumber, worker("2018-01-01", ""), seen));
        assertThat(intake.open(WHO, caseNumber).claims()).isEqualTo(worker("2019-01-01", ""));
    }

    @Test
    void oneDayShortIsNotEligibleAndTheDayIsTold() {
        String caseNumber = office.draft(worker("2021-11-23", ""));
        Eligibility eligibility = intake.eligibility(WHO, caseNumber);
        assertThat(eligibility.outcome()).isEqualTo(Eligibility.INELIGIBLE);
        Eligibility.Miss first = eligibility.misses().get(0);
        assertThat(first.clause()).isEqualTo("1.9.1 四级(1)");
        assertThat(first.text()).isEqualTo("累计从事本职业或相关职业工作满5年。");
        assertThat(first.gaps()).extracting(Eligibility.Gap::reachedOn).containsExactly(LocalDate.parse("2026-11-23"));

        Refusal refusal = refused("not-eligible", () -> intake.submit(WHO, caseNumber));
        assertThat(refusal.faults()).extracting(Fault::code).contains("condition-missed");
        assertThat(intake.open(WHO, caseNumber).status()).isEqualTo(ApplicationStatus.DRAFT);
    }

    @Test
    void onlyQuestionsThatMatterAreAsked() {
        Claims.Education school = new Claims.Education("某学院", "COLLEGE_OR_UNIVERSITY", "", "焊接", "graduated", "", "", "");
        Claims student = new Claims(person(), null, null, null, List.of(school), null, "");
        String open = office.draft(student);
        assertThat(intake.eligibility(WHO, open).outcome()).isEqualTo(Eligibility.UNDETERMINED);
        assertThat(intake.eligibility(WHO, open).questions()).containsExactly(
                new Question("major", "焊接", "“焊接”不在标准所列专业中，是否认定为本专业或相关专业？"));

        office.act(() -> intake.save(WHO, open, new Claims(person(), worker("2015-01-01", "").jobs(), null, null, List.of(school), null, ""), null));
        assertThat(intake.eligibility(WHO, open).outcome()).isEqualTo(Eligibility.ELIGIBLE);
        assertThat(intake.eligibility(WHO, open).questions()).isEmpty();
    }

    @Test
    void everyMissingMaterialIsNamed() {
        String caseNumber = office.draft(worker("2021-11-22", ""));
        office.attach(caseNumber, "ID_COPY");
        Refusal refusal = refused("material-missing", () -> intake.submit(WHO, caseNumber));
        assertThat(refusal.faults()).extracting(Fault::field).containsExactlyInAnyOrder("materials.PHOTO", "materials.WORK_YEARS_PROOF");
    }

    @Test
    void materialsFollowTheClaimedCondition() {
        Claims.Education school = new Claims.Education("某学院", "COLLEGE_OR_UNIVERSITY", "", "市场营销", "graduated", "", "", "");
        Claims both = new Claims(person(), worker("2015-01-01", "").jobs(), null, null, List.of(school), null, "L4-3");
        String caseNumber = office.draft(both);
        assertThat(required(caseNumber)).contains("EDUCATION_PROOF").doesNotContain("WORK_YEARS_PROOF");
        office.attach(caseNumber, "GRADUATION_CERTIFICATE");
        assertThat(intake.requirements(WHO, caseNumber)).filteredOn(line -> line.material().equals("EDUCATION_PROOF"))
                .allMatch(Requirement::fulfilled);

        office.act(() -> intake.save(WHO, caseNumber, worker("2015-01-01", ""), null));
        assertThat(required(caseNumber)).contains("WORK_YEARS_PROOF");
        assertThat(intake.requirements(WHO, caseNumber)).filteredOn(line -> !line.required())
                .extracting(Requirement::material).contains("GRADUATION_CERTIFICATE");
    }

    @Test
    void filesComeAndGoOnlyWhileTheApplicantHasTheCase() {
        String caseNumber = office.draft(worker("2021-11-22", ""));
        AttachedFile file = office.attach(caseNumber, "ID_COPY");
        office.act(() -> intake.detach(WHO, caseNumber, file.document()));
        assertThat(intake.requirements(WHO, caseNumber)).allMatch(line -> line.files().isEmpty());
        refused("document-not-found", () -> intake.detach(WHO, caseNumber, file.document()));
        refused("material-unknown", () -> office.attach(caseNumber, "PASSWORD"));
        refused("material-unknown", () -> office.attach(caseNumber, "APPLICATION_FORM"));
        for (int i = 0; i < 10; i++) {
            office.attach(caseNumber, "ID_COPY");
        }
        refused("too-many-files", () -> office.attach(caseNumber, "ID_COPY"));
        office.attachAll(caseNumber);
        office.act(() -> intake.submit(WHO, caseNumber));
        refused("application-not-editable", () -> office.attach(caseNumber, "PHOTO"));
        refused("application-not-editable", () -> intake.save(WHO, caseNumber, Claims.EMPTY, null));
    }

    @Test
    void submittingTwiceIsAConflict() {
        String caseNumber = office.submitted();
        assertThat(refused("application-already-submitted", () -> intake.submit(WHO, caseNumber)).kind()).isEqualTo(Refusal.Kind.CONFLICT);
        assertThat(office.milestones.of(caseNumber)).hasSize(1);
    }

    @Test
    void ofTwoSubmissionsInTheSameMomentOneIsTaken() {
        String caseNumber = office.draft(worker("2021-11-22", ""));
        office.attachAll(caseNumber);
        Supplier<String> submit = () -> {
            try {
                office.act(() -> intake.submit(WHO, caseNumber));
                return "taken";
            } catch (Refusal refusal) {
                return refusal.getMessage();
            }
        };
        List<String> answers = Stream.of(CompletableFuture.supplyAsync(submit), CompletableFuture.supplyAsync(submit)).toList().stream()
                .map(CompletableFuture::join).toList();
        assertThat(answers).containsExactlyInAnyOrder("taken", "application-already-submitted");
        assertThat(office.milestones.of(caseNumber)).hasSize(1);
    }

    @Test
    void aRoundThatClosedASecondAgoTakesNothing() {
        String caseNumber = office.draft(worker("2021-11-22", ""));
        office.attachAll(caseNumber);
        Round round = office.rounds.find(intake.open(WHO, caseNumber).roundNumber());
        office.now = round.closesAt().plusSeconds(1);
        assertThat(refused("round-not-accepting", () -> intake.submit(WHO, caseNumber)).kind()).isEqualTo(Refusal.Kind.CONFLICT);
        refused("round-not-accepting", () -> intake.start("li", round.number(), "LEVEL_4", "A"));
        office.act(() -> intake.save(WHO, caseNumber, worker("2020-11-22", ""), null));
    }

    @Test
    void wrongLevelsAndDirectionsAreRefused() {
        String round = office.open(Map.of()).number();
        refused("direction-not-at-level", () -> intake.start(WHO, round, "LEVEL_4", "E"));
        refused("direction-missing", () -> intake.start(WHO, round, "LEVEL_4", null));
        refused("direction-not-offered", () -> intake.start(WHO, round, "LEVEL_4", "B"));
        refused("level-not-offered", () -> intake.start(WHO, round, "LEVEL_2", "A"));
        refused("level-unknown", () -> intake.start(WHO, round, "LEVEL_7", "A"));
        refused("round-not-found", () -> intake.start(WHO, "R20269999", "LEVEL_4", "A"));
    }

    @Test
    void oneApplicationPerPersonAndLevel() {
        String first = office.submitted();
        String round = intake.open(WHO, first).roundNumber();
        refused("application-already-open", () -> intake.start(WHO, round, "LEVEL_4", "A"));

        String otherAccount = office.act(() -> intake.start("zhang.again", round, "LEVEL_4", "A")).caseNumber();
        office.act(() -> intake.save("zhang.again", otherAccount, worker("2015-01-01", ""), null));
        intake.requirements("zhang.again", otherAccount).stream().filter(Requirement::missing).forEach(line -> office.act(() ->
                intake.attach("zhang.again", otherAccount, line.material(), TestDocuments.upload(line.material()).name(),
                        TestDocuments.upload(line.material()).stream())));
        refused("application-already-open", () -> intake.submit("zhang.again", otherAccount));

        office.act(() -> intake.withdraw(WHO, first, null));
        office.act(() -> intake.submit("zhang.again", otherAccount));
    }

    @Test
    void whoHoldsTheLevelDoesNotApplyForIt() {
        Claims holder = new Claims(person(), worker("2010-01-01", "").jobs(),
                List.of(new Claims.Certificate("全媒体运营师", "LEVEL_3", "2020-01-01", "")), null, null, null, "");
        String claimed = office.draft(holder);
        refused("level-already-held", () -> intake.submit(WHO, claimed));
        office.act(() -> intake.withdraw(WHO, claimed, null));

        String certified = office.submitted();
        office.act(() -> {
            for (var step : List.<Consumer<Application>>of(Application::accept, Application::assess, Application::approve, Application::certify)) {
                Application application = office.applications.lock(certified);
                step.accept(application);
                office.applications.save(application);
            }
        });
        String again = office.draft(worker("2010-01-01", ""));
        office.attachAll(again);
        refused("level-already-held", () -> intake.submit(WHO, again));
    }

    @Test
    void somebodyElsesCaseIsUnknown() {
        String caseNumber = office.submitted();
        refused("application-not-found", () -> intake.open("li", caseNumber));
        refused("application-not-found", () -> intake.save("li", caseNumber, Claims.EMPTY, null));
        refused("application-not-found", () -> intake.submit("li", caseNumber));
        refused("application-not-found", () -> intake.withdraw("li", caseNumber, null));
        refused("application-not-found", () -> intake.requirements("li", caseNumber));
        assertThat(intake.mine("li")).isEmpty();
        assertThat(intake.mine(WHO)).hasSize(1);
    }

    @Test
    void aReturnedApplicationIsHandedInAgainInTime() {
        String caseNumber = giveBack();
        office.attach(caseNumber, "WORK_YEARS_PROOF");
        office.supplement(caseNumber);
        assertThat(intake.open(WHO, caseNumber).status()).isEqualTo(ApplicationStatus.SUBMITTED);
        assertThat(office.events).contains(new MaterialsSupplemented(caseNumber));
        refused("application-not-returned", () -> intake.supplement(WHO, caseNumber));
    }

    @Test
    void afterTheDeadlineItLapses() {
        String caseNumber = giveBack();
        office.now = office.now.plusSeconds(3601);
        refused("supplement-deadline-passed", () -> intake.supplement(WHO, caseNumber));
        office.act(() -> office.steps.lapse(caseNumber));
        assertThat(intake.open(WHO, caseNumber).status()).isEqualTo(ApplicationStatus.LAPSED);
        refused("application-lapsed", () -> intake.supplement(WHO, caseNumber));
    }

    @Test
    void withdrawingEndsTheCaseOnceAndForAll() {
        String caseNumber = office.submitted();
        office.act(() -> intake.withdraw(WHO, caseNumber, " 改报其他批次 "));
        assertThat(office.milestones.of(caseNumber).get(1).args()).isEqualTo(Map.of("reason", "改报其他批次"));
        assertThat(office.events).contains(new ApplicationWithdrawn(caseNumber));
        refused("application-cannot-be-withdrawn", () -> intake.withdraw(WHO, caseNumber, null));
    }

    @Test
    void aWithdrawnDraftWakesNoCase() {
        String caseNumber = office.draft(Claims.EMPTY);
        office.act(() -> intake.withdraw(WHO, caseNumber, null));
        assertThat(office.events).noneMatch(ApplicationWithdrawn.class::isInstance);
    }

    private String giveBack() {
        String caseNumber = office.submitted();
        office.act(() -> {
            Application application = office.applications.lock(caseNumber);
            application.giveBack(office.now.plusSeconds(3600));
            office.applications.save(application);
        });
        return caseNumber;
    }

    private List<String> required(String caseNumber) {
        return intake.requirements(WHO, caseNumber).stream().filter(Requirement::required).map(Requirement::material).toList();
    }

    private Refusal refused(String code, Runnable act) {
        Refusal[] refused = new Refusal[1];
        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> office.act(act)).withMessage(code)
                .satisfies(refusal -> refused[0] = refusal);
        return refused[0];
    }
}
