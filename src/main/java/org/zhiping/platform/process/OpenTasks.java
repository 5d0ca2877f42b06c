package org.zhiping.platform.process;

import java.util.List;

/** Every user task that the engine has open, whoever it belongs to. */
public interface OpenTasks {

    /** @return the next {@code most} by id in the order of the database; {@code after} is the last id before them, empty at the start */
    List<OpenTask> after(String after, int most);

    long count();
}
