package org.zhiping.casework;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
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
    public Set<String> of(String caseNumber, String account) {
        return jdbc.sql("select distinct task from duty where case_number = :case and account_id = :account")
                .param("case", caseNumber).param("account", account)
                .query(String.class).list().stream().collect(Collectors.toUnmodifiableSet());
    }
}
