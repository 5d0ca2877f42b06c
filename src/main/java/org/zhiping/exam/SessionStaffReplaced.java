package org.zhiping.exam;

/** Somebody else invigilates or scores in a session whose exam has not been held yet. */
public record SessionStaffReplaced(String sessionNumber, String leaving, String successor) {
}
