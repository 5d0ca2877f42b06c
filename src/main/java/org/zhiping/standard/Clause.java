package org.zhiping.standard;

/** A clause of the standard, word for word. */
public record Clause(String number, String title, String text) {
}
