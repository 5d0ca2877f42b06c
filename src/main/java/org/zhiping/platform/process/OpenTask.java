package org.zhiping.platform.process;

import java.time.Instant;
import java.util.List;

/**
 * A user task that the engine has open, for whoever keeps a picture of all of them.
 *
 * @param key    user-task id in the model
 * @param number case or session number; empty where the instance has none
 * @param part   the process variable of this name, or empty
 * @param groups candidate groups, sorted
 * @param due    null when the task has no deadline
 */
public record OpenTask(String id, String key, String number, String part, String assignee, List<String> groups, Instant created, Instant due) {
}
