package org.zhiping.notice;

import java.util.Locale;

/** An edited template could not be filled in and the program's words went out instead. */
record TemplateFailed(String kind, Locale locale, int version, TemplateFault fault) {
}
