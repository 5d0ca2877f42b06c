package org.zhiping.worklist;

import java.time.Instant;
import java.util.List;

/**
 * An open task as the worklist has it.
 *
 * @param step     user-task id in the model
 * @param number   case or session number
 * @param part     empty where the task is about no part
 * @param round    number of the round, empty where the task is about none
 * @param person   masked name of the applicant; empty for a session
 * @param idNumber masked identity number; empty for a session and where none is known
 * @param roles    who may take it; empty when it was meant for one person
 * @param assignee account id, or null while nobody has it
 * @param due      null when the task has no deadline
 */
public record WorkItem(String taskId, String step, String number, String standard, String edition, String level, String direction,
                       String part, String round, String person, String idNumber, List<String> roles, String assignee,
                       Instant created, Instant due) {

    /** Where the list goes on after this one. */
    public WorkCursor cursor() {
        return new WorkCursor(due, created, taskId);
    }
}
