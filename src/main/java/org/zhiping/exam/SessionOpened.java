package org.zhiping.exam;

import org.zhiping.platform.process.ProcessMessage;

/** An exam session has been opened and is to be planned. */
@ProcessMessage
public record SessionOpened(String sessionNumber, String standard, String edition, String level, String direction,
                            String part) {
}
