package org.zhiping.worklist;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.zhiping.intake.PersonMarks;

/**
 * Each list is put together from branches, one for each role: a branch has an index that gives its tasks in the order of the list,
 * so that a page reads no more of it than it shows.
 */
@Repository
class JdbcWorklist implements Worklist {

    private static final int MOST_FOUND = 5000;
    private static final int SHORTEST_NUMBER = 4;
    private static final String COLUMNS = """
            task_id, step, number, standard, edition, level, direction, part, round, person, roles, assignee, created_at, due_at, due_order""";
    /** Of a task that several roles of the reader may take, one row. */
    private static final String ONCE = " and (cardinality(roles) = 1 or role = (select min(r) from unnest(roles) r where r = any(:%s)))";

    private final JdbcClient jdbc;
    private final PersonMarks marks;
    private final SealedPerson sealed;
    private final Clock clock;

    JdbcWorklist(JdbcClient jdbc, PersonMarks marks, SealedPerson sealed, Clock clock) {
        this.jdbc = jdbc;
        this.marks = marks;
        this.sealed = sealed;
        this.clock = clock;
    }

    @Override
    public List<WorkItem> page(WorkReader reader, WorkView view, WorkFilter filter, WorkCursor after, int most) {
        Map<String, Object> values = values(reader, filter);
        String rest = "";
        if (after != null) {
            values.put("afterDue", after.dueText());
            values.put("afterCreated", after.created().toString());
            values.put("afterTask", after.taskId());
            rest = " and (due_order, created_at, task_id) > (cast(:afterDue as timestamptz), cast(:afterCreated as timestamptz), :afterTask)";
        }
        return first(branches(reader, view), filtered(filter) + rest, values, most, most);
    }

    @Override
    public List<WorkItem> toDo(WorkReader reader, int most) {
        List<String> branches = Stream.of(WorkView.MINE, WorkView.WAITING).flatMap(view -> branches(reader, view).stream()).toList();
        return first(branches, "", values(reader, WorkFilter.NONE), most, most * branches.size());
    }

    private List<WorkItem> first(List<String> branches, String wanted, Map<String, Object> values, int ofEach, int most) {
        values.put("ofEach", ofEach);
        values.put("most", most);
        String each = branches.stream().map(branch -> "(select " + COLUMNS + " from worklist_task where " + branch + wanted
                + " order by due_order, created_at, task_id limit :ofEach)").collect(Collectors.joining(" union all "));
        return branches.isEmpty() ? List.of() : jdbc.sql("select * from (" + each + ") b order by due_order, created_at, task_id limit :most")
                .params(values).query((row, n) -> item(row)).list();
    }

    @Override
    public Map<WorkView, Integer> counts(WorkReader reader, WorkFilter filter) {
        Map<String, Object> values = values(reader, filter);
        values.put("most", COUNTED + 1);
        String wanted = filtered(filter);
        List<WorkView> views = Stream.of(WorkView.values()).filter(view -> !branches(reader, view).isEmpty()).toList();
        String each = views.stream().map(view -> "(select count(*) from (select 1 from (" + branches(reader, view).stream()
                .map(branch -> "(select 1 from worklist_task where " + branch + wanted + " limit :most)").collect(Collectors.joining(" union all "))
                + ") b limit :most) c) as " + view.id()).collect(Collectors.joining(", "));
        return jdbc.sql("select " + each).params(values).query((row, n) -> {
            Map<WorkView, Integer> counts = new EnumMap<>(WorkView.class);
            for (WorkView view : views) {
                counts.put(view, row.getInt(view.id()));
            }
            return counts;
        }).single();
    }

    @Override
    public List<WorkItem> search(WorkReader reader, String typed, WorkFilter filter, int most) {
        String number = typed.strip().toUpperCase(Locale.ROOT);
        Set<Long> sought = marks.sought(typed);
        List<String> found = new ArrayList<>();
        Map<String, Object> values = values(reader, filter);
        if (number.length() >= SHORTEST_NUMBER && number.matches("[A-Z]+\\d+")) {
            found.add("number like :number");
            values.put("number", number + "%");
        }
        if (!sought.isEmpty()) {
            found.add("found_by && :marks");
            values.put("marks", sought.toArray(Long[]::new));
        }
        return found.isEmpty() ? List.of() : visible(reader, "(" + String.join(" or ", found) + ")", filter, values).stream().limit(most).toList();
    }

    @Override
    public List<WorkItem> find(WorkReader reader, Collection<String> taskIds) {
        Map<String, Object> values = values(reader, WorkFilter.NONE);
        values.put("ids", taskIds.toArray(String[]::new));
        return visible(reader, "task_id = any(:ids)", WorkFilter.NONE, values);
    }

    @Override
    public boolean hold(String taskId) {
        return !jdbc.sql("select 1 from worklist_task where task_id = :task and assignee is null for update skip locked").param("task", taskId)
                .query(Integer.class).list().isEmpty();
    }

    /** Goes from one step to the next along the index, however many tasks each has. */
    @Override
    public List<String> steps(WorkReader reader) {
        return jdbc.sql("""
                with recursive waiting as (
                    select role, (select min(step) from worklist_task w where w.role = r.role and assignee is null) as step from unnest(:roles) r (role)
                    union all
                    select role, (select min(step) from worklist_task w where w.role = waiting.role and assignee is null and w.step > waiting.step)
                    from waiting where step is not null)
                select step from waiting where step is not null union select step from worklist_task where assignee = :me
                """)
                .param("roles", reader.roles().toArray(String[]::new)).param("me", reader.account()).query(String.class).list();
    }

    /** First the few that are meant, then of these what the reader may see: never the other way round. */
    private List<WorkItem> visible(WorkReader reader, String found, WorkFilter filter, Map<String, Object> values) {
        values.put("mostFound", MOST_FOUND);
        return jdbc.sql("with found as materialized (select * from worklist_task where " + found + " limit :mostFound) select " + COLUMNS
                + " from found where (assignee = :me or role = any(:roles) and assignee is null or role = any(:leads) or assignee = any(:absent))" + filtered(filter))
                .params(values).query((row, n) -> item(row)).list().stream()
                .collect(Collectors.toMap(WorkItem::taskId, Function.identity(), (one, again) -> one, LinkedHashMap::new)).values().stream()
                .sorted(Comparator.comparing((WorkItem item) -> item.cursor().dueText().replace("infinity", "~")).thenComparing(WorkItem::created)
                        .thenComparing(WorkItem::taskId))
                .toList();
    }

    private Map<String, Object> values(WorkReader reader, WorkFilter filter) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("me", reader.account());
        values.put("roles", reader.roles().toArray(String[]::new));
        values.put("leads", reader.leads().toArray(String[]::new));
        values.put("now", OffsetDateTime.now(clock));
        values.put("absent", reader.absent().toArray(String[]::new));
        number(values, "role", reader.roles());
        number(values, "lead", reader.leads());
        number(values, "absent", reader.absent());
        values.put("standard", filter.standard());
        values.put("level", filter.level());
        values.put("round", filter.round());
        values.put("step", filter.step());
        return values;
    }

    private static void number(Map<String, Object> values, String name, List<String> each) {
        for (int i = 0; i < each.size(); i++) {
            values.put(name + i, each.get(i));
        }
    }

    private static String filtered(WorkFilter filter) {
        return (filter.standard() == null ? "" : " and standard = :standard") + (filter.level() == null ? "" : " and level = :level")
                + (filter.round() == null ? "" : " and round = :round") + (filter.step() == null ? "" : " and step = :step");
    }

    private static List<String> branches(WorkReader reader, WorkView view) {
        String overdue = " and due_order < :now";
        return switch (view) {
            case MINE -> List.of("assignee = :me and role = coalesce(roles[1], '')");
            case DEPUTY -> each(reader.absent(), "assignee = :absent%d and role = coalesce(roles[1], '')");
            case WAITING -> each(reader.roles(), "role = :role%d and assignee is null" + ONCE.formatted("roles"));
            case TEAM -> each(reader.leads(), "role = :lead%d and assignee is not null and assignee <> :me" + ONCE.formatted("leads"));
            case OVERDUE -> Stream.of(WorkView.MINE, WorkView.WAITING, WorkView.TEAM).flatMap(part -> branches(reader, part).stream())
                    .map(branch -> branch + overdue).toList();
        };
    }

    private static List<String> each(List<String> roles, String branch) {
        return IntStream.range(0, roles.size()).mapToObj(branch::formatted).toList();
    }

    private WorkItem item(ResultSet row) throws SQLException {
        List<String> person = sealed.open(row.getString("person"));
        return new WorkItem(row.getString("task_id"), row.getString("step"), row.getString("number"), row.getString("standard"),
                row.getString("edition"), row.getString("level"), row.getString("direction"), row.getString("part"), row.getString("round"),
                person.get(0), person.get(1), List.of((String[]) row.getArray("roles").getArray()), row.getString("assignee"),
                JdbcLines.instant(row, "created_at"), JdbcLines.instant(row, "due_at"));
    }
}
