package org.zhiping.exam;

/** How far a review panel has come; RECALLED until it is appointed again, DISSOLVED when the case ended before it did. */
public enum PanelState {
    OPENED, APPOINTED, RECALLED, SCORED, CONFIRMED, CONCLUDED, DISSOLVED
}
