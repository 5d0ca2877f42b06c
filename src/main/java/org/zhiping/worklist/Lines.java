package org.zhiping.worklist;

import java.util.List;
import java.util.Optional;
import org.zhiping.platform.process.OpenTask;

/** The table of open tasks, for those who keep it. */
interface Lines {

    /** Adds tasks that are not in it. */
    void add(List<Line> lines);

    /** @return false when the task is not in it, or the roles that may take it are others now, and it has to be added anew */
    boolean change(OpenTask task);

    void assign(String taskId, String assignee);

    void remove(String taskId);

    /** Of which part a task is that is in the table. */
    Optional<String> part(String taskId);

    /**
     * @param after last id before the ones wanted, empty at the start
     * @param upTo  last id of interest, null when there is none
     * @return in the order of ids, as {@link org.zhiping.platform.process.OpenTasks} gives them
     */
    List<OpenTask> after(String after, String upTo);

    /** How many tasks there are. */
    long count();

    /** Nobody else changes the table until the transaction ends; everybody may read it. */
    void lock();

    void clear();
}
