package org.zhiping.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.zhiping.intake.Career.Certificate;
import org.zhiping.intake.Career.Course;
import org.zhiping.intake.Career.Job;
import org.zhiping.intake.Career.School;
import org.zhiping.intake.Career.Title;
import org.zhiping.standard.TestStandards;

import static org.zhiping.standard.TestStandards.*;

/** What the decision tables are told about somebody. */
class FactSheetTest {

    private static final LocalDate REFERENCE = LocalDate.parse("2026-11-22");
    private static final String SELF = "全媒体运营师";
    private static final String RELATED = "电子商务师";
    private static final String UNLISTED = "主播助理";

    private final Map<String, String> parameters = new HashMap<>(Map.of("oneYearReading", "cumulative"));
    private final Map<String, String> answers = new HashMap<>();
    private String level = "LEVEL_4";

    @Test
    void nothingClaimedIsNone() {
        assertThat(facts(career(List.of(), List.of(), List.of(), School.NONE))).containsEntry("totalYears", 0)
                .containsEntry("certificate5", "none").containsEntry("yearsSinceCertificate3", 0)
                .containsEntry("juniorTitle", "none").containsEntry("juniorTitleMatch", "no").containsEntry("school", "none")
                .containsEntry("graduation", "none").containsEntry("majorMatch", "no").containsEntry("schoolEvaluated", "no")
                .containsEntry("technicianClass", "none");
    }

    @Test
    void workInUnlistedOccupationsIsPossibleUntilAPersonDecides() {
        Career career = career(List.of(job(SELF, "2022-11-22", null), job(UNLISTED, "2020-11-22", "2022-11-21")), List.of(), List.of(), School.NONE);
        assertThat(facts(career)).containsEntry("totalYears", 4).containsEntry("totalYearsPossible", 6);
        assertThat(questions(career)).contains(new Question("occupation:" + UNLISTED, UNLISTED));

        answers.put("occupation:" + UNLISTED, "yes");
        assertThat(facts(career)).containsEntry("totalYears", 6).containsEntry("totalYearsPossible", 6);
        answers.put("occupation:" + UNLISTED, "no");
        assertThat(facts(career)).containsEntry("totalYears", 4).containsEntry("totalYearsPossible", 4);
    }

    @Test
    void yearsBeforeACertificateDoNotCountAfterIt() {
        Career career = career(List.of(job(RELATED, "2015-01-01", null)), List.of(held(RELATED, 4, "2022-11-22")), List.of(), School.NONE);
        assertThat(facts(career)).containsEntry("totalYears", 11).containsEntry("certificate4", "related")
                .containsEntry("yearsAfterCertificate4", 4).containsEntry("yearsAfterCertificate4Possible", 4);
    }

    @Test
    void anUndeterminedCertificateOnlyMakesYearsPossible() {
        Career career = career(List.of(job(SELF, "2015-01-01", null)), List.of(held(UNLISTED, 5, "2020-01-01")), List.of(), School.NONE);
        assertThat(facts(career)).containsEntry("certificate5", "undetermined").containsEntry("yearsAfterCertificate5", 0)
                .containsEntry("yearsAfterCertificate5Possible", 6);
    }

    @Test
    void theEarliestCertificateThatSurelyCountsIsTaken() {
        Career career = career(List.of(job(SELF, "2015-01-01", null)),
                List.of(held(SELF, 3, "2022-06-01"), held(RELATED, 3, "2020-06-01"), held(UNLISTED, 3, "2018-06-01")), List.of(), School.NONE);
        assertThat(facts(career)).containsEntry("certificate3", "related").containsEntry("yearsAfterCertificate3", 6)
                .containsEntry("yearsAfterCertificate3Possible", 8).containsEntry("yearsSinceCertificate3", 6);
    }

    @Test
    void thisOccupationHasNoLevelFive() {
        Career career = career(List.of(), List.of(held(SELF, 5, "2020-06-01")), List.of(), School.NONE);
        assertThat(facts(career)).containsEntry("certificate5", "none");
    }

    @Test
    void oneYearIsReadAsTheInstitutionSays() {
        Career career = career(List.of(job(SELF, "2024-01-01", "2024-09-30"), job(SELF, "2025-01-01", "2025-06-30")),
                List.of(held(SELF, 3, "2023-01-01")), List.of(), School.NONE);
        assertThat(facts(career)).containsEntry("oneYearAfterCertificate3", 1);
        parameters.put("oneYearReading", "continuous");
        assertThat(facts(career)).containsEntry("oneYearAfterCertificate3", 0).containsEntry("yearsAfterCertificate3", 1);
    }

    @Test
    void whetherATitleMatchesIsForAPerson() {
        Career career = titles(new Title("INTERMEDIATE", "title", LocalDate.parse("2021-01-01")));
        assertThat(facts(career)).containsEntry("intermediateTitle", "title").containsEntry("intermediateTitleMatch", "undetermined")
                .containsEntry("yearsAfterIntermediateTitle", 5).containsEntry("seniorTitleMatch", "no")
                .containsEntry("intermediateQualification", "none").containsEntry("intermediateQualificationMatch", "no");
        answers.put("intermediateTitle", "yes");
        assertThat(facts(career)).containsEntry("intermediateTitleMatch", "yes");
    }

    @Test
    void aTitleAndAQualificationAreCountedAndJudgedApart() {
        Career career = titles(new Title("INTERMEDIATE", "professional-qualification", LocalDate.parse("2018-05-20")),
                new Title("INTERMEDIATE", "title", LocalDate.parse("2024-05-20")), new Title("INTERMEDIATE", "title", LocalDate.parse("2025-05-20")));
        assertThat(facts(career)).containsEntry("yearsAfterIntermediateQualification", 8).containsEntry("yearsAfterIntermediateTitle", 2);
        assertThat(questions(career)).extracting(Question::id).containsExactly("intermediateTitleMatch", "intermediateQualificationMatch");
        answers.put("intermediateQualificationMatch", "no");
        assertThat(facts(career)).containsEntry("intermediateQualificationMatch", "no").containsEntry("intermediateTitleMatch", "undetermined");
    }

    @Test
    void aMajorOffTheListIsForAPerson() {
        Career listed = career(List.of(), List.of(), List.of(), new School("COLLEGE_OR_UNIVERSITY", "none", "市场营销", "final-year", "none"));
        assertThat(facts(listed)).containsEntry("majorMatch", "listed").containsEntry("schoolEvaluated", "undetermined")
                .containsEntry("graduation", "final-year");

        Career other = career(List.of(), List.of(), List.of(), new School("TECHNICAL_SCHOOL", "none", "焊接", "graduated", "none"));
        assertThat(facts(other)).containsEntry("majorMatch", "undetermined").containsEntry("schoolEvaluated", "no");
        answers.put("major", "yes");
        assertThat(facts(other)).containsEntry("majorMatch", "listed");
        answers.put("major", "no");
        assertThat(facts(other)).containsEntry("majorMatch", "no");
    }

    @Test
    void independentOperatorsNeedACourseAndSomebodyWhoDecides() {
        parameters.put("courseHours.JUNIOR", "24");
        level = "JUNIOR";
        Career career = new Career("STUDENT", null, List.of(), List.of(), List.of(), List.of(), List.of(new Course("yes", 32)));
        Map<String, Object> facts = new FactSheet(frame(S0, S0_EDITION), career, answers).facts();
        assertThat(facts).containsEntry("applicantKind", "STUDENT").containsEntry("educationOrExperience", "undetermined")
                .containsEntry("courseCompleted", "yes").containsEntry("courseHours", 32).containsEntry("requiredCourseHours", 24);

        answers.put("educationOrExperience", "yes");
        assertThat(new FactSheet(frame(S0, S0_EDITION), career, answers).facts()).containsEntry("educationOrExperience", "met");
        answers.put("educationOrExperience", "no");
        assertThat(new FactSheet(frame(S0, S0_EDITION), career, answers).facts()).containsEntry("educationOrExperience", "not-met");
    }

    @Test
    void theDayOnWhichYearsAreFullIsKnown() {
        Career career = career(List.of(job(SELF, "2021-11-23", null)), List.of(), List.of(), School.NONE);
        assertThat(sheet(career).reaches("totalYears", 5)).contains(LocalDate.parse("2026-11-23"));
        assertThat(sheet(career).reaches("majorMatch", 5)).isEmpty();
    }

    private static Career titles(Title... titles) {
        return career(List.of(job(SELF, "2010-01-01", null)), List.of(), List.of(titles), School.NONE);
    }

    private Map<String, Object> facts(Career career) {
        return sheet(career).facts();
    }

    private List<Question> questions(Career career) {
        return sheet(career).questions();
    }

    private FactSheet sheet(Career career) {
        return new FactSheet(frame(S2, S2_EDITION), career, answers);
    }

    private FactSheet.Frame frame(String standard, String edition) {
        return new FactSheet.Frame(TestStandards.packs().find(standard, edition), level, parameters, REFERENCE);
    }

    private static Career career(List<Job> jobs, List<Certificate> certificates, List<Title> titles, School school) {
        return new Career("WORKER", null, jobs, certificates, titles, school.equals(School.NONE) ? List.of() : List.of(school), List.of());
    }

    private static Job job(String occupation, String from, String to) {
        return new Job(occupation, Tenure.Span.of(LocalDate.parse(from), to == null ? null : LocalDate.parse(to)));
    }

    private static Certificate held(String occupation, int level, String issuedOn) {
        return new Certificate(occupation, "LEVEL_" + level, LocalDate.parse(issuedOn));
    }
}
