package org.zhiping.exam;

/** What one member gave, and why. */
public record PanelScore(Points points, String opinion) {
}
