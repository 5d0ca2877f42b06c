package org.zhiping.worklist;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import org.zhiping.platform.process.OpenTask;
import org.zhiping.platform.process.OpenTasks;

/** Proves that the worklist says of every open task what the engine says, and makes it anew from the engine. */
@Component
public class WorklistCheck {

    private static final int BLOCK = 2000;
    private static final int MOST_TOLD = 200;

    /**
     * One thing that the two say differently.
     *
     * @param what   missing, surplus, or what is different: step, number, part, roles, assignee, created, due
     * @param engine as the engine has it; empty where it has nothing
     * @param list   as the list has it
     */
    public record Difference(String taskId, String number, String what, String engine, String list) {
    }

    /** @param differences at most 200 of them; {@code found} counts all */
    public record Outcome(long tasks, long found, List<Difference> differences) {

        public boolean equal() {
            return found == 0;
        }
    }

    private final Lines lines;
    private final OpenTasks engine;
    private final Subjects subjects;
    private final TransactionTemplate snapshot;
    private final TransactionTemplate transaction;
    private final TransactionTemplate beside;

    WorklistCheck(Lines lines, OpenTasks engine, Subjects subjects, PlatformTransactionManager transactions) {
        this.lines = lines;
        this.engine = engine;
        this.subjects = subjects;
        this.snapshot = new TransactionTemplate(transactions);
        snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        snapshot.setReadOnly(true);
        this.transaction = new TransactionTemplate(transactions);
        this.beside = new TransactionTemplate(transactions);
        beside.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** Holds every task of the engine and every line against each other, as both were at one moment; nobody has to wait for it. */
    public Outcome check() {
        return snapshot.execute(status -> {
            Tally tally = new Tally();
            String after = "";
            for (List<OpenTask> block = engine.after(after, BLOCK); !block.isEmpty(); block = engine.after(after, BLOCK)) {
                String last = block.get(block.size() - 1).id();
                tally.compare(block, lines.after(after, last));
                after = last;
            }
            tally.compare(List.of(), lines.after(after, null));
            return tally.outcome();
        });
    }

    /** Whether both have as many tasks, as a start asks before anybody works. */
    boolean sameNumber() {
        return Boolean.TRUE.equals(snapshot.execute(status -> engine.count() == lines.count()));
    }

    /**
     * Makes the list anew. Tasks that move meanwhile wait for it; whoever reads sees the list as it was until it is done.
     *
     * @return how many tasks there are
     */
    public long rebuild() {
        return Objects.requireNonNull(transaction.execute(status -> {
            lines.lock();
            lines.clear();
            long tasks = 0;
            String after = "";
            for (List<OpenTask> block = engine.after(after, BLOCK); !block.isEmpty(); block = engine.after(after, BLOCK)) {
                List<OpenTask> read = block;
                lines.add(beside.execute(inner -> subjects.lines(read)));
                tasks += block.size();
                after = block.get(block.size() - 1).id();
            }
            return tasks;
        }));
    }

    /** Counts what is different, and remembers the first of it. */
    private static final class Tally {

        private final List<Difference> told = new ArrayList<>();
        private long tasks;
        private long found;

        void compare(List<OpenTask> engine, List<OpenTask> list) {
            tasks += engine.size();
            Map<String, OpenTask> listed = list.stream().collect(Collectors.toMap(OpenTask::id, Function.identity(), this::twice, LinkedHashMap::new));
            engine.forEach(task -> compare(task, listed.remove(task.id())));
            listed.values().forEach(line -> tell(new Difference(line.id(), line.number(), "surplus", "", line.key())));
        }

        /** Rows of one task that say different things. */
        private OpenTask twice(OpenTask one, OpenTask other) {
            tell(new Difference(one.id(), one.number(), "surplus", "", one + " / " + other));
            return one;
        }

        private void compare(OpenTask task, OpenTask line) {
            if (line == null) {
                tell(new Difference(task.id(), task.number(), "missing", task.key(), ""));
                return;
            }
            Map<String, Function<OpenTask, Object>> said = new LinkedHashMap<>();
            said.put("step", OpenTask::key);
            said.put("number", OpenTask::number);
            said.put("part", OpenTask::part);
            said.put("roles", OpenTask::groups);
            said.put("assignee", OpenTask::assignee);
            said.put("created", OpenTask::created);
            said.put("due", OpenTask::due);
            said.forEach((what, of) -> {
                if (!Objects.equals(of.apply(task), of.apply(line))) {
                    tell(new Difference(task.id(), task.number(), what, Objects.toString(of.apply(task), ""), Objects.toString(of.apply(line), "")));
                }
            });
        }

        private void tell(Difference difference) {
            found++;
            if (told.size() < MOST_TOLD) {
                told.add(difference);
            }
        }

        Outcome outcome() {
            return new Outcome(tasks, found, List.copyOf(told));
        }
    }
}
