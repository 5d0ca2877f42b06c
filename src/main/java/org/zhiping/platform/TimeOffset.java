package org.zhiping.platform;

import java.time.Duration;

/** How far the institution's time is ahead of the real one. Only a sample institution has it, so that time can pass in a demonstration. */
public interface TimeOffset {

    /** Never negative, and never less than before. */
    Duration ahead();
}
