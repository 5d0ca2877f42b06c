package org.zhiping.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.i18n.LocaleContextHolder;
import org.zhiping.intake.Application;
import org.zhiping.intake.ApplicationStatus;
import org.zhiping.intake.Claims;
import org.zhiping.intake.IntakeOffice;
import org.zhiping.intake.Milestone;
import org.zhiping.intake.PinnedStanding;
import org.zhiping.intake.MilestoneReached;
import org.zhiping.intake.SubjectNames;
import org.zhiping.platform.Refusal;
import org.zhiping.platform.Refusal.Fault;
import org.zhiping.platform.TestTexts;
import org.zhiping.platform.TestVault;
import org.zhiping.platform.TestWorkingDays;
import org.zhiping.platform.process.Deadlines;
import org.zhiping.platform.process.FormTask;
import org.zhiping.standard.TestStandards;

/** Reviews of a real application with the real rules, on PostgreSQL; the test takes the part of the process. */
class ReviewTest {

    private final IntakeOffice office = new IntakeOffice();
    private final JdbcReviews reviews = new JdbcReviews(office.jdbc, TestVault.create(), office.clock);
    private final ReviewTexts texts = new ReviewTexts(TestTexts.create(),
            new SubjectNames(TestStandards.packs()), office.accounts);
    private final ReasonCodes codes = new ReasonCodes(ReasonCodes.standard());
    private final ReturnedItems returned = new ReturnedItems(office.supplements, reviews, codes, office.facts);
    private final ReviewMaterialsForm form = new ReviewMaterialsForm(office.applications, reviews, codes, returned, office.facts,
            new ReviewDecision(office.facts, office.rounds(), texts), texts, office.milestones);
    private final EvaluatorOpinionForm opinion = new EvaluatorOpinionForm(office.applications, reviews, texts, office.clock);
    private final ReviewSteps steps = new ReviewSteps(office.applications, reviews, returned, office.pinned, office.milestones,
            new Deadlines(office.decisions, TestWorkingDays.on(office.jdbc), office.clock), office.clock);
    private String caseNumber;

    @BeforeEach
    void submit() {
        LocaleContextHolder.setLocale(Locale.SIMPLIFIED_CHINESE);
        caseNumber = office.submitted();
        office.act(() -> steps.open(caseNumber));
    }

    @AfterEach
    void forgetLanguage() {
        LocaleContextHolder.resetLocaleContext();
    }

    @Test
    void theFormShowsWhatIsToBeJudged() {
        Map<String, Object> shown = form.show(task("review-materials"));
        assertThat(shown.get("caseSummary").toString()).contains(caseNumber, "张\\*", "四级/中级工", "](/desk/cases/" + caseNumber + ")").doesNotContain("张伟");
        assertThat(shown.get("eligibilityText").toString()).contains("符合申报条件", "四级\\(1\\)");
        assertThat(shown.get("opinionText")).isEqualTo("");
        assertThat(rows(shown, "materials")).extracting(row -> row.get("material"))
                .contains("ID_COPY", "PHOTO", "WORK_YEARS_PROOF", "APPLICATION_FORM");
        assertThat(rows(shown, "facts")).extracting(row -> row.get("fact") + "=" + row.get("claimed")).contains("applicantKind=在职或社会人员",
                "job1.occupation=全媒体运营师", "job1.from=2021-11-22", "job1.to=至今");
        assertThat(rows(shown, "questions")).isEmpty();
    }

    @Test
    void goodMaterialsAndConfirmedFactsAreAccepted() {
        assertThat(complete(good("accepted"))).isEqualTo("accepted");
        office.act(() -> steps.accept(caseNumber));
        assertThat(office.applications.find(caseNumber).status()).isEqualTo(ApplicationStatus.ACCEPTED);
        ReviewRound round = reviews.of(caseNumber).get(0);
        assertThat(round.open()).isFalse();
        assertThat(round.reviewer()).isEqualTo("officer");
        assertThat(round.verdicts()).allMatch(ReviewRound.Verdict::good);
        assertThat(milestones()).endsWith(Milestone.ACCEPTED);
    }

    @Test
    void factsAreKeptAsSubmittedAndAsConfirmed() {
        Map<String, Object> values = good("accepted");
        confirm(values, "job1.from", "2019-11-22");
        complete(values);
        office.act(() -> steps.accept(caseNumber));
        List<PinnedStanding> pinned = office.pinned.of(caseNumber);
        assertThat(pinned).extracting(PinnedStanding::occasion).containsExactly(PinnedStanding.Occasion.SUBMITTED, PinnedStanding.Occasion.ACCEPTED);
        assertThat(pinned).extracting(standing -> standing.value("totalYears")).containsExactly("5", "7");
        assertThat(pinned.get(1).claims()).filteredOn(fact -> fact.id().equals("job1.from"))
                .extracting(fact -> fact.claimed() + " → " + fact.confirmed()).containsExactly("2021-11-22 → 2019-11-22");
    }

    @Test
    void acceptanceNeedsEveryMaterialGood() {
        Map<String, Object> values = good("accepted");
        rows(values, "materials").get(0).put("authenticity", "doubtful");
        refused("review-material-not-good", values);
        rows(values, "materials").remove(0);
        refused("review-material-not-good", values);
        assertThat(reviews.of(caseNumber).get(0).verdicts()).isEmpty();
    }

    @Test
    void acceptanceNeedsFactsThatAreEligible() {
        Map<String, Object> values = good("accepted");
        confirm(values, "job1.from", "2021-11-23");
        assertThat(refused("not-eligible", values).faults()).extracting(Fault::code).contains("condition-missed");
        confirm(values, "job1.from", "");
        refused("fact-not-understood", values);
        confirm(values, "job1.from", "去年");
        refused("fact-not-understood", values);
        confirm(values, "job1.from", "2021-11-22");
        rows(values, "facts").remove(0);
        refused("review-fact-not-confirmed", values);
        assertThat(office.applications.find(caseNumber).confirmation().corrections()).isEmpty();
    }

    @Test
    void correctionsReachTheDecisionOfTheCase() {
        Map<String, Object> values = good("escalated");
        values.put("reason", "请核实工作单位");
        confirm(values, "job1.occupation", "无");
        complete(values);
        assertThat(facts()).containsEntry("totalYears", 0);
        assertThat(rows(form.show(task("review-materials")), "facts"))
                .filteredOn(row -> row.get("fact").equals("job1.occupation")).extracting(row -> row.get("confirmed")).containsExactly("无");
    }

    @Test
    void anUnlistedOccupationHasToBeDecided() {
        Map<String, Object> values = good("escalated");
        values.put("reason", "岗位名称与申报不同");
        confirm(values, "job1.occupation", "主播助理");
        complete(values);

        Map<String, Object> accept = good("accepted");
        assertThat(rows(accept, "questions")).extracting(row -> row.get("question")).containsExactly("occupation:主播助理");
        refused("review-question-open", accept);
        rows(accept, "questions").get(0).put("answer", "no");
        refused("not-eligible", accept);
        rows(accept, "questions").get(0).put("answer", "yes");
        assertThat(complete(accept)).isEqualTo("accepted");
        assertThat(facts()).containsEntry("totalYears", 5);
    }

    @Test
    void strangeRowsAreRefused() {
        Map<String, Object> values = good("accepted");
        rows(values, "materials").get(0).put("material", "PASSWORD");
        refused("review-material-unknown", values);
        values = good("accepted");
        rows(values, "facts").get(0).put("fact", "totalYears");
        refused("fact-unknown", values);
        values = good("published");
        refused("review-outcome-unknown", values);
    }

    @Test
    void aReturnNeedsAReasonAndGivesTenWorkingDays() {
        refused("review-reason-missing", good("returned"));
        giveBack("学校证明没有盖章");
        Application returned = office.applications.find(caseNumber);
        assertThat(returned.status()).isEqualTo(ApplicationStatus.RETURNED);
        assertThat(returned.supplementUntil()).isEqualTo(Instant.parse("2026-12-04T15:59:59Z"));
        assertThat(office.milestones.of(caseNumber).get(1).args()).isEqualTo(Map.of("reason", "学校证明没有盖章", "due", "2026-12-04"));
    }

    @Test
    void anItemMarkedBadNeedsAReasonAndIsNamed() {
        Map<String, Object> values = good("returned");
        material(values, "WORK_YEARS_PROOF").put("completeness", "incomplete");
        assertThat(refused("review-material-unexplained", values).faults()).extracting(fault -> fault.args()[0]).containsExactly("工作年限证明（单位出具）");
        material(values, "WORK_YEARS_PROOF").put("gaps", List.of("photo-unsuitable"));
        refused("review-code-unknown", values);
        material(values, "WORK_YEARS_PROOF").put("gaps", List.of("stamp-missing", "page-missing"));
        assertThat(complete(values)).isEqualTo("returned");
        assertThat(reviews.of(caseNumber).get(0).verdict("WORK_YEARS_PROOF")).hasValueSatisfying(verdict -> {
            assertThat(verdict.insufficient()).isTrue();
            assertThat(verdict.reasons()).extracting(Reason::code, Reason::words, Reason::wordsEn)
                    .containsExactly(tuple("stamp-missing", "没有加盖公章", "The stamp is missing"), tuple("page-missing", "缺页", "Pages are missing"));
        });
    }

    @Test
    void askingAboutAFactTakesAReturnAndANote() {
        Map<String, Object> values = good("accepted");
        row(values, "facts", "fact", "job1.from").put("ask", true);
        refused("review-ask-needs-return", values);
        values.put("reviewOutcome", "returned");
        refused("review-ask-unexplained", values);
        row(values, "facts", "fact", "job1.from").put("note", "与社保记录差一个月");
        assertThat(complete(values)).isEqualTo("returned");
    }

    @Test
    void onlyWhatWasReturnedMayBeChanged() {
        giveBackItems();
        Claims claims = office.applications.find(caseNumber).claims();
        Claims.Job job = claims.jobs().get(0);
        assertThat(refusal(() -> office.attach(caseNumber, "ID_COPY")).getMessage()).isEqualTo("supplement-material-settled");
        UUID idCopy = file("ID_COPY");
        assertThat(refusal(() -> office.act(() -> office.intake().detach(IntakeOffice.WHO, caseNumber, idCopy))).getMessage())
                .isEqualTo("supplement-material-settled");
        Claims moved = new Claims(claims.person(), List.of(job, job), null, null, null, null, "");
        assertThat(refusal(() -> save(moved)).getMessage()).isEqualTo("supplement-fact-settled");
        Claims.Person other = new Claims.Person("RESIDENT_ID", "11010519491231002x", "", "", "13900000000", "WORKER", "北京某传媒有限公司");
        assertThat(refusal(() -> save(new Claims(other, claims.jobs(), null, null, null, null, ""))).faults())
                .extracting(Fault::field).containsExactly("person.phone");
        save(new Claims(claims.person(), List.of(new Claims.Job(job.employer(), job.occupation(), "2021-10-22", "")), null, null, null, null, ""));
        office.act(() -> office.intake().detach(IntakeOffice.WHO, caseNumber, file("WORK_YEARS_PROOF")));
        office.attach(caseNumber, "WORK_YEARS_PROOF");
    }

    @Test
    void whatIsUntouchedIsNamedAndTheNextReviewerSeesIt() {
        giveBackItems();
        assertThat(refusal(() -> office.supplement(caseNumber)).faults()).extracting(Fault::code).containsOnly("supplement-untouched").hasSize(3);
        office.now = office.now.plusSeconds(60);
        office.attach(caseNumber, "WORK_YEARS_PROOF");
        office.act(() -> office.intake().note(IntakeOffice.WHO, caseNumber, 3, "入职日期以合同为准"));
        assertThat(refusal(() -> office.supplement(caseNumber)).faults()).extracting(fault -> fault.args()[0]).containsExactly("证件照");
        office.act(() -> office.intake().supplement(IntakeOffice.WHO, caseNumber, true));
        office.act(() -> steps.open(caseNumber));

        Map<String, Object> shown = form.show(task("review-materials"));
        assertThat(shown.get("supplementText").toString()).contains("上次退回 3 项，其中 1 项未补正");
        assertThat(material(shown, "WORK_YEARS_PROOF").get("before").toString()).startsWith("已补正。上次的问题：没有加盖公章；第二页看不到日期").contains("新文件");
        assertThat(material(shown, "PHOTO").get("before").toString()).startsWith("未补正。上次的问题：照片不符合证件照要求");
        assertThat(material(shown, "PHOTO")).doesNotContainKey("completeness");
        assertThat(material(shown, "ID_COPY")).doesNotContainKey("before").containsEntry("completeness", "complete");
        assertThat(row(shown, "facts", "fact", "job1.from").get("before").toString()).contains("与社保记录差一个月", "申请人说明：入职日期以合同为准");
        assertThat(office.jdbc.sql("select string_agg(t::text, '') from supplement_item t").query(String.class).single()).doesNotContain("合同", "PHOTO");
    }

    @Test
    void theNoticeNamesEachItemWithoutWhatAReviewerWrote() {
        giveBackItems();
        Map<String, String> words = new ReturnNotice(office.applications, returned, TestTexts.create())
                .of(office.milestones.of(caseNumber).get(1), Locale.ENGLISH);
        assertThat(words.get("items").split("\n")).hasSize(3).anyMatch(line -> line.contains("The stamp is missing") && line.contains("Have it stamped"))
                .noneMatch(line -> line.contains("第二页"));
    }

    @Test
    void severalReasonsOfAnItemAreSentencesOfTheirOwn() {
        Map<String, Object> values = good("returned");
        material(values, "WORK_YEARS_PROOF").putAll(Map.of("completeness", "incomplete", "gaps", List.of("stamp-missing", "period-not-covered")));
        complete(values);
        office.act(() -> steps.returnToApplicant(caseNumber));
        ReturnNotice notice = new ReturnNotice(office.applications, returned, TestTexts.create());
        assertThat(notice.of(office.milestones.of(caseNumber).get(1), Locale.ENGLISH).get("items"))
                .contains("The stamp is missing. The period shown", "upload it again. Add proof");
        assertThat(notice.of(office.milestones.of(caseNumber).get(1), Locale.SIMPLIFIED_CHINESE).get("items")).contains("没有加盖公章；证明的时间", "重新上传。请补充");
    }

    @Test
    void aReturnWithoutMarksGivesEverythingBack() {
        giveBackItems();
        office.act(() -> office.intake().supplement(IntakeOffice.WHO, caseNumber, true));
        office.act(() -> steps.open(caseNumber));
        giveBack("请重新核对全部内容");
        office.attach(caseNumber, "ID_COPY");
        office.supplement(caseNumber);
    }

    private void giveBackItems() {
        Map<String, Object> values = good("returned");
        material(values, "WORK_YEARS_PROOF").putAll(Map.of("completeness", "incomplete", "gaps", List.of("stamp-missing"), "reason", "第二页看不到日期"));
        material(values, "PHOTO").putAll(Map.of("completeness", "incomplete", "gaps", List.of("photo-unsuitable")));
        row(values, "facts", "fact", "job1.from").putAll(Map.of("ask", true, "note", "与社保记录差一个月"));
        complete(values);
        office.act(() -> steps.returnToApplicant(caseNumber));
    }

    private void save(Claims claims) {
        office.act(() -> office.intake().save(IntakeOffice.WHO, caseNumber, claims, null));
    }

    private UUID file(String material) {
        return office.intake().requirements(IntakeOffice.WHO, caseNumber).stream().filter(line -> line.material().equals(material))
                .findFirst().orElseThrow().files().get(0).document();
    }

    private static Refusal refusal(Runnable act) {
        return org.assertj.core.api.Assertions.catchThrowableOfType(Refusal.class, act::run);
    }

    private static Map<String, Object> material(Map<String, Object> values, String material) {
        return row(values, "materials", "material", material);
    }

    private static Map<String, Object> row(Map<String, Object> values, String list, String key, String value) {
        return rows(values, list).stream().filter(row -> row.get(key).equals(value)).findFirst().orElseThrow();
    }

    @Test
    void goodVerdictsStandUnlessNewFilesCame() {
        giveBack("年限证明不清楚");
        office.now = office.now.plusSeconds(60);
        office.attach(caseNumber, "WORK_YEARS_PROOF");
        office.supplement(caseNumber);
        office.act(() -> steps.open(caseNumber));
        List<Map<String, Object>> rows = rows(form.show(task("review-materials")), "materials");
        assertThat(rows).filteredOn(row -> row.get("material").equals("ID_COPY")).extracting(row -> row.get("authenticity")).containsExactly("confirmed");
        assertThat(rows).filteredOn(row -> row.get("material").equals("WORK_YEARS_PROOF")).noneMatch(row -> row.containsKey("authenticity"));
        assertThat(reviews.of(caseNumber)).extracting(ReviewRound::number).containsExactly(1, 2);
    }

    @Test
    void beyondTheLimitAnEvaluatorMustRecommendTheReturn() {
        for (int i = 0; i < 2; i++) {
            giveBack("缺页");
            office.supplement(caseNumber);
            office.act(() -> steps.open(caseNumber));
        }
        Map<String, Object> third = good("returned");
        third.put("reason", "仍然缺页");
        refused("review-return-limit", third);

        Map<String, Object> escalation = good("escalated");
        escalation.put("reason", "是否再退回？");
        complete(escalation);
        office.act(() -> opinion.complete(task("give-evaluator-opinion"), Map.of("recommendation", "returned", "opinion", "应补齐")));
        assertThat(form.show(task("review-materials")).get("opinionText").toString()).contains("建议退回申请人", "应补齐");
        assertThat(complete(third)).isEqualTo("returned");
    }

    @Test
    void anEvaluatorSeesTheQuestionAndAnswersIt() {
        Map<String, Object> escalation = good("escalated");
        refused("review-reason-missing", escalation);
        escalation.put("reason", "工作年限是否属实？");
        assertThat(complete(escalation)).isEqualTo("escalated");
        assertThat(milestones()).endsWith(Milestone.ESCALATED);
        assertThat(opinion.show(task("give-evaluator-opinion")).get("questionText").toString()).contains("工作年限是否属实？");

        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> office.act(() ->
                opinion.complete(task("give-evaluator-opinion"), Map.of("recommendation", "accepted")))).withMessage("review-opinion-missing");
        office.act(() -> opinion.complete(task("give-evaluator-opinion"), Map.of("recommendation", "accepted", "opinion", "属实")));
        assertThat(reviews.of(caseNumber).get(0).opinion()).map(ReviewRound.Opinion::text).contains("属实");
    }

    @Test
    void nothingThatWasSaidOfAPersonIsReadableInTheTables() {
        Map<String, Object> values = good("escalated");
        values.put("reason", "此人材料可疑");
        rows(values, "materials").get(0).put("reason", "此人照片不符");
        complete(values);
        office.act(() -> opinion.complete(task("give-evaluator-opinion"), Map.of("recommendation", "accepted", "opinion", "此人属实")));
        for (String table : List.of("review_round", "review_verdict", "review_finding", "review_opinion")) {
            assertThat(office.jdbc.sql("select string_agg(t::text, '') from " + table + " t").query(String.class).single()).doesNotContain("此人");
        }
    }

    private void giveBack(String reason) {
        Map<String, Object> values = good("returned");
        values.put("reason", reason);
        complete(values);
        office.act(() -> steps.returnToApplicant(caseNumber));
    }

    /** What the form shows, every material judged good, as an officer would send it. */
    private Map<String, Object> good(String outcome) {
        Map<String, Object> values = new HashMap<>(form.show(task("review-materials")));
        for (String list : List.of("materials", "facts", "questions")) {
            List<Map<String, Object>> copy = new ArrayList<>();
            rows(values, list).forEach(row -> copy.add(new HashMap<>(row)));
            values.put(list, copy);
        }
        rows(values, "materials").forEach(row -> row.putAll(Map.of("authenticity", "confirmed", "completeness", "complete")));
        values.put("reviewOutcome", outcome);
        return values;
    }

    private static void confirm(Map<String, Object> values, String fact, String confirmed) {
        rows(values, "facts").stream().filter(row -> row.get("fact").equals(fact)).forEach(row -> row.put("confirmed", confirmed));
    }

    private String complete(Map<String, Object> values) {
        return office.act(() -> form.complete(task("review-materials"), values));
    }

    private Refusal refused(String code, Map<String, Object> values) {
        Refusal[] refused = new Refusal[1];
        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> complete(values)).withMessage(code)
                .satisfies(refusal -> refused[0] = refusal);
        return refused[0];
    }

    private Map<String, Object> facts() {
        return office.confirmedFacts(caseNumber);
    }

    private List<Milestone> milestones() {
        return office.milestones.of(caseNumber).stream().map(MilestoneReached::milestone).toList();
    }

    private FormTask task(String key) {
        return new FormTask("task", key, caseNumber, Map.of("caseNumber", caseNumber), "officer");
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> rows(Map<String, Object> values, String list) {
        return (List<Map<String, Object>>) values.get(list);
    }
}
