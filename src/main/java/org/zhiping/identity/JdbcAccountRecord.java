package org.zhiping.identity;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcAccountRecord implements AccountRecord {

    private final JdbcClient jdbc;
    private final Clock clock;

    JdbcAccountRecord(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public void add(String account, String change, Set<Role> roles, String by) {
        jdbc.sql("""
                insert into account_change (account, change, roles, changed_by, changed_at)
                values (:account, :change, :roles, :by, :at)
                """).param("account", account).param("change", change)
                .param("roles", roles.stream().map(Role::id).sorted().collect(Collectors.joining(",")))
                .param("by", by).param("at", OffsetDateTime.now(clock)).update();
    }

    @Override
    public List<AccountChange> of(String account) {
        return jdbc.sql("select * from account_change where account = :account order by id desc").param("account", account)
                .query((row, n) -> new AccountChange(row.getString("account"), row.getString("change"), row.getString("roles"),
                        row.getString("changed_by"), row.getObject("changed_at", OffsetDateTime.class).toInstant())).list();
    }

    @Override
    public boolean knowsAnAdministrator() {
        return jdbc.sql("select exists (select 1 from account_change where 'administrator' = any(string_to_array(roles, ',')))")
                .query(Boolean.class).single();
    }
}
