package org.zhiping.worklist;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.zhiping.platform.Refusal;
import org.zhiping.platform.process.Tasks;

/** The same act for several tasks: each is done or refused for itself. */
@Component
public class ManyTasks {

    /** In one act. */
    public static final int MOST = 100;

    /**
     * @param item   as it was before the act; null when it is not among the tasks that the person may see
     * @param faults why the act was refused; empty when it was done
     */
    public record Result(String taskId, WorkItem item, List<Refusal.Fault> faults) {

        public boolean done() {
            return faults.isEmpty();
        }
    }

    private final Worklist worklist;
    private final Tasks tasks;

    ManyTasks(Worklist worklist, Tasks tasks) {
        this.worklist = worklist;
        this.tasks = tasks;
    }

    /**
     * What waits, and what somebody has for whom the reader stands in.
     *
     * @throws Refusal (INVALID) when there are none or more than {@link #MOST}
     */
    public List<Result> claim(WorkReader reader, Collection<String> taskIds) {
        return each(reader, taskIds, (task, item) -> {
            if (item != null && item.assignee() != null && reader.absent().contains(item.assignee())) {
                tasks.handOver(task, reader.account(), reader.account());
            } else {
                tasks.claim(task, reader.account());
            }
        });
    }

    /** @throws Refusal (INVALID) when nobody is named, or there are no tasks or more than {@link #MOST} */
    public List<Result> assign(WorkReader reader, Collection<String> taskIds, String to) {
        if (to == null || to.isBlank()) {
            throw Refusal.invalid("to", "worklist-nobody");
        }
        return each(reader, taskIds, (task, item) -> tasks.assign(task, reader.account(), to.strip()));
    }

    private List<Result> each(WorkReader reader, Collection<String> taskIds, BiConsumer<String, WorkItem> act) {
        List<String> chosen = taskIds == null ? List.of() : taskIds.stream().distinct().toList();
        if (chosen.isEmpty()) {
            throw Refusal.invalid("task", "worklist-none-chosen");
        }
        if (chosen.size() > MOST) {
            throw Refusal.invalid("task", "worklist-too-many", MOST);
        }
        Map<String, WorkItem> known = worklist.find(reader, chosen).stream().collect(Collectors.toMap(WorkItem::taskId, Function.identity()));
        return chosen.stream().map(task -> new Result(task, known.get(task), faults(act, task, known.get(task)))).toList();
    }

    private static List<Refusal.Fault> faults(BiConsumer<String, WorkItem> act, String task, WorkItem item) {
        try {
            act.accept(task, item);
            return List.of();
        } catch (Refusal refusal) {
            return refusal.faults();
        }
    }
}
