package org.zhiping.worklist;

import java.util.List;
import org.springframework.stereotype.Component;
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

    NextTask(Worklist worklist, Tasks tasks) {
        this.worklist = worklist;
        this.tasks = tasks;
    }

    /** Whoever comes second for a task gets the one after it; the gate decides who came first. */
    public Found claim(WorkReader reader, WorkFilter filter) {
        int tried = 0;
        int barred = 0;
        WorkCursor after = null;
        while (tried < MOST_TRIED) {
            List<WorkItem> waiting = worklist.page(reader, WorkView.WAITING, filter, after, AT_ONCE);
            for (WorkItem item : waiting) {
                Refusal refused = refusal(item, reader);
                if (refused == null) {
                    return new Found(item, barred);
                }
                barred += refused.kind() == Refusal.Kind.FORBIDDEN ? 1 : 0;
                after = item.cursor();
            }
            if (waiting.size() < AT_ONCE) {
                break;
            }
            tried += waiting.size();
        }
        return new Found(null, barred);
    }

    private Refusal refusal(WorkItem item, WorkReader reader) {
        try {
            tasks.claim(item.taskId(), reader.account());
            return null;
        } catch (Refusal refusal) {
            return refusal;
        }
    }
}
