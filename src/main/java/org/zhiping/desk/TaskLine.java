package org.zhiping.desk;

import java.time.Instant;
import org.zhiping.platform.process.Tasks;

/**
 * A user task in a work list.
 *
 * @param step    the name of the task
 * @param subject what the case or session is about
 * @param href    where the work is done
 * @param file    the case file or session behind it
 * @param mine    true when the reader has it
 * @param claimable true when the reader may take it
 * @param led     true when a colleague has it and the reader, who leads its role, may take it over
 * @param standsIn true when somebody has it who is away and for whom the reader stands in
 */
public record TaskLine(Tasks.Item item, String step, String subject, String href, String file, boolean mine, boolean claimable,
                       boolean led, boolean standsIn) {

    public Instant created() {
        return item.created();
    }
}
