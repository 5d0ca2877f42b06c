package org.zhiping.platform.process;

import java.time.Instant;

/**
 * A message that a case waits for.
 *
 * @param id          of the wait, and of no other
 * @param executionId to which its timer belongs
 * @param number      case or session number; empty where the instance has none
 * @param part        the process variable of this name, or empty
 * @param repeat      how its timer repeats, as the model gave it; null where there is none
 */
public record OpenWait(String id, String executionId, String message, String number, String part, Instant since, String repeat) {
}
