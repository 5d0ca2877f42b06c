package org.zhiping.casework;

import java.util.Optional;

/**
 * Half-filled forms, kept so that no typing is lost: over a break, another browser, a restart, and when somebody else was faster. A person's
 * draft goes when they submit the form, and seven days after the task has ended otherwise.
 */
public interface TaskDrafts {

    /** The most that a draft may hold, in characters. */
    int MOST = 400_000;

    Optional<TaskDraft> find(String taskId, String person);

    /**
     * Takes the place of the person's earlier draft of this task.
     *
     * @param draft with the version that its writer has seen last
     * @return as it is kept now, with its new version; the same once more changes nothing
     * @throws NewerDraft when another window of the person has saved something else since
     */
    TaskDraft save(TaskDraft draft);

    void discard(String taskId, String person);
}
