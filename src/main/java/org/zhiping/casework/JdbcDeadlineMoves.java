package org.zhiping.casework;

import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcDeadlineMoves implements DeadlineMoves {

    private final JdbcClient jdbc;

    JdbcDeadlineMoves(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void add(long change, List<OpenDeadlines.Move> moves) {
        moves.forEach(move -> jdbc.sql("insert into deadline_move (change_id, number, step, before, after) values (:change, :number, :step, :before, :after)")
                .param("change", change).param("number", move.number()).param("step", move.step())
                .param("before", move.before().atOffset(ZoneOffset.UTC)).param("after", move.after().atOffset(ZoneOffset.UTC)).update());
    }
}
