package org.zhiping.casework;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcHandovers implements Handovers {

    private final JdbcClient jdbc;
    private final Clock clock;

    JdbcHandovers(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public long begin(String by, String person, String reason) {
        return jdbc.sql("insert into handover (at, by, person, reason) values (:at, :by, :person, :reason) returning id")
                .param("at", OffsetDateTime.now(clock)).param("by", by).param("person", person).param("reason", reason)
                .query(Long.class).single();
    }

    @Override
    public void add(long handover, Handover.Line line, String successor, String refused) {
        jdbc.sql("""
                insert into handover_task (handover_id, task, step, number, successor, refused)
                values (:handover, :task, :step, :number, :successor, :refused)
                """).param("handover", handover).param("task", line.task().id()).param("step", line.task().key())
                .param("number", line.task().businessKey()).param("successor", successor).param("refused", refused).update();
    }

    @Override
    public void close(long handover) {
        jdbc.sql("update handover set closed = true where id = :id").param("id", handover).update();
    }

    @Override
    public List<Handover.Act> of(String person) {
        return jdbc.sql("""
                select at, by, reason, closed,
                       (select count(*) from handover_task where handover_id = handover.id and refused is null) as moved,
                       (select count(*) from handover_task where handover_id = handover.id and refused is not null) as stayed
                from handover where person = :person order by id desc limit 50
                """).param("person", person)
                .query((row, n) -> new Handover.Act(row.getObject("at", OffsetDateTime.class).toInstant(), row.getString("by"),
                        row.getString("reason"), row.getBoolean("closed"), row.getInt("moved"), row.getInt("stayed"))).list();
    }
}
