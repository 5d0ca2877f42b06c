package org.zhiping.casework;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.zhiping.intake.Applications;
import org.zhiping.platform.Refusal;

@Repository
class JdbcRecusals implements DeclaredRecusals {

    private static final int LONGEST_REASON = 500;

    private final JdbcClient jdbc;
    private final Applications applications;
    private final Clock clock;

    JdbcRecusals(JdbcClient jdbc, Applications applications, Clock clock) {
        this.jdbc = jdbc;
        this.applications = applications;
        this.clock = clock;
    }

    @Override
    public void declare(String account, String caseNumber, String reason) {
        if (reason == null || reason.isBlank() || reason.length() > LONGEST_REASON) {
            throw Refusal.invalid("reason", "recusal-reason", LONGEST_REASON);
        }
        applications.find(caseNumber);
        jdbc.sql("""
                insert into recusal (account_id, case_number, reason, declared_at) values (:account, :case, :reason, :now)
                on conflict (account_id, case_number) do update set reason = excluded.reason
                """)
                .param("account", account).param("case", caseNumber).param("reason", reason.strip())
                .param("now", OffsetDateTime.now(clock)).update();
    }

    @Override
    public List<Declared> of(String account) {
        return jdbc.sql("select case_number, reason from recusal where account_id = :account order by case_number")
                .param("account", account)
                .query((row, n) -> new Declared(row.getString("case_number"), row.getString("reason"))).list();
    }

    @Override
    public Set<String> declared(String person, Collection<String> caseNumbers) {
        return jdbc.sql("select case_number from recusal where account_id = :account and case_number = any(:cases)")
                .param("account", person).param("cases", caseNumbers.toArray(String[]::new)).query(String.class).set();
    }
}
