package org.zhiping.standard;

/** A level of an occupation. {@code certificateDigit} is null where the standard gives none. */
public record Level(String code, String name, String nameEn, Integer certificateDigit) implements Named {
}
