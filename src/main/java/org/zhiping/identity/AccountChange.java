package org.zhiping.identity;

import java.time.Instant;

/**
 * One line of an account's record.
 *
 * @param change registered, created, granted, enabled, disabled, password-changed or contact-changed
 * @param roles  role ids after the change, separated by commas; empty where the change is not about roles
 */
public record AccountChange(String account, String change, String roles, String by, Instant at) {
}
