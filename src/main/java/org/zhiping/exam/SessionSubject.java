package org.zhiping.exam;

/**
 * What a session examines.
 *
 * @param direction empty where the session serves all directions of the level
 */
public record SessionSubject(String round, String standard, String edition, String level, String direction, String part) {
}
