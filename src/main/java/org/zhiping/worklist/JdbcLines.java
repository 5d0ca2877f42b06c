package org.zhiping.worklist;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.zhiping.platform.process.OpenTask;

@Repository
class JdbcLines implements Lines {

    private static final String INSERT = """
            insert into worklist_task (task_id, role, roles, step, number, standard, edition, level, direction, part, round,
                                       person, found_by, assignee, created_at, due_at)
            values (:task, :role, :roles, :step, :number, :standard, :edition, :level, :direction, :part, :round,
                    :person, :foundBy, :assignee, :created, :due)
            on conflict (task_id, role) do nothing
            """;

    private final JdbcClient jdbc;
    private final NamedParameterJdbcTemplate batches;
    private final SealedPerson sealed;

    JdbcLines(JdbcClient jdbc, NamedParameterJdbcTemplate batches, SealedPerson sealed) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.sealed = sealed;
    }

    @Override
    public void add(List<Line> lines) {
        SqlParameterSource[] rows = lines.stream().flatMap(this::rows).toArray(SqlParameterSource[]::new);
        if (rows.length == 1) {
            batches.update(INSERT, rows[0]);
        } else {
            batches.batchUpdate(INSERT, rows);
        }
    }

    private Stream<SqlParameterSource> rows(Line line) {
        String person = sealed.seal(line.about());
        List<String> groups = line.task().groups();
        return (groups.isEmpty() ? Stream.of("") : groups.stream()).map(role -> row(line, role, person));
    }

    private static SqlParameterSource row(Line line, String role, String person) {
        OpenTask task = line.task();
        Line.About about = line.about();
        return new MapSqlParameterSource().addValue("task", task.id()).addValue("role", role)
                .addValue("roles", task.groups().toArray(String[]::new)).addValue("step", task.key()).addValue("number", task.number())
                .addValue("standard", about.standard()).addValue("edition", about.edition()).addValue("level", about.level())
                .addValue("direction", about.direction()).addValue("part", about.part()).addValue("round", about.round())
                .addValue("person", person).addValue("foundBy", line.foundBy().toArray(Long[]::new))
                .addValue("assignee", task.assignee()).addValue("created", utc(task.created())).addValue("due", utc(task.due()));
    }

    @Override
    public boolean change(OpenTask task) {
        return jdbc.sql("update worklist_task set assignee = :assignee, due_at = :due where task_id = :task and roles = cast(:roles as text[])")
                .param("assignee", task.assignee()).param("due", utc(task.due())).param("task", task.id())
                .param("roles", task.groups().toArray(String[]::new)).update() > 0;
    }

    @Override
    public void assign(String taskId, String assignee) {
        jdbc.sql("update worklist_task set assignee = :assignee where task_id = :task").param("assignee", assignee).param("task", taskId).update();
    }

    @Override
    public void remove(String taskId) {
        jdbc.sql("delete from worklist_task where task_id = :task").param("task", taskId).update();
    }

    @Override
    public Optional<String> part(String taskId) {
        return jdbc.sql("select part from worklist_task where task_id = :task limit 1").param("task", taskId).query(String.class).optional();
    }

    @Override
    public List<OpenTask> after(String after, String upTo) {
        return jdbc.sql("""
                select task_id, step, number, part, assignee, created_at, due_at, roles,
                       coalesce(array_agg(role) filter (where role <> ''), '{}') as rows
                from worklist_task where task_id > :after and (cast(:upTo as text) is null or task_id <= :upTo)
                group by task_id, step, number, part, assignee, created_at, due_at, roles order by task_id
                """)
                .param("after", after).param("upTo", upTo).query((row, n) -> task(row)).list();
    }

    /** The roles of a task are those that its rows have, and each row names them all. */
    private static OpenTask task(ResultSet row) throws SQLException {
        List<String> roles = texts(row, "roles");
        List<String> rows = texts(row, "rows");
        return new OpenTask(row.getString("task_id"), row.getString("step"), row.getString("number"), row.getString("part"),
                row.getString("assignee"), roles.equals(rows) ? roles : Stream.concat(roles.stream(), rows.stream()).toList(), instant(row, "created_at"), instant(row, "due_at"));
    }

    private static List<String> texts(ResultSet row, String column) throws SQLException {
        return Stream.of((String[]) row.getArray(column).getArray()).sorted().toList();
    }

    @Override
    public long count() {
        return jdbc.sql("select count(*) from worklist_task where role = coalesce(roles[1], '')").query(Long.class).single();
    }

    @Override
    public void lock() {
        jdbc.sql("lock table worklist_task in exclusive mode").update();
    }

    @Override
    public void clear() {
        jdbc.sql("delete from worklist_task").update();
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime moment = row.getObject(column, OffsetDateTime.class);
        return moment == null ? null : moment.toInstant();
    }

    private static OffsetDateTime utc(Instant moment) {
        return moment == null ? null : moment.atOffset(ZoneOffset.UTC);
    }
}
