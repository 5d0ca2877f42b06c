package org.zhiping.identity;

import java.time.Instant;

/**
 * One line of an account's record.
 *
 * @param change registered, created, pre-registered, claimed, granted, enabled, disabled, password-changed, contact-changed,
 *               contact-confirmed, contact-removed, document-recorded or document-removed
 * @param roles  role ids after the change, separated by commas; empty where the change is not about roles
 */
public record AccountChange(String account, String change, String roles, String by, Instant at) {
}
