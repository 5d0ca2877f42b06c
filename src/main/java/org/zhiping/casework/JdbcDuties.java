package org.zhiping.casework;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toUnmodifiableSet;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcDuties implements Duties {

    private final JdbcClient jdbc;
    private final Clock clock;

    JdbcDuties(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public void add(Collection<String> caseNumbers, String task, String account, String sessionNumber) {
        jdbc.sql("""
                insert into duty (case_number, task, account_id, session_number, done_at)
                select unnest(:cases::text[]), :task, :account, :session, :now
                """)
                .param("cases", caseNumbers.toArray(String[]::new)).param("task", task).param("account", account)
                .param("session", sessionNumber).param("now", OffsetDateTime.now(clock)).update();
    }

    @Override
    public Map<String, Set<String>> of(Collection<String> caseNumbers, String account) {
        return jdbc.sql("select distinct case_number, task from duty where case_number = any(:cases) and account_id = :account")
                .param("cases", caseNumbers.toArray(String[]::new)).param("account", account)
                .query((row, n) -> Map.entry(row.getString("case_number"), row.getString("task"))).list().stream()
                .collect(groupingBy(Map.Entry::getKey, mapping(Map.Entry::getValue, toUnmodifiableSet())));
    }
}
