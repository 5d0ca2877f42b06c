package org.zhiping.benchmark.intake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.zhiping.intake.Claims;
import org.zhiping.intake.TestEligibility;
import org.zhiping.platform.process.FileDecisions;
import org.zhiping.standard.TestStandards;

/**
 * What the eligibility panel costs at every change of the form: claims read, facts derived, every condition of 全媒体运营师 explained with
 * dates, on one thread and without a database, beside the engine's bare evaluation of the same table with the same facts. Means are
 * of CPU time, so that other work on the machine does not show in them; p50 and p99 are of the clock.
 */
public final class EligibilityRate {

    private static final LocalDate ON = LocalDate.parse("2026-11-22");

    private EligibilityRate() {
    }

    public static void main(String[] args) throws JsonProcessingException {
        System.out.println(new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(measure(Integer.getInteger("rounds", 400))));
    }

    /** @param rounds how often each applicant is evaluated; a quarter of it is run before to warm up */
    public static Map<String, Object> measure(int rounds) {
        FileDecisions decisions = new FileDecisions();
        TestEligibility level4 = new TestEligibility(decisions, TestStandards.S2, TestStandards.S2_EDITION, "LEVEL_4",
                Map.of("oneYearReading", "cumulative"), ON);
        TestEligibility level2 = new TestEligibility(decisions, TestStandards.S2, TestStandards.S2_EDITION, "LEVEL_2",
                Map.of("oneYearReading", "continuous"), ON);
        List<Runnable> explained = applicants(claims -> level4.of(claims), claims -> level2.of(claims));
        String table = "eligibility-conditions-" + TestStandards.S2 + "-" + TestStandards.S2_EDITION;
        List<Map<String, Object>> facts = applicants().stream().map(level2::facts).toList();
        List<Runnable> bare = facts.stream().<Runnable>map(given -> () -> decisions.all(table, given)).toList();
        Took withExplanation = took(explained, rounds);
        Took engine = took(bare, Math.max(rounds / 20, 1));
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("eligibilityPerCpuSecond", Math.round(1000 / withExplanation.cpu()));
        figures.put("eligibilityCpuMillis", rounded(withExplanation.cpu()));
        figures.put("eligibilityMillisP50", rounded(withExplanation.share(0.5)));
        figures.put("eligibilityMillisP99", rounded(withExplanation.share(0.99)));
        figures.put("engineTablePerCpuSecond", Math.round(1000 / engine.cpu()));
        figures.put("engineTableCpuMillis", rounded(engine.cpu()));
        figures.put("engineTableMillisP99", rounded(engine.share(0.99)));
        figures.put("cpuRatioEngineToExplanation", rounded(engine.cpu() / withExplanation.cpu()));
        return figures;
    }

    private static List<Runnable> applicants(Consumer<Claims> level4, Consumer<Claims> level2) {
        return applicants().stream().flatMap(claims -> Stream.<Runnable>of(() -> level4.accept(claims), () -> level2.accept(claims)))
                .toList();
    }

    /** One who suffices, one a month short, one with much to judge, one with two educations. */
    private static List<Claims> applicants() {
        Claims.Job own = new Claims.Job("甲", "全媒体运营师", "2015-01-01", "");
        Claims.Job recent = new Claims.Job("乙", "电子商务师", "2021-12-22", "");
        Claims.Job unlisted = new Claims.Job("丙", "主播助理", "2018-03-01", "2023-06-30");
        Claims.Certificate level3 = new Claims.Certificate("全媒体运营师", "LEVEL_3", "2022-06-01", "");
        Claims.Title junior = new Claims.Title("JUNIOR", "title", "助理编辑", "2019-05-05");
        Claims.Education college = new Claims.Education("某学院", "TECHNICIAN_COLLEGE", "", "焊接", "graduated", "", "2020-07-01", "none");
        Claims.Education university = new Claims.Education("某大学", "COLLEGE_OR_UNIVERSITY", "BACHELOR", "市场营销", "final-year", "", "", "");
        return List.of(new Claims(null, List.of(own), List.of(level3), null, null, null, null),
                new Claims(null, List.of(recent), null, null, null, null, null),
                new Claims(null, List.of(recent, unlisted), List.of(level3), List.of(junior), List.of(college), null, null),
                new Claims(null, List.of(unlisted), null, null, List.of(college, university), null, null));
    }

    /** @param cpu mean milliseconds of CPU; sorted are milliseconds of the clock */
    private record Took(double cpu, double[] sorted) {

        double share(double share) {
            return sorted[(int) Math.ceil(share * sorted.length) - 1];
        }
    }

    private static Took took(List<Runnable> acts, int rounds) {
        for (int i = 0; i < Math.max(rounds / 4, 10); i++) {
            acts.forEach(Runnable::run);
        }
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        double[] took = new double[rounds * acts.size()];
        long cpu = threads.getCurrentThreadCpuTime();
        for (int i = 0; i < took.length; i++) {
            long start = System.nanoTime();
            acts.get(i % acts.size()).run();
            took[i] = (System.nanoTime() - start) / 1e6;
        }
        double mean = (threads.getCurrentThreadCpuTime() - cpu) / 1e6 / took.length;
        Arrays.sort(took);
        return new Took(mean, took);
    }

    private static double rounded(double value) {
        return Math.round(value * 1000) / 1000.0;
    }
}
