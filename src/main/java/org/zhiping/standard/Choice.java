package org.zhiping.standard;

/** One of the values that a parameter may take. */
public record Choice(String code, String name, String nameEn) implements Named {
}
