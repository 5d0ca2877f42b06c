package org.zhiping.worklist;

import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.zhiping.platform.Refusal;
import org.zhiping.platform.process.Tasks;

/** Takes the most urgent task that a person may have. */
@Component
public class NextTask {

    private static final int AT_ONCE = 20;
    private static final int MOST_TRIED = 200;

    /**
     * @param taken  null when there was none
     * @param barred how many tasks were passed over because the person may not do them, mostly by the separation of duties
     */
    public record Found(WorkItem taken, int barred) {
    }

    private final Worklist worklist;
    private final Tasks tasks;
    private final TransactionTemplate transaction;

    NextTask(Worklist worklist, Tasks tasks, PlatformTransactionManager transactions) {
        this.worklist = worklist;
        this.tasks = tasks;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * The way on from a task: the next of the same step that the reader has already, in the order of their list, else the most urgent one that waits.
     * What was put aside on the way does not come again and again.
     *
     * @param left where the task stood in the list that is left
     */
    public Found goOn(WorkReader reader, WorkFilter filter, String step, WorkCursor left) {
        WorkFilter same = new WorkFilter(filter.standard(), filter.level(), filter.round(), step);
        return worklist.page(reader, WorkView.MINE, same, left, 1).stream().findFirst().map(own -> new Found(own, 0)).orElseGet(() -> claim(reader, filter));
    }

    /** Whoever comes second for a task gets the one after it; the gate decides who came first. */
    public Found claim(WorkReader reader, WorkFilter filter) {
        int tried = 0;
        int barred = 0;
        WorkCursor after = null;
        while (tried < MOST_TRIED) {
            List<WorkItem> waiting = worklist.page(reader, WorkView.WAITING, filter, after, AT_ONCE);
            for (WorkItem item : waiting) {
                try {
                    if (takes(reader, item)) {
                        return new Found(item, barred);
                    }
                } catch (Refusal refused) {
                    barred += refused.kind() == Refusal.Kind.FORBIDDEN ? 1 : 0;
                }
                after = item.cursor();
            }
            if (waiting.size() < AT_ONCE) {
                break;
            }
            tried += waiting.size();
        }
        return new Found(null, barred);
    }

    /** One that somebody else is just about to take is passed over without asking the gate. */
    private boolean takes(WorkReader reader, WorkItem item) {
        return Boolean.TRUE.equals(transaction.execute(status -> {
            boolean held = worklist.hold(item.taskId());
            if (held) {
                tasks.claim(item.taskId(), reader.account());
            }
            return held;
        }));
    }
}
