package org.zhiping.exam;

/** What one member gave, and why. */
public record PanelScore(Marks marks, String opinion) {

    public Points points() {
        return marks.total();
    }
}
