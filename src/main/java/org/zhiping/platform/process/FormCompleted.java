package org.zhiping.platform.process;

import java.util.List;

/**
 * A person has completed a task through the gate; published in the transaction of the completion, after the feature has saved
 * what was filled in.
 *
 * @param groups  candidate groups of the task as its model names them; empty where it was meant for one person
 * @param outcome as its handler answered, or null
 * @param form    version of the form's definition that checked the values
 * @param model   key of the process definition that the task belongs to
 */
public record FormCompleted(FormTask task, String person, List<String> groups, String outcome, int form, String model, int modelVersion) {
}
