package org.zhiping.benchmark.tasks;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Open tasks by the million, written straight into the tables of the engine and of the worklist after the pattern of one real
 * task. They are there to be listed, counted and found; nobody can complete them. Sixteen in twenty wait for their role, the rest are
 * with two hundred people; one in five hundred is about a person of the same name as the real one.
 */
public final class ManyOpenTasks {

    /** Of the generated task: n is its serial number. */
    private static final String ROLE = "(array['acceptance-officer','acceptance-officer','acceptance-officer','acceptance-officer','approver',"
            + "'evaluator','score-verifier','invigilator'])[1 + n % 8]";
    private static final String STEP = "(array['review-materials','review-materials','review-materials','review-materials','approve-result',"
            + "'give-evaluator-opinion','verify-scores','record-attendance'])[1 + n % 8]";
    private static final String ASSIGNEE = "case when n % 20 < 4 then case when n / 20 % 200 = 0 then 'acceptance-officer' else 'person-' || n / 20 % 200 end end";
    private static final String DUE = "date_trunc('second', now()) + (hashint8(n) % 2592000) * interval '1 second' + interval '20 days'";

    private final Connection database;
    private final String pattern;

    /** @param pattern id of a task that the engine really has */
    public ManyOpenTasks(Connection database, String pattern) {
        this.database = database;
        this.pattern = pattern;
    }

    /**
     * Ends when the database is as it would be some hours later: statistics made, everything written out.
     *
     * @param from serial number of the first, @param to of the last
     * @throws IllegalStateException when not every row is there afterwards, for example because the pattern has been completed
     */
    public void fill(long from, long to) throws SQLException {
        try (Statement sql = database.createStatement()) {
            sql.execute("set synchronous_commit = off");
            copy(sql, "act_ru_execution", "id_ = (select proc_inst_id_ from act_ru_task where id_ = '" + pattern + "')",
                    "'id_', 'gen-e-' || n, 'proc_inst_id_', 'gen-e-' || n, 'root_proc_inst_id_', 'gen-e-' || n, 'business_key_', " + number(), from, to);
            copy(sql, "act_ru_task", "id_ = '" + pattern + "'", "'id_', 'gen-t-' || n, 'execution_id_', 'gen-e-' || n, 'proc_inst_id_', 'gen-e-' || n,"
                    + " 'task_def_key_', " + STEP + ", 'assignee_', " + ASSIGNEE + ", 'due_date_', (" + DUE + ")::timestamp,"
                    + " 'create_time_', (now() - n % 1000000 * interval '1 second')::timestamp", from, to);
            copy(sql, "act_ru_identitylink", "task_id_ = '" + pattern + "' and p.type_ = 'candidate'",
                    "'id_', 'gen-l-' || n, 'task_id_', 'gen-t-' || n, 'group_id_', " + ROLE, from, to);
            copy(sql, "act_ru_authorization", "resource_id_ = '" + pattern + "' and p.group_id_ is not null",
                    "'id_', 'gen-a-' || n, 'resource_id_', 'gen-t-' || n, 'group_id_', " + ROLE, from, to);
            sql.execute("""
                    insert into worklist_task (task_id, role, roles, step, number, standard, edition, level, direction, part, round, person,
                                               found_by, assignee, created_at, due_at)
                    select 'gen-t-' || n, %s, array[%s], %s, %s, case when n %% 10 = 0 then 'independent-operator' else p.standard end, p.edition,
                           case when n %% 10 = 0 then 'JUNIOR' else 'LEVEL_' || 2 + n %% 3 end, p.direction, p.part, 'R-gen-' || n %% 20, p.person,
                           case when n %% 500 = 0 then p.found_by else array[n * 2654435761, n * 40503 + 7, hashint8extended(n, 1),
                                hashint8extended(n / 300, 2)] end,
                           %s, now() - n %% 1000000 * interval '1 second', %s
                    from (select * from worklist_task where task_id = '%s' limit 1) p, generate_series(%d::bigint, %d::bigint) n
                    """.formatted(ROLE, ROLE, STEP, number(), ASSIGNEE, DUE, pattern, from, to));
            sql.execute("set synchronous_commit = on");
            sql.execute("vacuum analyze");
            sql.execute("checkpoint");
            for (String ids : new String[] {"act_ru_execution.id_", "act_ru_task.id_", "act_ru_identitylink.id_", "act_ru_authorization.id_", "worklist_task.task_id"}) {
                mustHold(sql, ids.substring(0, ids.indexOf('.')), ids.substring(ids.indexOf('.') + 1), to);
            }
        }
    }

    private static void mustHold(Statement sql, String table, String id, long tasks) throws SQLException {
        try (ResultSet row = sql.executeQuery("select count(*) from " + table + " where " + id + " like 'gen-%'")) {
            row.next();
            if (row.getLong(1) != tasks) {
                throw new IllegalStateException(table + " holds " + row.getLong(1) + " generated rows instead of " + tasks);
            }
        }
    }

    private static String number() {
        return "'ZP1999' || lpad(n::text, 8, '0')";
    }

    private static void copy(Statement sql, String table, String of, String changed, long from, long to) throws SQLException {
        sql.execute(("insert into %1$s select r.* from %1$s p cross join generate_series(%4$d::bigint, %5$d::bigint) n "
                + "cross join lateral jsonb_populate_record(p, jsonb_build_object(%3$s)) r where p.%2$s")
                .formatted(table, of, changed, from, to));
    }
}
