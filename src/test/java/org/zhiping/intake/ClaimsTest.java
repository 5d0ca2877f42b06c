package org.zhiping.intake;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ClaimsTest {

    /** As version 0.1 stored it. */
    private static final String ONE_EDUCATION = """
            {"person": {"idType": "RESIDENT_ID", "idNumber": "44052420050316002X", "birthDate": "", "sex": "", "phone": "13900000000",
              "applicantKind": "STUDENT", "employer": ""},
             "jobs": [{"employer": "甲", "occupation": "网络编辑", "from": "2020-01-01", "to": ""}], "certificates": [], "titles": [],
             "education": {"school": "某某学院", "schoolType": "COLLEGE_OR_UNIVERSITY", "major": "电子商务", "graduation": "enrolled",
              "graduatedOn": "", "technicianClass": ""},
             "course": {"completed": "yes", "hours": "32", "completedOn": "2026-06-30"}, "condition": "L4-1"}
            """;

    private final ObjectMapper json = new ObjectMapper().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    @Test
    void oneEducationAndOneCourseOfEarlierVersionsAreRead() throws Exception {
        Claims claims = json.readValue(ONE_EDUCATION, Claims.class);
        assertThat(claims.educations()).containsExactly(
                new Claims.Education("某某学院", "COLLEGE_OR_UNIVERSITY", "", "电子商务", "enrolled", "", "", ""));
        assertThat(claims.courses()).containsExactly(new Claims.Course("", "", "yes", "32", "2026-06-30"));
        assertThat(json.readValue(json.writeValueAsString(claims), Claims.class)).isEqualTo(claims);
    }

    @Test
    void anEducationThatWasLeftEmptyIsNone() throws Exception {
        Claims claims = json.readValue("""
                {"education": {"school": "", "schoolType": "", "major": "", "graduation": "", "graduatedOn": "", "technicianClass": ""},
                 "course": {"completed": "", "hours": "", "completedOn": ""}}
                """, Claims.class);
        assertThat(claims).isEqualTo(Claims.EMPTY);
        assertThat(json.readValue("{\"education\": null, \"course\": null}", Claims.class)).isEqualTo(Claims.EMPTY);
    }

    @Test
    void severalEducationsAreKeptInTheirOrder() throws Exception {
        Claims claims = json.readValue("""
                {"educations": [{"school": "甲", "degree": "SENIOR_HIGH"}, {"school": "乙", "degree": "BACHELOR", "enrolledOn": "2024-09-01"}]}
                """, Claims.class);
        assertThat(claims.educations()).extracting(Claims.Education::school).containsExactly("甲", "乙");
        assertThat(ClaimValues.of(claims)).containsEntry("education1.degree", "SENIOR_HIGH").containsEntry("education2.degree", "BACHELOR");
    }

    @Test
    void whatAReviewerConfirmedInEarlierVersionsStillHolds() throws Exception {
        Claims claims = json.readValue(ONE_EDUCATION, Claims.class);
        Confirmation confirmation = new Confirmation(Map.of("education.graduation", "final-year", "course.hours", "20"), Map.of());
        Claims corrected = Corrections.apply(claims, confirmation.corrections());
        assertThat(corrected.educations().get(0).graduation()).isEqualTo("final-year");
        assertThat(corrected.courses().get(0).hours()).isEqualTo("20");
        assertThat(Corrections.apply(claims, new Confirmation(Map.of("education.major", Confirmation.REJECTED), Map.of()).corrections())
                .educations()).isEmpty();
    }

    @Test
    void timeAtSchoolMustBePossible() {
        Claims claims = new Claims(null, null, null, null, List.of(
                new Claims.Education("甲", "TECHNICAL_SCHOOL", "SENIOR_HIGH", "焊接", "graduated", "2020-09-01", "2019-07-01", ""),
                new Claims.Education("乙", "TECHNICAL_SCHOOL", "NONE", "焊接", "graduated", "2026-12-01", "2030-07-01", ""),
                new Claims.Education("丙", "TECHNICAL_SCHOOL", "", "焊接", "final-year", "2023-09-01", "2027-07-01", "")), null, null);
        assertThat(ClaimReader.read(claims, ClaimCodes.CERTIFICATE_LEVELS, LocalDate.parse("2026-11-22")).faults())
                .extracting(fault -> fault.field() + " " + fault.code()).containsExactly(
                        "educations[0].graduatedOn education-ends-before-start", "educations[1].degree claim-unknown-choice",
                        "educations[1].enrolledOn claim-date-in-future", "educations[1].graduatedOn claim-date-in-future");
    }
}
