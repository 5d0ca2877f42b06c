package org.zhiping.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ClaimReaderTest {

    private static final LocalDate TODAY = LocalDate.parse("2026-11-22");

    @Test
    void whatIsReadableCountsAndTheRestIsTold() {
        ClaimReader.Reading reading = read(claims(job("网络编辑", "2020年3月1日", "2021.02.28"), job("网络编辑", "2021-02-30", ""),
                job("", "2021-01-01", ""), job("网络编辑", "2022-01-01", "2021-01-01"), job("网络编辑", "2022-01-01", "2026-11-23")));
        assertThat(reading.career().jobs()).containsExactly(new Career.Job("网络编辑",
                new Tenure.Span(LocalDate.parse("2020-03-01"), LocalDate.parse("2021-03-01"))));
        assertThat(faults(reading)).containsExactly("jobs[1].from claim-date-unreadable", "jobs[2].occupation claim-required",
                "jobs[3].to job-ends-before-start", "jobs[4].to claim-date-in-future");
    }

    @Test
    void aJobThatEndsTodayIsFine() {
        assertThat(faults(read(claims(job("网络编辑", "2020-02-29", "2026-11-22"))))).isEmpty();
    }

    @Test
    void certificatesTitlesAndSchoolMustBeComplete() {
        Claims claims = new Claims(null, null, List.of(new Claims.Certificate("网络编辑", "LEVEL_9", "", "")),
                List.of(new Claims.Title("JUNIOR", "", "", "2027-01-01")),
                List.of(new Claims.Education("某校", "TECHNICAL_SCHOOL", "", "", "someday", "", "", "")),
                List.of(new Claims.Course("", "", "yes", "many", "")), "");
        assertThat(faults(read(claims))).containsExactly("certificates[0].level claim-unknown-choice", "certificates[0].issuedOn claim-required",
                "titles[0].kind claim-required", "titles[0].obtainedOn claim-date-in-future",
                "educations[0].graduation claim-unknown-choice", "educations[0].major claim-required", "courses[0].hours claim-number-unreadable");
    }

    @Test
    void aSchoolOfNoKindIsTold() {
        Claims claims = new Claims(null, null, null, null, List.of(new Claims.Education("某校", "", "", "市场营销", "graduated", "", "", "")), null, "");
        assertThat(faults(read(claims))).containsExactly("educations[0].schoolType claim-required");
    }

    @Test
    void nothingTypedIsNoFault() {
        assertThat(faults(read(Claims.EMPTY))).isEmpty();
    }

    @Test
    void correctionsReplaceValuesOrStrikeEntries() {
        Claims corrected = Corrections.apply(claims(job("网络编辑", "2020-01-01", ""), job("营销员", "2018-01-01", "2019-01-01")),
                Map.of("job1.from", "2020-06-01", "job2.occupation", Confirmation.REJECTED));
        assertThat(corrected.jobs()).containsExactly(new Claims.Job("", "网络编辑", "2020-06-01", ""));
    }

    private static Claims claims(Claims.Job... jobs) {
        return new Claims(null, List.of(jobs), null, null, null, null, null);
    }

    private static Claims.Job job(String occupation, String from, String to) {
        return new Claims.Job("", occupation, from, to);
    }

    private static ClaimReader.Reading read(Claims claims) {
        return ClaimReader.read(claims, ClaimCodes.CERTIFICATE_LEVELS, TODAY);
    }

    private static String[] faults(ClaimReader.Reading reading) {
        return reading.faults().stream().map(fault -> fault.field() + " " + fault.code()).toArray(String[]::new);
    }
}
