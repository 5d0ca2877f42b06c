package org.zhiping.notice;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;

/**
 * Something to be told.
 *
 * @param accounts each is told once under this key
 * @param kind     the template
 * @param number   case or session
 * @param said     the values that are filled in, as they came
 */
record Notice(Collection<String> accounts, String key, String kind, String number, Instant at, Map<String, String> said) {
}
