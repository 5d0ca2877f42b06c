package org.zhiping.platform.process;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The user tasks of staff, for pages that show and complete them. Every act passes the same gate as in Tasklist. */
public interface Tasks {

    /**
     * @param assignee account id, or null while nobody has claimed the task
     * @param due      null when the task has no deadline
     */
    record Item(String id, String key, String name, String businessKey, String assignee, Instant created, Instant due) {
    }

    /** @param releasable true when somebody has taken it and it can go back to the people of its role */
    record Late(Item task, boolean releasable) {
    }

    /**
     * @param schema the {@code .form} file as JSON
     * @param shown  the values that the form shows, by form key
     */
    record Form(Item task, String schema, Map<String, Object> shown) {
    }

    /** Tasks of this person, oldest first. */
    List<Item> mine(String person);

    /** Unclaimed tasks of this person's roles, oldest first. */
    List<Item> claimable(String person);

    /** An open task, claimed or not; the caller decides who may see it. */
    Optional<Item> find(String taskId);

    /** The same for a person, who finds no task that they may not see. */
    Optional<Item> find(String taskId, String person);

    /** Open tasks of a case or session, for those who may look at it; the caller decides who may. */
    List<Item> of(String businessKey);

    /** Open tasks past their deadline, the longest overdue first; the caller decides who may see them. */
    List<Late> late(Instant now, int most);

    /** @throws org.zhiping.platform.Refusal when this person may not take the task */
    void claim(String taskId, String person);

    /**
     * A team lead gives a task of a role that they lead to a colleague of that role; also one that another colleague has.
     *
     * @throws org.zhiping.platform.Refusal when {@code lead} does not lead such a role, {@code to} does not have it, or the
     *         separation of duties keeps {@code to} from the task
     */
    void assign(String taskId, String lead, String to);

    /**
     * Puts a task into other hands because its person is absent, leaves or let it lie. That this may be done at all the caller
     * has established; the gate holds the role and the separation of duties.
     *
     * @param by account that does it, or null when the product does
     * @param to a colleague with a role of the task, or null for the people of its roles
     * @throws org.zhiping.platform.Refusal when the task belongs to nobody but its person, or {@code to} may not have it
     */
    void handOver(String taskId, String by, String to);

    void unclaim(String taskId, String person);

    /** @throws org.zhiping.platform.Refusal when the task is not open or not for this person's eyes */
    Form form(String taskId, String person);

    /**
     * The task, if this person has it.
     *
     * @throws org.zhiping.platform.Refusal as the gate refuses a completion by somebody who does not have it, or no longer
     */
    Item own(String taskId, String person);

    /** Submits a form with plain values: text, numbers, booleans, lists, maps. */
    void complete(String taskId, String person, Map<String, Object> values);

    /**
     * Somebody must stand aside 回避: what they are just being given is theirs when this returns, so that it can be taken back, and until the
     * transaction ends they are given nothing more. Nothing of a case may be locked before.
     */
    void holdOff(String person);

    /**
     * Takes the task from the person who has it, because they must stand aside 回避: it goes back to the people of its role.
     * The caller decides who may say so.
     *
     * @param by account id of who says so
     * @return false when the task was meant for that person alone, who then has to be replaced
     */
    boolean takeBack(String taskId, String by);

    /**
     * Completes the task without a form that this person has in this case, because they have done in the portal what it
     * asks for.
     *
     * @throws org.zhiping.platform.Refusal (CONFLICT) when the case has no such open task of this person
     */
    void completeFor(String businessKey, String taskKey, String person);
}
