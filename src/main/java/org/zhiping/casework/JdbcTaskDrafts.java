package org.zhiping.casework;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Repository;
import org.zhiping.platform.Refusal;
import org.zhiping.platform.Vault;
import org.zhiping.platform.process.TaskMoved;

@Repository
class JdbcTaskDrafts implements TaskDrafts {

    /** What a draft is sealed in, over its row. */
    static final String CONTEXT = "convert_to(task_id || '/' || person, 'UTF8')";

    private static final Duration READABLE_AFTER_END = Duration.ofDays(7);

    private final JdbcClient jdbc;
    private final Vault vault;
    private final Clock clock;

    JdbcTaskDrafts(JdbcClient jdbc, Vault vault, Clock clock) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.clock = clock;
    }

    @Override
    public Optional<TaskDraft> find(String taskId, String person) {
        return jdbc.sql("select * from task_draft where task_id = :id and person = :person").param("id", taskId).param("person", person)
                .query(this::draft).optional();
    }

    private TaskDraft draft(ResultSet row, int n) throws SQLException {
        String id = row.getString("task_id");
        String person = row.getString("person");
        String values = new String(vault.decrypt(row.getBytes("content"), context(id, person)), StandardCharsets.UTF_8);
        return new TaskDraft(id, person, row.getString("task"), row.getString("business_key"), values,
                row.getObject("saved_at", OffsetDateTime.class).toInstant(), row.getInt("version"));
    }

    @Override
    public TaskDraft save(TaskDraft draft) {
        if (draft.values().length() > MOST) {
            throw Refusal.invalid("", "task-draft-too-large");
        }
        byte[] content = vault.encrypt(draft.values().getBytes(StandardCharsets.UTF_8), context(draft.taskId(), draft.person()));
        Optional<Integer> version = jdbc.sql("""
                insert into task_draft (task_id, person, task, business_key, content, saved_at, version)
                values (:id, :person, :task, :key, :content, :at, :seen + 1)
                on conflict (task_id, person) do update set content = excluded.content, saved_at = excluded.saved_at, version = excluded.version
                where task_draft.version = :seen
                returning version
                """)
                .param("id", draft.taskId()).param("person", draft.person()).param("task", draft.task()).param("key", draft.businessKey())
                .param("content", content).param("at", draft.savedAt().atOffset(ZoneOffset.UTC)).param("seen", draft.version())
                .query(Integer.class).optional();
        TaskDraft kept = find(draft.taskId(), draft.person()).orElseThrow();
        if (version.isEmpty() && !kept.values().equals(draft.values())) {
            throw new NewerDraft(kept);
        }
        return kept;
    }

    @Override
    public void discard(String taskId, String person) {
        jdbc.sql("delete from task_draft where task_id = :id and person = :person").param("id", taskId).param("person", person).update();
    }

    /** In the transaction of the move, so that a completion which fails loses no draft. */
    @EventListener
    void on(TaskMoved moved) {
        if (moved.kind().ends()) {
            jdbc.sql("""
                    with submitted as (delete from task_draft where task_id = :id and :completed and person = :by)
                    update task_draft set ended_at = :now where task_id = :id and not (:completed and person = coalesce(:by, ''))
                    """)
                    .param("id", moved.taskId()).param("completed", moved.kind() == TaskMoved.Kind.COMPLETED).param("by", moved.by())
                    .param("now", OffsetDateTime.now(clock)).update();
        }
    }

    @Scheduled(cron = "${zhiping.task-draft.sweep:30 15 * * * *}")
    void sweep() {
        jdbc.sql("delete from task_draft where ended_at < :before").param("before", OffsetDateTime.now(clock).minus(READABLE_AFTER_END)).update();
    }

    private static byte[] context(String taskId, String person) {
        return (taskId + "/" + person).getBytes(StandardCharsets.UTF_8);
    }
}
