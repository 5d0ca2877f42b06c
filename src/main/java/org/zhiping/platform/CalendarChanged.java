package org.zhiping.platform;

/** Working days of this year are others than before; told in the transaction that changed them. */
public record CalendarChanged(int year) {
}
