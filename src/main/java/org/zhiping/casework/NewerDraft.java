package org.zhiping.casework;

import java.util.List;
import org.zhiping.platform.Refusal;

/** Refuses to put what one window has in the place of what another window of the same person saved since. */
public class NewerDraft extends Refusal {

    private final transient TaskDraft kept;

    public NewerDraft(TaskDraft kept) {
        super(Kind.CONFLICT, List.of(new Fault("", "task-draft-newer")));
        this.kept = kept;
    }

    public TaskDraft kept() {
        return kept;
    }
}
