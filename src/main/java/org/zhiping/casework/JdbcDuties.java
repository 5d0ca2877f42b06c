package org.zhiping.casework;

import static java.util.stream.Collectors.collectingAndThen;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.zhiping.platform.Vault;

@Repository
class JdbcDuties implements Duties {

    private static final String ACT = """
            select d.*, v.reason, v.voided_by, v.voided_at from duty d left join voided_act v on v.id = d.voided_act where\s""";

    private record Done(String caseNumber, String task, boolean voided) {
    }

    private final JdbcClient jdbc;
    private final Vault vault;
    private final Clock clock;

    JdbcDuties(JdbcClient jdbc, Vault vault, Clock clock) {
        this.jdbc = jdbc;
        this.vault = vault;
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
    public Map<String, Record> of(Collection<String> caseNumbers, String account) {
        return jdbc.sql("""
                select distinct case_number, task, voided_act is not null as voided from duty
                where case_number = any(:cases) and account_id = :account
                """)
                .param("cases", caseNumbers.toArray(String[]::new)).param("account", account)
                .query((row, n) -> new Done(row.getString("case_number"), row.getString("task"), row.getBoolean("voided"))).list().stream()
                .collect(groupingBy(Done::caseNumber, collectingAndThen(toList(), done -> new Record(tasks(done, false), tasks(done, true)))));
    }

    private static Set<String> tasks(List<Done> done, boolean voided) {
        return done.stream().filter(one -> one.voided() == voided).map(Done::task).collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public List<String> lastBy(String account, String task, Collection<String> caseNumbers) {
        return jdbc.sql("""
                select case_number from (select distinct on (case_number) case_number, account_id from duty
                                         where task = :task and case_number = any(:cases) order by case_number, id desc) last
                where account_id = :account order by case_number
                """).param("task", task).param("cases", caseNumbers.toArray(String[]::new)).param("account", account).query(String.class).list();
    }

    @Override
    public List<Act> in(String caseNumber) {
        return jdbc.sql(ACT + "d.case_number = :case order by d.id").param("case", caseNumber).query((row, n) -> act(row)).list();
    }

    @Override
    public Optional<Act> find(long id) {
        return jdbc.sql(ACT + "d.id = :id").param("id", id).query((row, n) -> act(row)).optional();
    }

    @Override
    public void annul(Act act, Collection<String> cases, String said, String reason, String by) {
        long voided = jdbc.sql("""
                insert into voided_act (case_number, task, account_id, session_number, done_at, said, reason, voided_by, voided_at)
                values (:case, :task, :account, :session, :doneAt, :said, :reason, :by, :now) returning id
                """)
                .param("case", act.caseNumber()).param("task", act.task()).param("account", act.account())
                .param("session", act.session()).param("doneAt", act.doneAt().atOffset(ZoneOffset.UTC))
                .param("said", vault.encrypt(said)).param("reason", reason).param("by", by)
                .param("now", OffsetDateTime.now(clock)).query(Long.class).single();
        jdbc.sql("""
                update duty set voided_act = :voided
                where voided_act is null and task = :task and account_id = :account and case_number = any(:cases)
                  and session_number is not distinct from :session
                """)
                .param("voided", voided).param("task", act.task()).param("account", act.account())
                .param("cases", cases.toArray(String[]::new)).param("session", act.session()).update();
    }

    private static Act act(ResultSet row) throws SQLException {
        OffsetDateTime voidedAt = row.getObject("voided_at", OffsetDateTime.class);
        return new Act(row.getLong("id"), row.getString("case_number"), row.getString("task"), row.getString("account_id"),
                row.getString("session_number"), row.getObject("done_at", OffsetDateTime.class).toInstant(),
                voidedAt == null ? null : new Voiding(row.getString("reason"), row.getString("voided_by"), voidedAt.toInstant()));
    }
}
