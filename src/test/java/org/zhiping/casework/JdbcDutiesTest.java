package org.zhiping.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.zhiping.TestDatabase;
import org.zhiping.platform.TestVault;

class JdbcDutiesTest {

    private final Duties duties = new JdbcDuties(JdbcClient.create(TestDatabase.fresh()), TestVault.create(), Clock.systemUTC());

    @Test
    void aSessionTaskIsADutyInTheCaseOfEveryCandidate() {
        duties.add(List.of("ZP202600000001", "ZP202600000002"), "enter-scores", "evaluator", "S2026000001");
        duties.add(List.of("ZP202600000001"), "review-materials", "evaluator", null);
        assertThat(duties.of(List.of("ZP202600000001", "ZP202600000002"), "evaluator")).isEqualTo(Map.of(
                "ZP202600000001", new Duties.Record(Set.of("enter-scores", "review-materials"), Set.of()),
                "ZP202600000002", new Duties.Record(Set.of("enter-scores"), Set.of())));
        assertThat(duties.of(List.of("ZP202600000002"), "somebody")).isEmpty();
    }

    @Test
    void aSessionWithoutCandidatesLeavesNoDuty() {
        duties.add(List.of(), "plan-session", "officer", "S2026000002");
        assertThat(duties.of(List.of("S2026000002"), "officer")).isEmpty();
    }
}
