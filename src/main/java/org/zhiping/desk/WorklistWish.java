package org.zhiping.desk;

import jakarta.servlet.http.HttpSession;
import java.io.Serializable;
import org.zhiping.worklist.WorkFilter;

/**
 * What somebody wants to see of their worklist, kept for the session so that the next task comes from the same list. What was
 * sought may be a name, which is why it stands in no address.
 */
public record WorklistWish(WorkFilter filter, String sought) implements Serializable {

    private static final String KEPT = WorklistWish.class.getName();
    private static final WorklistWish NONE = new WorklistWish(WorkFilter.NONE, "");

    static WorklistWish kept(HttpSession session) {
        return session.getAttribute(KEPT) instanceof WorklistWish wish ? wish : NONE;
    }

    void keep(HttpSession session) {
        session.setAttribute(KEPT, this);
    }

    /** @param level {@code standard/level}, or only the standard, or empty for any */
    static WorklistWish of(String level, String round, String step, String sought) {
        String[] both = level.split("/", 2);
        return new WorklistWish(new WorkFilter(both[0], both.length == 2 ? both[1] : null, round, step), sought.strip());
    }

    /** As {@link #of} takes it. */
    public String level() {
        return filter.standard() == null ? "" : filter.level() == null ? filter.standard() : filter.standard() + "/" + filter.level();
    }
}
