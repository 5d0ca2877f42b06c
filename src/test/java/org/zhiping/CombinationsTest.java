package org.zhiping;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.zhiping.certificate.Certificate;
import org.zhiping.certificate.Certificates;
import org.zhiping.exam.PartRecords;
import org.zhiping.exam.ScoreSheets;
import org.zhiping.exam.Sessions;
import org.zhiping.exam.SheetEntry;
import org.zhiping.intake.ApplicationStatus;
import org.zhiping.intake.Applications;
import org.zhiping.intake.Round;
import org.zhiping.result.PartOutcome;
import org.zhiping.result.Results;
import org.zhiping.standard.Direction;
import org.zhiping.standard.Level;
import org.zhiping.standard.Part;
import org.zhiping.standard.Rubric;
import org.zhiping.standard.RubricSection;
import org.zhiping.standard.Rulebook;
import org.zhiping.standard.StandardPack;
import org.zhiping.standard.TestStandards;

/**
 * Every level and direction that the packs know, from the application to the certificate. Those of one level sit
 * together where the standard lets them; each is a test of its own.
 */
@ProductTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CombinationsTest {

    private static final List<String> ASSESSORS = List.of("evaluator1", "evaluator2", "evaluator3");
    private static final List<String> PANEL = List.of("member1", "member2", "member3");
    private static final Map<String, String> OWN = Map.of("publicityWorkingDays", "0", "skillWeights.LEVEL_4.B", "1:30 3:50 6:20");
    private static final Map<String, String> OWN_S0 = Map.of("publicityWorkingDays", "0",
            "educationOrExperience.INTERMEDIATE", "reviewer-decides", "educationOrExperience.SENIOR", "reviewer-decides",
            "courseHours.INTERMEDIATE", "24", "courseHours.SENIOR", "24", "capabilityWeights.SENIOR", weights());

    /** 3 % for each of the items, and what is left to a hundred for the last. */
    private static String weights() {
        List<String> items = TestStandards.packs().find(TestStandards.S0, TestStandards.S0_EDITION).rubric().stream()
                .flatMap(section -> section.items().stream()).map(RubricSection.Item::id).toList();
        String last = items.get(items.size() - 1);
        return items.stream().map(item -> item + ":" + (item.equals(last) ? 100 - 3 * (items.size() - 1) : 3)).collect(Collectors.joining(" "));
    }

    record Combination(StandardPack pack, Level level, String direction) {

        @Override
        public String toString() {
            return pack.name() + " " + level.name() + " " + direction;
        }
    }

    @Autowired private ProcessEngine engine;
    @Autowired private CaseWalk walk;
    @Autowired private Sessions sessions;
    @Autowired private ScoreSheets sheets;
    @Autowired private Rulebook rulebook;
    @Autowired private Applications applications;
    @Autowired private Results results;
    @Autowired private PartRecords records;
    @Autowired private Certificates certificates;

    private final Map<String, Round> rounds = new HashMap<>();
    private final Map<Combination, String> cases = new HashMap<>();
    /** What the scorers of a case were shown to judge by, part by part. */
    private final Map<String, List<String>> judgedBy = new HashMap<>();

    @BeforeAll
    void openRounds() {
        walk.hireStaff();
        TestStandards.packs().all().forEach(pack -> rounds.put(pack.standard(), walk.openRound(pack.standard(), pack.edition(),
                pack.levels().stream().map(Level::code).toList(), pack.directions().stream().map(Direction::code).toList(),
                pack.directions().isEmpty() ? OWN_S0 : OWN)));
    }

    static Stream<Combination> combinations() {
        return TestStandards.packs().all().stream().flatMap(pack -> pack.levels().stream().flatMap(level -> of(pack, level).stream()));
    }

    private static List<Combination> of(StandardPack pack, Level level) {
        return pack.directions().isEmpty() ? List.of(new Combination(pack, level, ""))
                : pack.directionsAt(level.code()).stream().map(direction -> new Combination(pack, level, direction.code())).toList();
    }

    @Test
    void thereAreNineteenAndThree() {
        assertThat(combinations().filter(one -> one.pack().standard().equals(TestStandards.S2))).hasSize(19);
        assertThat(combinations().filter(one -> one.pack().standard().equals(TestStandards.S0))).hasSize(3);
        assertThat(combinations()).hasSize(22);
    }

    @ParameterizedTest
    @MethodSource("combinations")
    void aCandidateIsJudgedByTheRightLinesInEveryPartAndGetsTheCertificate(Combination one) {
        if (!cases.containsKey(one)) {
            walkLevel(of(one.pack(), one.level()));
        }
        String caseNumber = cases.get(one);
        List<Part> parts = one.pack().parts().stream().filter(part -> part.levels().contains(one.level().code())).toList();
        assertThat(results.parts(caseNumber)).extracting(PartOutcome::part).containsExactlyElementsOf(parts.stream().map(Part::code).toList());
        assertThat(results.parts(caseNumber)).extracting(PartOutcome::outcome).containsOnly("passed");
        parts.forEach(part -> assertThat(judgedBy.get(caseNumber + part.code())).as(part.code()).isEqualTo(expected(one, part)));

        assertThat(applications.find(caseNumber).status()).isEqualTo(ApplicationStatus.CERTIFIED);
        Certificate certificate = certificates.ofCase(caseNumber).orElseThrow();
        assertThat(certificate.level()).isEqualTo(one.level().code());
        assertThat(certificate.direction()).isEqualTo(one.direction());
        assertThat(certificate.number()).matches(one.level().certificateDigit() == null
                ? "DLYY-\\d{4}-" + one.level().code() + "-\\d{6}" : "S000011000001\\d{2}" + one.level().certificateDigit() + "\\d{6}");
    }

    /** What the pack itself says the part is judged by. */
    private static List<String> expected(Combination one, Part part) {
        if (Rubric.ITEMS.equals(part.rubric())) {
            return one.pack().rubric().stream().flatMap(section -> section.items().stream()).map(RubricSection.Item::id).toList();
        }
        return Rubric.WORK.equals(part.rubric())
                ? one.pack().functionsOf(one.level().code(), one.direction()).stream().map(String::valueOf).toList() : List.of();
    }

    private void walkLevel(List<Combination> level) {
        level.forEach(one -> cases.put(one, accepted(one)));
        StandardPack pack = level.get(0).pack();
        String code = level.get(0).level().code();
        for (String part : rulebook.parts(pack.standard(), pack.edition(), code)) {
            level.forEach(one -> assertThat(waitsForApproval(one)).as("%s is decided before %s", one, part).isFalse());
            if (rulebook.conductedBy(pack.standard(), pack.edition(), part).equals(Part.PANEL)) {
                level.forEach(one -> review(one, part));
            } else if (pack.judgesDirectionsApart(code, part)) {
                level.forEach(one -> sit(part, one.direction(), List.of(one)));
            } else {
                sit(part, "", level);
            }
        }
        level.forEach(one -> {
            walk.approve(cases.get(one), "approved", null);
            walk.fireTimer(cases.get(one), "publicity-ends");
        });
    }

    private String accepted(Combination one) {
        Round round = rounds.get(one.pack().standard());
        String caseNumber = one.direction().isEmpty() ? walk.applyAsStudent(round, one.level().code())
                : walk.applyWithExperience(round, one.level().code(), one.direction(), "LEVEL_" + (one.level().certificateDigit() + 1));
        walk.review(caseNumber, "accepted", null);
        return caseNumber;
    }

    private boolean waitsForApproval(Combination one) {
        return engine.getTaskService().createTaskQuery().processInstanceBusinessKey(cases.get(one)).taskDefinitionKey("approve-result").count() > 0;
    }

    private void sit(String part, String direction, List<Combination> together) {
        Combination first = together.get(0);
        String session = walk.openSession(rounds.get(first.pack().standard()), first.level().code(), direction, part);
        Rubric rubric = sessions.marking(session).rubric();
        List<String> candidates = together.stream().map(cases::get).toList();
        candidates.forEach(candidate -> judgedBy.put(candidate + part, rubric.codes()));
        List<String> scorers = part.equals("SKILL") ? ASSESSORS : ASSESSORS.subList(0, 1);
        sit(session, scorers, candidates.stream().map(candidate -> entry(candidate, rubric, 61.5)).toList());
    }

    private void sit(String session, List<String> scorers, List<SheetEntry> entries) {
        walk.plan(session, scorers, entries.stream().map(SheetEntry::caseNumber).toList());
        walk.recordAttendance(session, Map.of());
        scorers.forEach(scorer -> {
            sheets.enter(session, scorer, entries);
            walk.enterScores(session, scorer, Map.of());
        });
        walk.verify(session, "verified", null);
    }

    private static SheetEntry entry(String caseNumber, Rubric rubric, double score) {
        Map<String, Double> lines = new HashMap<>();
        rubric.codes().forEach(line -> lines.put(line, score));
        return new SheetEntry(caseNumber, rubric.weighted() ? null : score, lines);
    }

    @SuppressWarnings("unchecked")
    private void review(Combination one, String part) {
        String caseNumber = cases.get(one);
        walk.finish("planner", caseNumber, "appoint-panel", shown -> Map.of("members", PANEL, "chair", "member2",
                "heldAt", "2099-01-01T09:00:00Z", "minutes", 30, "place", "评审室"));
        PANEL.forEach(member -> walk.finish(member, caseNumber, "score-candidate", shown -> {
            List<Map<String, Object>> lines = (List<Map<String, Object>>) shown.get("lines");
            judgedBy.put(caseNumber + part, lines.stream().map(line -> line.get("code").toString()).toList());
            Map<String, Object> values = new HashMap<>(Map.of("opinion", "符合"));
            if (!shown.get("weighted").equals(true)) {
                values.put("score", 88.25);
            }
            if (!lines.isEmpty()) {
                values.put("lines", scored(lines));
            }
            return values;
        }));
        walk.finish("member2", caseNumber, "confirm-minutes", shown -> Map.of("minutes", "合议通过", "confirmed", true));
        assertThat(records.find(caseNumber, part).orElseThrow().shown()).isEqualTo("88.25");
    }

    private static List<Map<String, Object>> scored(List<Map<String, Object>> lines) {
        List<Map<String, Object>> scored = new ArrayList<>();
        lines.forEach(line -> {
            Map<String, Object> row = new HashMap<>(line);
            row.put("score", 88.25);
            scored.add(row);
        });
        return scored;
    }

    @Test
    void aWeightedTotalJustUnderTheMarkFailsWhateverTheTheory() {
        StandardPack pack = TestStandards.packs().find(TestStandards.S2, TestStandards.S2_EDITION);
        String caseNumber = accepted(new Combination(pack, pack.level("LEVEL_4").orElseThrow(), "B"));
        Round round = rounds.get(TestStandards.S2);
        sit(walk.openSession(round, "LEVEL_4", "", "THEORY"), List.of("evaluator1"), List.of(new SheetEntry(caseNumber, 100, Map.of())));
        sit(walk.openSession(round, "LEVEL_4", "B", "SKILL"), ASSESSORS,
                List.of(new SheetEntry(caseNumber, null, Map.of("1", "60", "3", "60", "6", "59.99"))));
        assertThat(records.find(caseNumber, "SKILL").orElseThrow().scoreSum()).isEqualByComparingTo("179.994");
        assertThat(records.find(caseNumber, "SKILL").orElseThrow().shown()).isEqualTo("59.99");
        walk.approve(caseNumber, "approved", null);
        assertThat(applications.find(caseNumber).status()).isEqualTo(ApplicationStatus.FAILED);
        assertThat(certificates.ofCase(caseNumber)).isEmpty();
    }
}
