package org.zhiping.standard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.zhiping.platform.Refusal;
import org.zhiping.platform.process.FileDecisions;
import org.zhiping.standard.EligibilityAnswer.Gap;
import org.zhiping.standard.EligibilityAnswer.Met;
import org.zhiping.standard.EligibilityAnswer.Miss;
import org.zhiping.standard.EligibilityAnswer.Way;

class RulebookTest {

    private static final String S2 = "all-media-operator";
    private static final String S2_EDITION = "2023";
    private static final String S0 = "independent-operator";
    private static final String S0_EDITION = "undated";

    private final Rulebook rulebook = rulebook();

    static Rulebook rulebook() {
        ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
        messages.setBasename("messages/standard");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        messages.setAlwaysUseMessageFormat(true);
        return new TableRulebook(TestStandards.packs(), new FileDecisions(), new FactTexts(messages));
    }

    @BeforeEach
    void speakChinese() {
        LocaleContextHolder.setLocale(Locale.SIMPLIFIED_CHINESE);
    }

    @AfterEach
    void forgetLanguage() {
        LocaleContextHolder.resetLocaleContext();
    }

    @Test
    void aMissNamesClauseTextRequiredAndActual() {
        EligibilityAnswer answer = eligibility(Map.of("level", "LEVEL_4", "totalYears", 4, "totalYearsPossible", 4,
                "certificate5", "self", "yearsAfterCertificate5", 3, "yearsAfterCertificate5Possible", 3));

        assertThat(answer.outcome()).isEqualTo(EligibilityAnswer.INELIGIBLE);
        assertThat(answer.met()).isEmpty();
        assertThat(answer.misses()).extracting(Miss::condition).containsExactly("L4-1", "L4-2", "L4-3");
        assertThat(answer.misses().get(0)).isEqualTo(new Miss("L4-1", "1.9.1 四级(1)", "累计从事本职业或相关职业工作满5年。",
                List.of(new Way(List.of(new Gap("totalYears", "累计工作年限（满年）", "不少于 5", "4", 5)), false))));
        assertThat(answer.misses().get(1).gaps())
                .containsExactly(new Gap("certificate5", "五级/初级工证书", "相关职业", "本职业", null));
        assertThat(answer.misses().get(2).gaps()).contains(new Gap("graduation", "毕业或在读情况", "已毕业或应届在读", "未填写", null));
    }

    @Test
    void aMissIsToldInEnglishToo() {
        LocaleContextHolder.setLocale(Locale.ENGLISH);

        Miss miss = eligibility(Map.of("level", "LEVEL_3", "totalYears", 9)).misses().get(0);

        assertThat(miss.text()).startsWith("At least 10 full years");
        assertThat(miss.gaps()).containsExactly(new Gap("totalYears", "Years of work in total", "10 or more", "9", 10));
    }

    @Test
    void anUndeterminedConditionSaysWhatAPersonHasToSettle() {
        EligibilityAnswer answer = eligibility(Map.of("level", "LEVEL_4", "school", "COLLEGE_OR_UNIVERSITY",
                "graduation", "graduated", "majorMatch", "undetermined"));

        assertThat(answer.outcome()).isEqualTo(EligibilityAnswer.UNDETERMINED);
        assertThat(answer.met()).containsExactly(new Met("L4-3", "1.9.1 四级(3)", "undetermined",
                List.of(new Gap("majorMatch", "本专业或相关专业", "属本专业或相关专业", "待判定", null))));
        assertThat(answer.misses()).extracting(Miss::condition).containsExactly("L4-1", "L4-2");
    }

    @Test
    void anEligibleConditionLeavesNothingOpen() {
        EligibilityAnswer answer = eligibility(Map.of("level", "LEVEL_4", "totalYears", 5, "totalYearsPossible", 5));

        assertThat(answer.isEligible()).isTrue();
        assertThat(answer.met()).containsExactly(new Met("L4-1", "1.9.1 四级(1)", "eligible", List.of()));
    }

    @Test
    void courseHoursAreComparedWithTheInstitutionsParameter() {
        EligibilityAnswer answer = rulebook.eligibility(S0, S0_EDITION, Map.of("level", "JUNIOR", "educationOrExperience", "met",
                "courseCompleted", "yes", "courseHours", 23, "requiredCourseHours", 24));

        assertThat(answer.outcome()).isEqualTo(EligibilityAnswer.INELIGIBLE);
        assertThat(answer.misses()).hasSize(1);
        assertThat(answer.misses().get(0).text()).contains("符合相应条件的学历或资历", "规定的标准学时");
        assertThat(answer.misses().get(0).gaps()).containsExactly(new Gap("courseHours", "已完成学时", "不少于 24", "23", 24));
    }

    @Test
    void partsComeInTheOrderOfThePlan() {
        assertThat(rulebook.parts(S2, S2_EDITION, "LEVEL_4")).containsExactly("THEORY", "SKILL");
        assertThat(rulebook.parts(S2, S2_EDITION, "LEVEL_1")).containsExactly("THEORY", "SKILL", "REVIEW");
        assertThat(rulebook.parts(S0, S0_EDITION, "SENIOR")).containsExactly("THEORY", "CAPABILITY");
        assertThat(rulebook.conductedBy(S2, S2_EDITION, "REVIEW")).isEqualTo("panel");
        assertThat(rulebook.conductedBy(S0, S0_EDITION, "THEORY")).isEqualTo("session");
    }

    @Test
    void eitherStudentProofIsEnough() {
        assertThat(rulebook.materials(S0, S0_EDITION, Map.of("applicantKind", "STUDENT", "studentEducationProof", "no")))
                .contains(new RequiredMaterial("STUDENT_PROOF", List.of("STUDENT_CARD_COPY", "SCHOOL_LETTER"), true, "8.2 b)"))
                .extracting(RequiredMaterial::material).doesNotContain("EDUCATION_PROOF", "WORK_EXPERIENCE_PROOF");
    }

    @Test
    void materialsThatTheStandardDoesNotListHaveNoClause() {
        assertThat(rulebook.materials(S2, S2_EDITION, Map.of("condition", "L4-1")))
                .contains(new RequiredMaterial("SOCIAL_INSURANCE_RECORD", List.of(), false, null),
                        new RequiredMaterial("WORK_YEARS_PROOF", List.of(), true, null));
    }

    @Test
    void staffingNamesTheFirstShortage() {
        assertThat(rulebook.staffing(S2, S2_EDITION, Map.of("part", "SKILL", "candidates", 16, "scorers", 4, "minutes", 100)))
                .isEqualTo("even-scorers");
    }

    @Test
    void staffingWithoutTheFactsItNeedsIsNeverSufficient() {
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> rulebook.staffing(S2, S2_EDITION, Map.of("part", "THEORY", "minutes", 90)));
    }

    @Test
    void theInstitutionsStaffingCountsWhereTheStandardIsSilent() {
        Map<String, Object> facts = new HashMap<>(rulebook.parameterFacts(S0, S0_EDITION,
                Map.of("panelSize", "3", "panelOdd", "yes", "capabilityMinutes", "30")));
        facts.putAll(Map.of("part", "CAPABILITY", "members", 4, "minutes", 30));

        assertThat(rulebook.staffing(S0, S0_EDITION, facts)).isEqualTo("even-members");
    }

    @Test
    void missingParametersAreNamedALevelAtATime() {
        assertThat(rulebook.missingParameters(S0, S0_EDITION, List.of("JUNIOR", "SENIOR"),
                Map.of("courseHours.JUNIOR", "24", "educationOrExperience.SENIOR", "reviewer-decides", "passMark", " ")))
                .contains("courseHours.SENIOR", "educationOrExperience.JUNIOR", "passMark")
                .doesNotContain("courseHours.JUNIOR", "educationOrExperience.SENIOR", "courseHours.INTERMEDIATE", "scoreDecimals");
        assertThat(rulebook.missingParameters(S2, S2_EDITION, List.of("LEVEL_4"), Map.of())).doesNotContain("passMark", "scaleMax");
    }

    @Test
    void parametersAreCheckedForKindAndRange() {
        Map<String, String> values = Map.of("courseHours.JUNIOR", "24.5", "courseHours.SENIOR", "24", "panelOdd", "true",
                "passMark", "60.005", "publicityWorkingDays", "-1", "referenceDateRule", "someday", "certificate.pattern", "a b",
                "theoryMinutes", "ninety", "weights", "1");

        assertThat(rulebook.parameterFaults(S0, S0_EDITION, List.of("JUNIOR"), values))
                .extracting(fault -> fault.field() + " " + fault.code())
                .containsExactlyInAnyOrder("courseHours.JUNIOR parameter-not-an-integer", "courseHours.SENIOR parameter-unknown",
                        "panelOdd parameter-not-a-choice", "passMark parameter-not-a-number", "publicityWorkingDays parameter-too-small",
                        "referenceDateRule parameter-not-a-choice", "certificate.pattern parameter-malformed",
                        "theoryMinutes parameter-not-an-integer", "weights parameter-unknown");
    }

    @Test
    void aPassMarkAboveTheScaleIsAFault() {
        assertThat(rulebook.parameterFaults(S0, S0_EDITION, List.of("JUNIOR"), Map.of("passMark", "101", "scaleMax", "100")))
                .extracting(Refusal.Fault::code).containsExactly("parameter-pass-mark-above-scale");
    }

    @Test
    void theScaleIsTheStandardsWhereItHasOne() {
        assertThat(rulebook.scale(S2, S2_EDITION, Map.of("passMark", "50")))
                .isEqualTo(new Scale(new BigDecimal("100"), new BigDecimal("60"), 2));
        assertThat(rulebook.scale(S0, S0_EDITION, Map.of("passMark", "72.5", "scaleMax", "120", "scoreDecimals", "1")))
                .isEqualTo(new Scale(new BigDecimal("120"), new BigDecimal("72.5"), 1));
    }

    private EligibilityAnswer eligibility(Map<String, Object> facts) {
        return rulebook.eligibility(S2, S2_EDITION, facts);
    }
}
