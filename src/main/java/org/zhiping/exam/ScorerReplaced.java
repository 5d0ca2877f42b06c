package org.zhiping.exam;

import org.zhiping.platform.process.ProcessMessage;

/** Somebody else scores in a session instead of a scorer who had to leave. */
@ProcessMessage
public record ScorerReplaced(String sessionNumber, String leaving, String successor) {
}
