package org.zhiping.worklist;

import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Open tasks as each person sees them, the most urgent first. Nobody is shown what neither they nor their roles may work on. */
public interface Worklist {

    /** Up to this number tasks are counted; more are "more than". */
    int COUNTED = 1000;

    /** @param after null for the first page */
    List<WorkItem> page(WorkReader reader, WorkView view, WorkFilter filter, WorkCursor after, int most);

    /**
     * What the reader has and what waits for their roles, in one list as of one moment, so that a task that moves meanwhile is in it once.
     *
     * @param most of what the reader has, and of what waits for each of the roles
     */
    List<WorkItem> toDo(WorkReader reader, int most);

    /** How long each list is, at most {@link #COUNTED} + 1. */
    Map<WorkView, Integer> counts(WorkReader reader, WorkFilter filter);

    /**
     * Tasks of these lists by case or session number or the beginning of one, by the applicant's name or its beginning from two
     * characters on, by their identity number, or by that number as lists show it.
     */
    List<WorkItem> search(WorkReader reader, String typed, WorkFilter filter, int most);

    /** User-task ids of the tasks in the reader's lists. */
    List<String> steps(WorkReader reader);

    /** Those of these tasks that the reader may see. */
    List<WorkItem> find(WorkReader reader, Collection<String> taskIds);

    /** Keeps a task that waits from others who ask for the next one, until the transaction ends. @return false when it is kept already, or waits no more */
    boolean hold(String taskId);
}
