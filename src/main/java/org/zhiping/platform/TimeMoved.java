package org.zhiping.platform;

import java.time.Duration;

/** The institution's time has been moved forward. {@code ahead} is the whole distance to the real time. */
public record TimeMoved(Duration ahead) {
}
