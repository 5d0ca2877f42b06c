package org.zhiping.intake;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.zhiping.identity.CurrentUser;

/** The history of rounds; rows are only ever added. */
@Repository
class RoundActs {

    private final JdbcClient jdbc;
    private final TextMaps texts;
    private final CurrentUser user;
    private final Clock clock;

    RoundActs(JdbcClient jdbc, TextMaps texts, CurrentUser user, Clock clock) {
        this.jdbc = jdbc;
        this.texts = texts;
        this.user = user;
        this.clock = clock;
    }

    void add(String round, RoundAct.Kind act, String reason, Map<String, String> details) {
        jdbc.sql("""
                insert into round_act (round_number, act, done_by, done_at, reason, details)
                values (:round, :act, :by, :at, :reason, :details::jsonb)
                """)
                .param("round", round).param("act", act.name()).param("by", user.idIfAny().orElse(""))
                .param("at", clock.instant().atOffset(ZoneOffset.UTC)).param("reason", reason)
                .param("details", texts.write(details)).update();
    }

    List<RoundAct> of(String round) {
        return jdbc.sql("select * from round_act where round_number = :round order by id").param("round", round)
                .query(this::act).list();
    }

    private RoundAct act(ResultSet row, int index) throws SQLException {
        return new RoundAct(RoundAct.Kind.valueOf(row.getString("act")), row.getString("done_by"),
                row.getObject("done_at", OffsetDateTime.class).toInstant(), row.getString("reason"), texts.read(row.getString("details")));
    }
}
