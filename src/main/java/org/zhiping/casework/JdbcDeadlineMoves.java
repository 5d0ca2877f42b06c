package org.zhiping.casework;

import java.util.List;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.zhiping.casework.OpenDeadlines.Move;

@Repository
class JdbcDeadlineMoves implements DeadlineMoves {

    private final JdbcClient jdbc;

    JdbcDeadlineMoves(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void add(long change, List<Move> moves) {
        jdbc.sql("""
                insert into deadline_move (change_id, number, step, before, after)
                select :change, moved.* from unnest(:numbers::text[], :steps::text[], :befores::text[]::timestamptz[], :afters::text[]::timestamptz[]) as moved
                """).param("change", change).param("numbers", each(moves, Move::number)).param("steps", each(moves, Move::step))
                .param("befores", each(moves, move -> move.before().toString())).param("afters", each(moves, move -> move.after().toString())).update();
    }

    private static String[] each(List<Move> moves, Function<Move, String> value) {
        return moves.stream().map(value).toArray(String[]::new);
    }
}
