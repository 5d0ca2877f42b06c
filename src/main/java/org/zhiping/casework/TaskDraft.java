package org.zhiping.casework;

import java.time.Instant;

/**
 * What one person has filled into the form of a task and not submitted yet.
 *
 * @param person      account id
 * @param task        user-task id in the model
 * @param businessKey case number, or session number
 * @param values      of the form's fields, as JSON
 * @param version     counts what was saved, from 1; 0 while nothing is
 */
public record TaskDraft(String taskId, String person, String task, String businessKey, String values, Instant savedAt, int version) {
}
