package org.zhiping.notice;

import org.zhiping.platform.Refusal;

/**
 * What is wrong with a template, and where.
 *
 * @param line   from 1
 * @param column from 1
 * @param code   of the text {@code refusal.notice-template-<code>}, whose arguments are line, column and {@code detail}
 * @param detail the words in question; may be empty
 */
record TemplateFault(int line, int column, String code, String detail) {

    static TemplateFault at(String source, int offset, String code, String detail) {
        String before = source.substring(0, Math.min(offset, source.length()));
        int start = before.lastIndexOf('\n') + 1;
        return new TemplateFault((int) before.chars().filter(c -> c == '\n').count() + 1, before.codePointCount(start, before.length()) + 1,
                code, detail);
    }

    Refusal.Fault in(String field) {
        return new Refusal.Fault(field, "notice-template-" + code, line, column, detail);
    }
}
