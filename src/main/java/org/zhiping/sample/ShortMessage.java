package org.zhiping.sample;

import java.time.Instant;

/** One short message as the product posted it. */
public record ShortMessage(long id, Instant at, String to, String text) {
}
