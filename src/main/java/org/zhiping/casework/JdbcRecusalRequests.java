package org.zhiping.casework;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.zhiping.casework.RecusalRequests.Request;
import org.zhiping.casework.RecusalRequests.State;
import org.zhiping.casework.RecusalRequests.Wish;
import org.zhiping.platform.Vault;

/** Rows of what applicants asked for; whether their case is over is not known here. */
@Repository
class JdbcRecusalRequests {

    private final JdbcClient jdbc;
    private final Vault vault;
    private final Clock clock;

    JdbcRecusalRequests(JdbcClient jdbc, Vault vault, Clock clock) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.clock = clock;
    }

    Request add(String caseNumber, Wish wish) {
        return jdbc.sql("""
                insert into recusal_request (case_number, kind, person_name, person_employer, why, asked_at)
                values (:case, :kind, :name, :employer, :why, :now) returning *
                """)
                .param("case", caseNumber).param("kind", wish.kind().name()).param("name", vault.encrypt(wish.name()))
                .param("employer", vault.encrypt(wish.employer())).param("why", vault.encrypt(wish.why()))
                .param("now", OffsetDateTime.now(clock)).query(this::request).single();
    }

    void settle(long id, State state, String account, String answer, String by) {
        jdbc.sql("""
                update recusal_request set state = :state, account_id = :account, answer = :answer, settled_by = :by, settled_at = :now where id = :id
                """)
                .param("state", state.name()).param("account", account).param("answer", vault.encrypt(answer)).param("by", by)
                .param("now", OffsetDateTime.now(clock)).param("id", id).update();
    }

    void lock(long id) {
        jdbc.sql("select id from recusal_request where id = :id for update").param("id", id).query().listOfRows();
    }

    Optional<Request> find(long id) {
        return jdbc.sql("select * from recusal_request where id = :id").param("id", id).query(this::request).optional();
    }

    /** Newest first. */
    List<Request> of(String caseNumber) {
        return jdbc.sql("select * from recusal_request where case_number = :case order by id desc").param("case", caseNumber)
                .query(this::request).list();
    }

    /** Oldest first. */
    List<Request> open() {
        return jdbc.sql("select * from recusal_request where state = 'OPEN' order by id").query(this::request).list();
    }

    private Request request(ResultSet row, int n) throws SQLException {
        OffsetDateTime settled = row.getObject("settled_at", OffsetDateTime.class);
        return new Request(row.getLong("id"), row.getString("case_number"), new Wish(vault.decrypt(row.getString("person_name")),
                vault.decrypt(row.getString("person_employer")), RelationKind.valueOf(row.getString("kind")), vault.decrypt(row.getString("why"))),
                row.getObject("asked_at", OffsetDateTime.class).toInstant(), State.valueOf(row.getString("state")), row.getString("account_id"),
                vault.decrypt(row.getString("answer")), row.getString("settled_by"), settled == null ? null : settled.toInstant());
    }
}
