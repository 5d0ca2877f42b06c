package org.zhiping.platform.process;

import java.util.Map;

/**
 * The open user task that a form belongs to.
 *
 * @param id          engine id of the task
 * @param key         user-task id in the model, which is also the form id
 * @param businessKey case number, or session number in {@code exam-session}
 * @param variables   the plain process variables in the task's scope (caseNumber, part, sessionNumber, member, …)
 * @param person      account id of the person acting; null while a form is shown to nobody in particular
 */
public record FormTask(String id, String key, String businessKey, Map<String, String> variables, String person) {

    public String variable(String name) {
        return variables.get(name);
    }
}
