package org.zhiping.exam;

/** How far a review panel has come; DISSOLVED when the case ended before it did. */
public enum PanelState {
    OPENED, APPOINTED, SCORED, CONFIRMED, CONCLUDED, DISSOLVED
}
