package org.zhiping.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.zhiping.intake.Eligibility.Gap;
import org.zhiping.intake.Eligibility.Miss;
import org.zhiping.platform.Language;
import org.zhiping.platform.process.FileDecisions;
import org.zhiping.standard.TestStandards;

/** What an applicant is told: what is missing, by how much, and when it is there. */
class ExplanationTest {

    private static final LocalDate ON = LocalDate.parse("2026-11-22");
    private static final FileDecisions DECISIONS = new FileDecisions();

    @Test
    void aYearAndThreeMonthsShortIsToldWithTheDay() {
        Miss miss = miss(level("LEVEL_4").of(jobs(job("2023-02-22", ""))), "L4-1");
        assertThat(miss.gaps()).containsExactly(
                new Gap("totalYears", "累计工作年限（满年）", "不少于 5", "3", "1 年 3 个月", LocalDate.parse("2028-02-22")));
        assertThat(miss.reachedOn()).isEqualTo("2028-02-22");
        assertThat(miss.text()).isEqualTo("累计从事本职业或相关职业工作满5年。");
        Miss english = Language.said(Language.ENGLISH, () -> miss(level("LEVEL_4").of(jobs(job("2023-02-22", ""))), "L4-1"));
        assertThat(english.gaps().get(0).missing()).isEqualTo("1 year 3 months");
    }

    @Test
    void whoNoLongerWorksIsToldNoDay() {
        Miss miss = miss(level("LEVEL_4").of(jobs(job("2020-01-01", "2023-12-31"))), "L4-1");
        assertThat(miss.gaps()).extracting(Gap::missing).containsExactly("1 年");
        assertThat(miss.reachedOn()).isNull();
    }

    @Test
    void aConditionHoldsOnTheLatestDayOfItsGaps() {
        Claims claims = new Claims(null, List.of(job("2010-01-01", "")), List.of(new Claims.Certificate("全媒体运营师", "LEVEL_3", "2026-06-01", "")),
                List.of(new Claims.Title("JUNIOR", "title", "助理编辑", "2022-09-01")), null, null, null);
        Eligibility eligibility = level("LEVEL_2").of(claims);
        Miss both = miss(eligibility, "L2-2");
        assertThat(both.gaps()).extracting(Gap::fact).containsExactly("oneYearAfterCertificate3", "juniorTitleMatch", "yearsAfterJuniorTitle");
        assertThat(both.reachedOn()).as("a person has to judge as well").isNull();
        assertThat(miss(eligibility, "L2-1").reachedOn()).isEqualTo("2031-06-01");
    }

    @Test
    void whereEitherCountsTheOlderOfTitleAndQualificationDecides() {
        List<Claims.Title> held = List.of(new Claims.Title("INTERMEDIATE", "professional-qualification", "一级造价师", "2018-05-20"),
                new Claims.Title("INTERMEDIATE", "title", "编辑", "2026-05-20"));
        Claims claims = new Claims(null, List.of(job("2010-01-01", "")), List.of(new Claims.Certificate("全媒体运营师", "LEVEL_2", "2025-01-01", "")),
                held, null, null, null);
        Map<String, String> matching = Map.of("intermediateTitleMatch", "yes", "intermediateQualificationMatch", "yes");
        assertThat(level("LEVEL_2").of(claims, matching).outcome()).isEqualTo(Eligibility.ELIGIBLE);

        Miss titleOnly = miss(level("LEVEL_1").of(claims, matching), "L1-2");
        assertThat(titleOnly.gaps()).extracting(Gap::fact).containsExactly("yearsAfterIntermediateTitle");
        assertThat(titleOnly.reachedOn()).isEqualTo("2031-05-20");
    }

    @Test
    void timeAloneBringsNoCertificate() {
        Miss miss = miss(level("LEVEL_3").of(jobs(job("2020-01-01", ""))), "L3-2");
        assertThat(miss.gaps()).extracting(Gap::fact).contains("certificate4");
        assertThat(miss.reachedOn()).isNull();
    }

    @Test
    void holdingACertificateIsReachedByTimeAlone() {
        Claims claims = new Claims(null, null, List.of(new Claims.Certificate("全媒体运营师", "LEVEL_3", "2025-01-31", "")), null,
                List.of(new Claims.Education("某技师学院", "TECHNICIAN_COLLEGE", "", "市场营销", "enrolled", "", "", "technician")), null, null);
        Miss miss = miss(level("LEVEL_2").of(claims), "L2-5");
        assertThat(miss.gaps()).extracting(Gap::missing).containsExactly("2 个月 9 天");
        assertThat(miss.reachedOn()).isEqualTo("2027-01-31");
    }

    @Test
    void hoursThatAreMissingAreCounted() {
        TestEligibility junior = new TestEligibility(DECISIONS, TestStandards.S0, TestStandards.S0_EDITION, "JUNIOR",
                Map.of("courseHours.JUNIOR", "24"), ON);
        Claims claims = new Claims(null, null, null, null, null, List.of(new Claims.Course("", "", "yes", "12", "")), null);
        Miss miss = miss(junior.of(claims), "8.1");
        assertThat(miss.gaps()).filteredOn(gap -> gap.fact().equals("courseHours")).extracting(Gap::missing).containsExactly("12 学时");
        assertThat(miss.reachedOn()).isNull();
    }

    @Test
    void aQuestionOfYesOrNoAsksForYesAndNotForWhatIsUndecided() {
        TestEligibility junior = new TestEligibility(DECISIONS, TestStandards.S0, TestStandards.S0_EDITION, "JUNIOR",
                Map.of("courseHours.JUNIOR", "24"), ON);
        Claims claims = new Claims(null, null, null, null, null, List.of(new Claims.Course("", "", "no", "24", "")), null);
        assertThat(completed(junior.of(claims))).returns("是", Gap::required).returns("否", Gap::actual);
        assertThat(Language.said(Language.ENGLISH, () -> completed(junior.of(claims)))).returns("yes", Gap::required).returns("no", Gap::actual);
    }

    private static Gap completed(Eligibility eligibility) {
        return miss(eligibility, "8.1").gaps().stream().filter(gap -> gap.fact().equals("courseCompleted")).findFirst().orElseThrow();
    }

    @Test
    void theEducationThatOpensMostIsRelied() {
        Claims.Education welding = new Claims.Education("某校", "VOCATIONAL_SECONDARY", "SENIOR_HIGH", "焊接", "graduated", "", "", "");
        Claims.Education enrolled = new Claims.Education("某大学", "COLLEGE_OR_UNIVERSITY", "BACHELOR", "市场营销", "enrolled", "", "", "");
        Claims.Education finished = new Claims.Education("某学院", "COLLEGE_OR_UNIVERSITY", "JUNIOR_COLLEGE", "市场营销", "graduated", "", "", "");
        assertThat(level("LEVEL_4").of(schools(welding, enrolled, finished)).outcome()).isEqualTo(Eligibility.ELIGIBLE);
        assertThat(level("LEVEL_4").facts(schools(welding, finished))).containsEntry("school", "COLLEGE_OR_UNIVERSITY");
        Eligibility open = level("LEVEL_4").of(schools(enrolled, welding));
        assertThat(open.outcome()).as("a graduation in one and a major in another make no condition").isEqualTo(Eligibility.UNDETERMINED);
        assertThat(open.questions()).extracting(Question::text).containsExactly("“焊接”不在标准所列专业中，是否认定为本专业或相关专业？");
    }

    @Test
    void theEngineComesToTheSameEnd() {
        for (Claims claims : List.of(jobs(job("2021-11-22", "")), jobs(job("2021-11-23", "")), Claims.EMPTY)) {
            assertThat(level("LEVEL_4").decided(claims)).isEqualTo(level("LEVEL_4").of(claims));
        }
    }

    private static TestEligibility level(String level) {
        return new TestEligibility(DECISIONS, TestStandards.S2, TestStandards.S2_EDITION, level, Map.of("oneYearReading", "cumulative"), ON);
    }

    private static Miss miss(Eligibility eligibility, String condition) {
        return eligibility.misses().stream().filter(miss -> miss.condition().equals(condition)).findFirst().orElseThrow();
    }

    private static Claims jobs(Claims.Job... jobs) {
        return new Claims(null, List.of(jobs), null, null, null, null, null);
    }

    private static Claims schools(Claims.Education... schools) {
        return new Claims(null, null, null, null, List.of(schools), null, null);
    }

    private static Claims.Job job(String from, String to) {
        return new Claims.Job("甲", "全媒体运营师", from, to);
    }
}
