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
import org.zhiping.standard.StandardPack;
import org.zhiping.standard.TestFacts;
import org.zhiping.standard.TestStandards;

/** What a further standard may ask, each kind with its settings and no line of Java. */
class FactKindsTest {

    private static final LocalDate REFERENCE = day("2026-11-22");
    private static final String SELF = "全媒体运营师";
    private static final String RELATED = "电子商务师";
    private static final String UNLISTED = "主播助理";
    private static final String C4 = "id: c4, kind: certificate, levels: [LEVEL_4], name: 证, nameEn: C";

    private final Map<String, String> answers = new HashMap<>();
    private final Map<String, String> parameters = new HashMap<>();

    private LocalDate born;
    private List<Job> jobs = List.of();
    private List<Certificate> certificates = List.of();
    private List<Title> titles = List.of();
    private List<School> schools = List.of();
    private List<Course> courses = List.of();

    @Test
    void ageIsFullOnTheBirthday() {
        String age = "id: age, kind: age, name: 年龄, nameEn: Age";
        assertThat(facts(age)).containsEntry("age", 0);
        born = day("2010-11-22");
        assertThat(facts(age)).containsEntry("age", 16);
        born = day("2010-11-23");
        assertThat(facts(age)).containsEntry("age", 15);
        assertThat(sheet(Map.of(), age).reaches("age", 16)).contains(day("2026-11-23"));
        assertThat(sheet(Map.of(), age).missing("age", 16)).hasValueSatisfying(missing -> assertThat(missing).hasToString("P1D"));
        born = day("1900-02-28");
        assertThat(facts(age)).containsEntry("age", 126);
    }

    @Test
    void higherLevelsCountWhereTheStandardSaysSo() {
        certificates = List.of(new Certificate(SELF, "LEVEL_2", day("2020-01-01")));
        assertThat(facts(C4)).containsEntry("c4", "none");
        assertThat(facts("id: c4, kind: certificate, levels: [LEVEL_4], orAbove: true, name: 证, nameEn: C")).containsEntry("c4", "self");
        titles = List.of(new Title("SENIOR", "professional-qualification", day("2020-01-01")));
        String orAbove = "id: t, kind: title, ranks: [JUNIOR], orAbove: true, name: 职称, nameEn: Title";
        assertThat(facts(orAbove)).containsEntry("t", "professional-qualification");
        assertThat(facts(orAbove.replace("name:", "kinds: [title], name:"))).containsEntry("t", "none");
    }

    @Test
    void onlyThisOrOnlyRelatedOccupationsCountWhereTheStandardSaysSo() {
        jobs = List.of(job(SELF, "2020-11-22", "2022-11-21"), job(RELATED, "2022-11-22", "2023-11-21"), job(UNLISTED, "2023-11-22", null));
        assertThat(facts("id: a, kind: years, occupations: this, name: 年, nameEn: Y")).containsEntry("a", 2).containsEntry("aPossible", 2);
        assertThat(facts("id: a, kind: years, occupations: related, name: 年, nameEn: Y")).containsEntry("a", 1).containsEntry("aPossible", 4);
        assertThat(facts("id: a, kind: years, name: 年, nameEn: Y")).containsEntry("a", 3).containsEntry("aPossible", 6);
        certificates = List.of(new Certificate(SELF, "LEVEL_4", day("2020-01-01")));
        assertThat(facts("id: c, kind: certificate, levels: [LEVEL_4], occupations: related, name: 证, nameEn: C")).containsEntry("c", "none");
    }

    @Test
    void aClosedListLeavesNothingToJudge() {
        jobs = List.of(job(UNLISTED, "2020-11-22", null));
        schools = List.of(new School("COLLEGE_OR_UNIVERSITY", "BACHELOR", "焊接", "graduated", "none"));
        String[] lines = {"id: a, kind: years, name: 年, nameEn: Y", "id: m, kind: schooling, aspect: major, name: 专业, nameEn: Major"};
        assertThat(facts(lines)).containsEntry("aPossible", 6).containsEntry("m", "undetermined");
        Map<String, Boolean> closed = Map.of("relatedOccupationsOpen", false, "relatedMajorsOpen", false);
        assertThat(sheet(closed, lines).facts()).containsEntry("aPossible", 0).containsEntry("m", "no");
        assertThat(sheet(closed, lines).questions()).isEmpty();
    }

    @Test
    void yearsBeforeAndAfterACertificateAreToldApart() {
        jobs = List.of(job(SELF, "2018-01-01", null));
        certificates = List.of(new Certificate(SELF, "LEVEL_4", day("2021-01-01")));
        Map<String, Object> facts = facts(C4, "id: before, kind: years, before: c4, name: 前, nameEn: B", "id: after, kind: years, after: c4, name: 后, nameEn: A");
        assertThat(facts).containsEntry("before", 3).containsEntry("after", 5);
        certificates = List.of();
        assertThat(facts(C4, "id: before, kind: years, before: c4, name: 前, nameEn: B")).containsEntry("before", 0);
    }

    @Test
    void continuousYearsHaveNoGap() {
        jobs = List.of(job(SELF, "2018-01-01", "2020-12-31"), job(SELF, "2022-01-01", null));
        assertThat(facts("id: a, kind: years, count: continuous, name: 年, nameEn: Y")).containsEntry("a", 4);
        assertThat(facts("id: a, kind: years, count: cumulative, name: 年, nameEn: Y")).containsEntry("a", 7);
        parameters.put("oneYearReading", "continuous");
        assertThat(facts("id: a, kind: years, countBy: oneYearReading, name: 年, nameEn: Y")).containsEntry("a", 4);
    }

    @Test
    void theHighestDegreeThatCountsIsTaken() {
        schools = List.of(new School("SECONDARY_SCHOOL", "SENIOR_HIGH", "无", "graduated", "none"),
                new School("COLLEGE_OR_UNIVERSITY", "JUNIOR_COLLEGE", "市场营销", "graduated", "none"),
                new School("COLLEGE_OR_UNIVERSITY", "BACHELOR", "焊接", "graduated", "none"),
                new School("COLLEGE_OR_UNIVERSITY", "MASTER", "电子商务", "enrolled", "none"));
        assertThat(facts("id: d, kind: degree, name: 学历, nameEn: D")).containsEntry("d", "BACHELOR");
        assertThat(facts("id: d, kind: degree, graduations: [graduated, final-year, enrolled], name: 学历, nameEn: D")).containsEntry("d", "MASTER");
        String related = "id: d, kind: degree, relatedMajor: true, name: 学历, nameEn: D";
        assertThat(facts(related)).containsEntry("d", "JUNIOR_COLLEGE").containsEntry("dPossible", "BACHELOR");
        answers.put("major:焊接", "yes");
        assertThat(facts(related)).containsEntry("d", "BACHELOR");
        answers.put("major:焊接", "no");
        assertThat(facts(related)).containsEntry("dPossible", "JUNIOR_COLLEGE");
    }

    @Test
    void hoursOfFinishedCoursesAddUp() {
        courses = List.of(new Course("yes", 30), new Course("no", 100), new Course("undetermined", 12));
        assertThat(facts("id: h, kind: course-hours, name: 学时, nameEn: H")).containsEntry("h", 42);
        String done = "id: c, kind: course-completed, name: 完成, nameEn: C, question: 完成了吗？, questionEn: 'Done?'";
        assertThat(facts(done)).containsEntry("c", "yes");
        courses = List.of(new Course("undetermined", 12));
        assertThat(facts(done)).containsEntry("c", "undetermined");
        answers.put("c", "no");
        assertThat(facts(done)).containsEntry("c", "no");
    }

    @Test
    void aJudgementIsOnlyAskedWhereItArises() {
        String[] lines = {"id: g, kind: schooling, aspect: graduation, name: 毕业, nameEn: G",
                "id: good, kind: judgement, when: {g: [enrolled, final-year]}, name: 好, nameEn: Good, question: 好吗？, questionEn: 'Good?', ifYes: met, ifNo: not-met"};
        assertThat(facts(lines)).containsEntry("good", "not-met");
        assertThat(sheet(Map.of(), lines).questions()).isEmpty();
        schools = List.of(new School("COLLEGE_OR_UNIVERSITY", "none", "市场营销", "enrolled", "none"));
        assertThat(facts(lines)).containsEntry("good", "undetermined");
        assertThat(sheet(Map.of(), lines).questions()).containsExactly(new Question("good", ""));
        answers.put("good", "yes");
        assertThat(facts(lines)).containsEntry("good", "met");
    }

    private Map<String, Object> facts(String... lines) {
        return sheet(Map.of(), lines).facts();
    }

    private FactSheet sheet(Map<String, ?> settings, String... lines) {
        StandardPack pack = TestFacts.pack(TestStandards.S2, TestStandards.S2_EDITION, settings, lines);
        return new FactSheet(new FactSheet.Frame(pack, "LEVEL_4", parameters, REFERENCE),
                new Career("WORKER", born, jobs, certificates, titles, schools, courses), answers);
    }

    private static Job job(String occupation, String from, String to) {
        return new Job(occupation, Tenure.Span.of(day(from), to == null ? null : day(to)));
    }

    private static LocalDate day(String iso) {
        return LocalDate.parse(iso);
    }
}
