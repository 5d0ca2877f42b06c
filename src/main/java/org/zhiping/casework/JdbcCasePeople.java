package org.zhiping.casework;

import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcCasePeople implements CasePeople {

    private final JdbcClient jdbc;

    JdbcCasePeople(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Deed> of(String caseNumber) {
        return jdbc.sql("select task, account_id, session_number, done_at, voided_act is not null as voided from duty where case_number = :case order by id")
                .param("case", caseNumber)
                .query((row, n) -> new Deed(row.getString("task"), row.getString("account_id"), row.getString("session_number"),
                        row.getObject("done_at", OffsetDateTime.class).toInstant(), row.getBoolean("voided"))).list();
    }
}
