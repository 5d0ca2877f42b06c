package org.zhiping.exam;

/** What a member gave before they were replaced 作废评分: it stays on record and is never counted. */
public record VoidScore(String member, PanelScore score) {
}
