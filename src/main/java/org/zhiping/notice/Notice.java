package org.zhiping.notice;

import java.time.Instant;
import java.util.Collection;

/**
 * Something to be told.
 *
 * @param accounts each is told once under this key
 * @param kind     the template
 * @param number   case or session
 */
record Notice(Collection<String> accounts, String key, String kind, String number, Instant at) {
}
