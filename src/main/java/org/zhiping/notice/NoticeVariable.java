package org.zhiping.notice;

/**
 * A value that a kind of notice can say.
 *
 * @param always false where a notice may come without it, so that a template must ask for it first
 */
public record NoticeVariable(String name, boolean always) {
}
