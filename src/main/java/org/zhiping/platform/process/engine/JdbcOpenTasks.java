package org.zhiping.platform.process.engine;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.zhiping.platform.process.OpenTask;
import org.zhiping.platform.process.OpenTasks;

/** A look at the engine's tables; its own queries need one more for the groups of each task. */
@Repository
class JdbcOpenTasks implements OpenTasks {

    private final JdbcClient jdbc;

    JdbcOpenTasks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<OpenTask> after(String after, int most) {
        return jdbc.sql("""
                select t.id_, t.task_def_key_, coalesce(e.business_key_, '') as number, t.assignee_, t.create_time_, t.due_date_,
                       coalesce((select v.text_ from act_ru_variable v where v.execution_id_ = t.proc_inst_id_ and v.name_ = 'part'), '') as part,
                       coalesce((select string_agg(distinct l.group_id_, ',' order by l.group_id_) from act_ru_identitylink l
                                 where l.task_id_ = t.id_ and l.type_ = 'candidate'), '') as groups
                from act_ru_task t join act_ru_execution e on e.id_ = t.proc_inst_id_
                where t.id_ > :after order by t.id_ limit :most
                """)
                .param("after", after).param("most", most).query((row, n) -> task(row)).list();
    }

    @Override
    public long count() {
        return jdbc.sql("select count(*) from act_ru_task").query(Long.class).single();
    }

    private static OpenTask task(ResultSet row) throws SQLException {
        String groups = row.getString("groups");
        return new OpenTask(row.getString("id_"), row.getString("task_def_key_"), row.getString("number"), row.getString("part"),
                row.getString("assignee_"), groups.isEmpty() ? List.of() : List.of(groups.split(",")).stream().sorted().toList(),
                Objects.requireNonNull(instant(row, "create_time_")), instant(row, "due_date_"));
    }

    /** The engine writes the local time of the machine. */
    private static Instant instant(ResultSet row, String column) throws SQLException {
        LocalDateTime time = row.getObject(column, LocalDateTime.class);
        return time == null ? null : time.atZone(ZoneId.systemDefault()).toInstant();
    }
}
