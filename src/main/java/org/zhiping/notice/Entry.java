package org.zhiping.notice;

import java.time.Instant;
import org.zhiping.intake.Milestone;

/**
 * One notice in a person's inbox.
 *
 * @param subject plain text
 * @param body    HTML that can stand in a page as it is: whatever was filled in is escaped
 */
public record Entry(long id, String caseNumber, Milestone milestone, String subject, String body, Instant at,
                    boolean read) {
}
