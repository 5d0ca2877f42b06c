package org.zhiping.intake;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.zhiping.platform.Institution;
import org.zhiping.platform.Refusal;

/**
 * The places 人数 of rounds. One is taken when an application is handed in, and is free again when that is withdrawn or
 * lapses; there is no counter that could differ from the applications.
 */
@Repository
class Places {

    private record Count(String round, String level, ApplicationStatus status, int people) {
    }

    private final JdbcClient jdbc;
    private final Institution institution;

    Places(JdbcClient jdbc, Institution institution) {
        this.jdbc = jdbc;
        this.institution = institution;
    }

    /**
     * Before an application of a held round is saved as handed in. Whoever comes second waits until the first has its
     * place or has given up.
     *
     * @throws Refusal (CONFLICT) when every place is taken
     */
    void take(Round round, String level) {
        if (!round.plan().announcement().limited()) {
            return;
        }
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('places of ' || :round, 0))").param("round", round.number())
                .query((row, index) -> true).single();
        RoundUse use = use(round.number());
        if (use.full(round, level)) {
            String code = Integer.valueOf(0).equals(use.left(round)) ? "round-full" : "round-level-full";
            throw institution.contact().isEmpty() ? Refusal.conflict(code, round.name())
                    : Refusal.conflict(code + "-contact", round.name(), institution.contact());
        }
    }

    RoundUse use(String round) {
        return use(List.of(round)).get(round);
    }

    Map<String, RoundUse> use(Collection<String> rounds) {
        Map<String, List<Count>> counts = jdbc.sql("""
                select round_number, level, status, count(*) as people from application where round_number = any(:rounds)
                group by round_number, level, status
                """)
                .param("rounds", rounds.toArray(String[]::new))
                .query((row, index) -> new Count(row.getString("round_number"), row.getString("level"),
                        ApplicationStatus.valueOf(row.getString("status")), row.getInt("people")))
                .list().stream().collect(Collectors.groupingBy(Count::round));
        Map<String, RoundUse> uses = new HashMap<>();
        rounds.forEach(round -> uses.put(round, use(counts.getOrDefault(round, List.of()))));
        return uses;
    }

    private static RoundUse use(List<Count> counts) {
        int drafts = sum(counts, ApplicationStatus.DRAFT);
        int open = sum(counts, ApplicationStatus.UNDER_WAY.toArray(ApplicationStatus[]::new)) - drafts;
        Map<String, Integer> taken = counts.stream().filter(count -> count.status().takesPlace())
                .collect(Collectors.groupingBy(Count::level, Collectors.summingInt(Count::people)));
        return new RoundUse(drafts, open, taken.values().stream().mapToInt(Integer::intValue).sum(), taken);
    }

    private static int sum(List<Count> counts, ApplicationStatus... statuses) {
        return counts.stream().filter(count -> Arrays.asList(statuses).contains(count.status())).mapToInt(Count::people).sum();
    }
}
