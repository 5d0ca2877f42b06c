package org.zhiping.platform.process;

import java.time.Instant;
import java.util.List;

/** How much work waits at each step of the processes, for whoever watches them. */
public interface OpenSteps {

    /**
     * @param key  user-task id in the model
     * @param name as the model labels it
     * @param overdue how many of the open ones are past their deadline
     */
    record Step(String key, String name, long open, long overdue, Instant oldest) {
    }

    /** The longest wait first. */
    List<Step> all();
}
