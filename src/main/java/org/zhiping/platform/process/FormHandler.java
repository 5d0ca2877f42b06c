package org.zhiping.platform.process;

import java.util.Map;

/**
 * What a feature does with one form. The completion gate has already checked the assignee, the separation of duties
 * and the values against the {@code .form} schema when {@link #complete} is called, in the transaction of the
 * completion.
 */
public interface FormHandler {

    /** The user-task id that this handler serves. */
    String task();

    /** The values that the form shows, by form key. They are never stored as process variables. */
    Map<String, Object> show(FormTask task);

    /**
     * Saves the submitted values in the feature's tables.
     *
     * @return the outcome for the gateway, or null when the task declares no outcome variable
     * @throws org.zhiping.platform.Refusal when the values cannot be taken; the task then stays open
     */
    String complete(FormTask task, Map<String, Object> values);
}
