package org.zhiping.exam;

import org.zhiping.platform.process.ProcessMessage;

/** Every candidate of a planned session has left it. */
@ProcessMessage
public record SessionEmptied(String sessionNumber) {
}
