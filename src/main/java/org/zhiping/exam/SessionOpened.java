package org.zhiping.exam;

/** An exam session has been opened and is to be planned. */
public record SessionOpened(String sessionNumber, String standard, String edition, String level, String direction,
                            String part) {
}
