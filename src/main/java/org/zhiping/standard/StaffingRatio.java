package org.zhiping.standard;

/** What the standard says on staff for one part; the rule itself is the pack's {@code staffing} decision. */
public record StaffingRatio(String part, String staff, String text, String clause) {
}
