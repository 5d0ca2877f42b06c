package org.zhiping.platform.process;

import java.util.Collection;
import java.util.List;

/** Every message that cases wait for now. */
public interface OpenWaits {

    /** @return the next {@code most} by id in the order of the database; {@code after} is the last id before them, empty at the start */
    List<OpenWait> after(Collection<String> messages, String after, int most);
}
