package org.zhiping.exam;

/** Somebody else sits on the panel at work on this part of this case instead of a member who has not scored. */
public record PanelMemberReplaced(String caseNumber, String part, String leaving, String successor) {
}
